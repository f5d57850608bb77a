/*
 * What question banks do when scripts run: the questions can be sifted, drawn, kept and
 * put into a session or a sheet. They stand there to be read without this file.
 */
import { BankPage } from "./bank/view";
import { startModules } from "./modules";

startModules(document, { bank: BankPage });
