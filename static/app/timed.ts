/*
 * The clock of a session, for sheets whose headings have minutes. It is a script of its
 * own: what is written is kept whether or not anybody wants a clock.
 */
import { startModules } from "./modules";
import { TimedSheet } from "./workbook/timed";
import { TimedStage } from "./workbook/timedstage";

startModules(document, { timed: TimedSheet, stage: TimedStage });
