/*
 * What My workbook does: all of it, for what it shows is in the reader's browser alone.
 */
import { startModules } from "./modules";
import { BookPage } from "./workbook/book";

startModules(document, { book: BookPage });
