/*
 * What a print does on the screen: which pages are in it, the facilitator's notes, and the
 * paper. It prints whole without any of it.
 */
import { startModules } from "./modules";
import { VolumePage } from "./volume/page";

startModules(document, { volume: VolumePage });
