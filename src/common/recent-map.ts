/**
 * Remembers by text what was asked for lately: `size` of them at least, and twice as many at most. Two maps, of which the
 * older one is dropped as a whole, since taking the oldest entry out of one again and again gets slow.
 */
export class RecentMap<Value extends object> {
  private recent = new Map<string, Value>();
  private older = new Map<string, Value>();

  constructor(private readonly size: number) {}

  get(text: string): Value | undefined {
    const known = this.recent.get(text);
    if (known) return known;
    const old = this.older.get(text);
    if (old) this.set(text, old);
    return old;
  }

  set(text: string, value: Value): void {
    if (this.recent.size >= this.size) {
      this.older = this.recent;
      this.recent = new Map();
    }
    this.recent.set(text, value);
  }
}
