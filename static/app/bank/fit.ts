const smallest = 20, largest = 220; // CSS pixels

/** Sets the letters of a stage as large as all of its cards can hold. */
export function fitText(stage: HTMLElement): void {
  const cards = [...stage.querySelectorAll<HTMLElement>(".table-card")];
  const fits = (size: number): boolean => {
    stage.style.setProperty("--letters", `${size}px`);
    return stage.scrollHeight <= stage.clientHeight + 1 && cards.every((card) => card.scrollHeight <= card.clientHeight + 1 && card.scrollWidth <= card.clientWidth + 1 && whole(card));
  };
  stage.dataset["fits"] = "true"; // cards are of the height there is; see bank/table.css
  let low = smallest, high = largest;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  if (!fits(low)) delete stage.dataset["fits"]; // of the height they need: one scrolls
}

/** No word of it sticks out or is broken. */
function whole(card: HTMLElement): boolean {
  return [...card.querySelectorAll<HTMLElement>(".table-text")].every((text) => text.scrollWidth <= text.clientWidth + 1);
}
