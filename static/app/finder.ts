/*
 * What a section of activities does: choosing among them.
 */
import { Finder } from "./finder/finder";
import { startModules } from "./modules";

startModules(document, { finder: Finder });
