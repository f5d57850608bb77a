/*
 * The main journeys in a real Firefox:
 *
 *   FIREFOX=/usr/bin/firefox-esr HANDBOOK=DIR node --test journeys.test.mjs
 *
 * The handbook is read over plain http at a name no browser trusts, where much is
 * missing, and from the disk, where in Firefox every file has a storage of its own.
 * All journeys share one browser, which takes seconds to start.
 */
import { resolve } from "node:path";
import { after, before } from "node:test";
import { copies } from "./copies.mjs";
import { finding } from "./finding.mjs";
import { keeping } from "./keeping.mjs";
import { Stage } from "./stage.mjs";
import { taking } from "./taking.mjs";

const stage = new Stage(process.env.FIREFOX, resolve(process.env.HANDBOOK));
before(() => stage.set());
after(() => stage.clear());

finding(stage);
keeping(stage);
copies(stage);
taking(stage);
