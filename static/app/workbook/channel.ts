/** What the tabs of one handbook tell each other. No answer is ever in it. */
export type Message =
  | { kind: "changed"; id: string; rev: number } // a copy was written; rev 0: deleted for good
  | { kind: "conflict"; id: string; second: string } // two tabs wrote `id`; the later one's became `second`
  | { kind: "yes" } // the reader said yes, or chose a passphrase
  | { kind: "closing" }; // everything is about to be deleted

/** The way to the other tabs. Where the browser has none, nothing is heard and nothing is lost by it. */
export class Channel {
  /** Called with what another tab says. */
  hear: (message: Message) => void = () => undefined;
  private readonly line: BroadcastChannel | undefined;

  constructor(name: string) {
    try {
      this.line = new BroadcastChannel(name);
      this.line.onmessage = (event: MessageEvent<unknown>) => {
        const message = read(event.data);
        if (message) this.hear(message);
      };
    } catch {
      this.line = undefined;
    }
  }

  say(message: Message): void {
    try {
      this.line?.postMessage(message);
    } catch {
      // Closed meanwhile: the page is going away.
    }
  }

  close(): void {
    this.line?.close();
  }
}

/** A message as far as it is one: any page at the same address may speak here. */
function read(data: unknown): Message | undefined {
  const { kind, id, rev, second } = (data ?? {}) as Record<string, unknown>;
  if (kind === "closing" || kind === "yes") return { kind };
  if (typeof id !== "string") return undefined;
  if (kind === "changed" && typeof rev === "number") return { kind, id, rev };
  if (kind === "conflict" && typeof second === "string") return { kind, id, second };
  return undefined;
}
