/*
 * What a worksheet does when scripts run. It can be filled in and printed without this
 * file; with it, what is written can be kept.
 */
import { startModules } from "./modules";
import { Worksheet } from "./workbook/worksheet";

startModules(document, { sheet: Worksheet });
