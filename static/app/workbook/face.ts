import type { Filling } from "./filling";
import type { SheetPage } from "./sheet";
import type { Answer, Copy, Field, Value } from "./types";

/** What shows the answers of a page and tells of every change of one: the controls of a sheet, or what stands in for them. */
export interface Face {
  /** Shows a copy's answers, or that there are none. */
  show(answers: Copy["answers"]): void;
  /** Shows one answer that did not come from here. */
  put(id: string, answer: Answer): void;
  /** Fills in what follows from the answers. */
  add(answers: Copy["answers"]): void;
  /** What has been answered so far. */
  standing(): Iterable<[Field, Value]>;
  /** The element of a field. */
  of(id: string): HTMLElement | undefined;
  /** Shows the name of the open copy; "" for none. */
  title?(title: string): void;
}

/** What a page has of its own. */
export interface Own {
  face(page: Filling, edited: (field: Field, value: Value | undefined) => void): Face;
  menus(page: SheetPage): HTMLElement[];
}
