/** While one batch is on its way to the database and back, another is worked on there. */
const MAX_UNDER_WAY = 2;
const BATCH_SIZE = 64;

interface LookUp<Found> {
  readonly key: string;
  readonly settle: (found: Found | undefined) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Makes one statement of what is looked up in the same turn of the event loop, and of what comes while others are under
 * way: a statement for each costs several times its work in passing to and fro.
 */
export class LookUps<Found> {
  private waiting: LookUp<Found>[] = [];
  private underWay = 0;
  private turn: NodeJS.Immediate | undefined;

  /** @param findAll what is there, by its key. */
  constructor(private readonly findAll: (keys: string[]) => Promise<ReadonlyMap<string, Found>>) {}

  /** What is there at a moment after this call. @throws whatever `findAll` throws. */
  find(key: string): Promise<Found | undefined> {
    return new Promise((settle, fail) => {
      this.waiting.push({ key, settle, fail });
      this.turn ??= setImmediate(() => {
        this.turn = undefined;
        this.start();
      });
    });
  }

  private start(): void {
    while (this.waiting.length > 0 && this.underWay < MAX_UNDER_WAY) void this.run(this.waiting.splice(0, BATCH_SIZE));
  }

  private async run(batch: LookUp<Found>[]): Promise<void> {
    this.underWay++;
    const finding = this.findAll(batch.map(({ key }) => key));
    try {
      const found = await finding;
      batch.forEach(({ key, settle }) => settle(found.get(key)));
    } catch (error) {
      batch.forEach(({ fail }) => fail(error));
    }
    this.underWay--;
    this.start();
  }
}
