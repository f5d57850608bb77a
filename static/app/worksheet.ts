/*
 * What a worksheet does when scripts run. It can be filled in and printed without this
 * file; with it, what is written can be kept, also on a page that shows it in its own way.
 */
import { startModules } from "./modules";
import { KeptPage } from "./workbook/remote";
import { Worksheet } from "./workbook/worksheet";

startModules(document, { sheet: Worksheet, kept: KeptPage });
