const patience = 15 * 60_000; // milliseconds until nobody is there

/** Calls `part` whenever the page may never come back, and `back` when it is looked at again. */
export function whenLeft(part: () => void, back: () => void): void {
  for (const end of ["beforeunload", "pagehide"]) addEventListener(end, part); // the first comes some milliseconds earlier
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? part() : back()));
}

/** Calls `then` a quarter of an hour after the last key or touch, if it was `wanted` at that touch. */
export function whenIdle(wanted: () => boolean, then: () => void): void {
  let clock = 0;
  const stir = (): void => {
    clearTimeout(clock);
    if (wanted()) clock = setTimeout(then, patience);
  };
  for (const sign of ["keydown", "pointerdown"]) addEventListener(sign, stir, { passive: true });
  stir();
}
