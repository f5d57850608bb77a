import { h, part } from "./dom";
import { Stage } from "./stage";
import { Timed } from "./timed";
import { Words } from "./words";

/**
 * A clock for steps that are made when they are wanted: "timed-run" to the bench runs what
 * stands in its part "stage" then.
 */
export class TimedStage {
  constructor(host: HTMLElement) {
    const bench = host.closest<HTMLElement>(".bench");
    if (!bench) throw new Error("the clock stands on no bench");
    const words = Words.of(bench);
    bench.addEventListener("timed-run", () => {
      const place = h("div", {});
      host.replaceChildren(place);
      new Timed(new Stage(part(bench, "stage")), words, place, part(bench, "bar"));
      place.querySelector<HTMLElement>(".timed-start")?.click();
    });
  }
}
