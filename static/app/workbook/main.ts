/*
 * What worksheets and My workbook do when scripts run. A sheet can be filled in and
 * printed without this file; with it, what is written can be kept.
 */
import { startModules } from "../modules";
import { SheetPage } from "./sheet";

startModules(document, { sheet: SheetPage });
