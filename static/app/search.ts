/*
 * The search that every page has. Without a page, as where its results are measured,
 * there is the engine alone.
 */
import { Engine } from "./search/engine";

if (typeof document === "undefined") (globalThis as Record<string, unknown>)["kollegaEngine"] = Engine;
