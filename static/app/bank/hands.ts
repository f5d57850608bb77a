import type { Draw } from "./draw";

/**
 * The hands that are laid on the table: one goes on to new ones and back to earlier ones.
 * After the last there is an end, and then all is shuffled.
 */
export class Hands {
  count = 1;
  private hands: string[][] = [];
  private at = -1;
  private over = false;

  constructor(private readonly draw: Draw, readonly pool: readonly string[]) {}

  /** What lies on the table. Empty at the end. */
  get hand(): readonly string[] {
    return this.over ? [] : (this.hands[this.at] ?? []);
  }

  /** All of the pool has been drawn and seen. */
  get ended(): boolean {
    return this.over;
  }

  get first(): boolean {
    return this.over ? this.hands.length === 0 : this.at <= 0;
  }

  /** How many of the pool have been drawn. */
  get through(): number {
    return this.pool.length - this.draw.left(this.pool).length;
  }

  /** Lays something on the table that was chosen, not drawn. */
  lay(id: string): void {
    this.push([id]);
  }

  next(): void {
    if (this.over) {
      this.draw.shuffle(this.pool);
      this.hands = [];
      this.at = -1;
      this.over = false;
    }
    if (this.at < this.hands.length - 1) {
      this.at++;
      return;
    }
    const hand = this.draw.hand(this.pool, this.count);
    if (hand.length) this.push(hand);
    else this.over = true;
  }

  back(): void {
    if (this.over) this.over = this.hands.length === 0;
    else this.at = Math.max(0, this.at - 1);
  }

  /** From now on as many at a time. What lies there stays when there are to be more. */
  take(count: number): void {
    if (this.over || count === this.count) return void (this.count = count);
    const more = count > this.count;
    this.count = count;
    if (!more) return this.next();
    const hand = this.hands[this.at];
    if (hand && this.at === this.hands.length - 1) hand.push(...this.draw.hand(this.pool, count - hand.length));
  }

  private push(hand: string[]): void {
    this.hands = [...this.hands.slice(0, this.at + 1), hand];
    this.at = this.hands.length - 1;
  }
}
