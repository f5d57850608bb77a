/*
 * What a page of cards does when scripts run. Without this file the cards print too.
 */
import { DeckPage } from "./deck/page";
import { startModules } from "./modules";

startModules(document, { deck: DeckPage });
