import { Keeper, type Status } from "./workbook/keeper";
import { newCopy, type Random } from "./workbook/record";
import type { Copy, Sheet, Site, Storage } from "./workbook/types";

/** A page with a keeper and no sheet: a test types into it by calling it. */
class Lab {
  keeper!: Keeper;
  readonly told: (Status | { kind: string })[] = [];
  readonly conflicts: { id: string; mine: boolean }[] = [];
  reloads = 0;
  /** Values that were in the open copy when it was said to be saved. */
  readonly acknowledged = new Set<string>();
  /** Values the reader of this tab saw and replaced. */
  readonly replaced = new Set<string>();
  private waiting: (() => void)[] = [];

  async start(storage: Storage = "device", more: Partial<Site> = {}): Promise<string> {
    const site: Site = { id: "prove", title: "Prøve", lang: "nb", storage, keep: 0, workbook: "", ...more };
    this.keeper = await Keeper.find(site, { say: () => "(fra en annen fane)" }, {
      status: (status) => this.hear(status),
      conflict: ({ id }, mine) => this.conflicts.push({ id, mine }),
      reload: () => this.reloads++,
      unreadable: (why) => this.told.push({ kind: why }),
    });
    return this.keeper.status.kind;
  }

  begin(): string {
    const copy = newCopy(sheet, { id: "prove", title: "", lang: "nb", storage: "device", keep: 0, workbook: "" }, new Date(), random);
    this.keeper.begin(copy);
    return copy.id;
  }

  type(field: string, text: string): void {
    this.keeper.edit((copy) => {
      const before = copy.answers[field];
      if (before) this.replaced.add(String(before.v));
      copy.answers[field] = { v: text, t: "long", at: new Date().toISOString() };
    });
  }

  /** Types numbers for ever, as fast as a person or faster. */
  typeOn(field: string, from: number, wait: () => number): void {
    this.type(field, String(from));
    setTimeout(() => this.typeOn(field, from + 1, wait), wait());
  }

  text(field: string): string {
    return String(this.keeper.current?.answers[field]?.v ?? "");
  }

  /** Resolves when a condition holds; it is asked at every status, for twenty seconds. */
  until(holds: () => boolean): Promise<true> {
    return new Promise((resolve, reject) => {
      const ask = (): void => void (holds() ? resolve(true) : this.waiting.push(ask));
      setTimeout(() => reject(new Error(`it never came to that: ${JSON.stringify(this.told.slice(-5))}`)), 20_000);
      ask();
    });
  }

  /** Resolves at the next moment at which everything typed is said to be saved. */
  saved(): Promise<true> {
    return this.until(() => ["saved", "conflict"].includes(this.keeper.status.kind) && this.keeper.status.at !== undefined);
  }

  failed(): Promise<string> {
    return this.until(() => this.keeper.status.failure !== undefined).then(() => this.keeper.status.failure ?? "");
  }

  /** All texts of all stored copies. */
  async stored(): Promise<string[]> {
    return (await this.keeper.copies()).flatMap((copy) => texts(copy));
  }

  private hear(status: Status): void {
    this.told.push(status);
    const now = this.keeper?.current;
    if (now && (status.kind === "saved" || status.kind === "conflict") && status.at) for (const text of texts(now)) this.acknowledged.add(text);
    const waiting = this.waiting;
    this.waiting = [];
    for (const ask of waiting) ask();
  }
}

const random: Random = (bytes) => crypto.getRandomValues(bytes);
const sheet: Sheet = { id: "plan", rev: "r1", title: "Plan", url: "plan.html", storage: "device", keep: 0, fields: [{ id: "maal", type: "long", label: "Mål" }] };

function texts(copy: Copy): string[] {
  return Object.values(copy.answers).map((answer) => String(answer.v));
}

const lab = new Lab();
Object.assign(globalThis, { lab, sheet });

// In a frame it is asked from outside.
addEventListener("message", (event) => {
  if (event.data === "start") void lab.start().then(() => parent.postMessage(lab.keeper.status.failure, "*"));
});

