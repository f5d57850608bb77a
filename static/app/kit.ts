/*
 * What the page of the session kit does. Without this file it explains itself and holds a
 * plan to be filled in by hand.
 */
import { KitPage } from "./kit/page";
import { startModules } from "./modules";

startModules(document, { kit: KitPage });
