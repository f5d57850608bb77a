/*
 * What a page does when scripts run. Every page works without this file: each
 * module only adds to HTML that is already whole.
 */
import { Contents } from "./contents";
import { startModules } from "./modules";
import { Overdue } from "./overdue";
import { Report } from "./report";
import { SearchButton } from "./search/button";

startModules(document, { contents: Contents, overdue: Overdue, search: SearchButton, report: Report });
