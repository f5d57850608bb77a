const share = 8; // milliseconds that a slice may take: a page that is reading must not keep a reader waiting

type Scheduler = { yield?(): Promise<void> } | undefined;

/** Lets the browser do what is waiting: keys, clicks and frames. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(undefined);
  });
}

/** Goes through a long row of things in slices, so that no piece of work is long. */
export async function inSlices<T>(all: Iterable<T>, act: (one: T) => void): Promise<void> {
  let until = performance.now() + share;
  for (const one of all) {
    act(one);
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + share;
  }
}
