/** Spreads tasks over the rounds of the event loop, so many in each, so that everything else has its turn between. */
export class Rounds {
  private readonly tasks: (() => void)[] = [];
  private scheduled = false;

  constructor(private readonly size: number) {}

  add(task: () => void): void {
    this.tasks.push(task);
    this.schedule();
  }

  private schedule(): void {
    if (this.scheduled || this.tasks.length === 0) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      for (const task of this.tasks.splice(0, this.size)) task();
      this.schedule();
    });
  }
}
