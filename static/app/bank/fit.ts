const smallest = 20, largest = 220; // CSS pixels
const share = .2; // of the height, that a line may take

/** Sets the letters of a stage as large as all of its cards can hold. */
export function fitText(stage: HTMLElement): void {
  const cards = [...stage.querySelectorAll<HTMLElement>(".table-card, .table-said, .table-text")];
  const fits = (size: number): boolean => {
    stage.style.setProperty("--letters", `${size}px`);
    return stage.scrollHeight <= stage.clientHeight + 1 && cards.every((card) => card.scrollHeight <= card.clientHeight + slack(card) && card.scrollWidth <= card.clientWidth + 1);
  };
  stage.dataset["fits"] = "true"; // cards are of the height there is; see bank/table.css
  let low = smallest, high = Math.max(smallest + 1, Math.min(largest, stage.clientHeight * share));
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  if (!fits(low)) delete stage.dataset["fits"]; // of the height they need: one scrolls
}

/** A line of text is a little lower than its letters reach. */
function slack(part: HTMLElement): number {
  return part.matches(".table-text") ? part.clientHeight : 1;
}
