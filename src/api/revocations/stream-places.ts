/** So many streams at once, and so many for each who holds one. */
export class StreamPlaces {
  private readonly held = new Map<string, number>();
  private total = 0;

  constructor(private readonly most: { readonly all: number; readonly each: number }) {}

  hasRoomFor(holder: string): boolean {
    return this.total < this.most.all && (this.held.get(holder) ?? 0) < this.most.each;
  }

  /** @returns gives the place back; to be called once. */
  take(holder: string): () => void {
    this.add(holder, 1);
    return () => this.add(holder, -1);
  }

  private add(holder: string, count: number): void {
    const held = (this.held.get(holder) ?? 0) + count;
    this.total += count;
    if (held === 0) this.held.delete(holder);
    else this.held.set(holder, held);
  }
}
