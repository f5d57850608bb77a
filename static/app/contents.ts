import { current } from "./position";

/**
 * The on-page contents follow the reader: the entry of the heading they are under
 * is marked as the current one. Choosing an entry on a phone closes the list.
 */
export class Contents {
  private readonly links: HTMLAnchorElement[];
  private readonly headings: HTMLElement[] = [];
  private waiting = false;

  constructor(private readonly root: HTMLElement) {
    this.links = [...root.querySelectorAll<HTMLAnchorElement>("a[href^='#']")];
    for (const link of this.links) {
      const id = decodeURIComponent(link.hash.slice(1));
      const heading = document.getElementById(id);
      if (!heading) throw new Error(`no heading with the id "${id}"`);
      this.headings.push(heading);
    }
    addEventListener("scroll", () => this.soon(), { passive: true });
    addEventListener("resize", () => this.soon(), { passive: true });
    root.addEventListener("click", (event) => this.close(event));
    this.mark();
  }

  private soon(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.mark();
    });
  }

  private mark(): void {
    const tops = this.headings.map((heading) => heading.getBoundingClientRect().top);
    const at = Math.max(current(tops, innerHeight / 3), 0); // above the first heading, it is what comes next
    this.links.forEach((link, i) => {
      if (i === at) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  }

  private close(event: Event): void {
    if (event.target instanceof HTMLAnchorElement && this.root.matches(":popover-open")) this.root.hidePopover();
  }
}
