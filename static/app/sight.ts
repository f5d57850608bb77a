/**
 * Knows how many of a list's first elements a reader can see, without asking for a layout:
 * they are shown at once when others take their place, and the rest a moment later.
 */
export class Sight {
  private readonly below = new WeakSet<Element>();
  private readonly observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, boundingClientRect: { top, height } } of entries) {
      if (!isIntersecting && height > 0 && top > 0) this.below.add(target);
      else this.below.delete(target);
    }
  });

  watch(element: Element): void {
    this.observer.observe(element);
  }

  /** Up to the first that lies below the window, and one at least; all where nothing is known. */
  count(elements: readonly Element[]): number {
    const at = elements.findIndex((one) => this.below.has(one));
    return at < 0 ? elements.length : Math.max(1, at);
  }
}
