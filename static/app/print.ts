/** A button that prints the page. It is hidden until it can. */
export class Print {
  constructor(button: HTMLElement) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
