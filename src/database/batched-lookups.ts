import { AppError } from '../common/app-error.js';

/** While one batch is on its way to the database and back, another is worked on there. */
const MAX_UNDER_WAY = 2;
/** After this long a statement holds up the next no more: what is wrong with it may be wrong with nothing else. */
const SLOW_MS = 100;
const BATCH_SIZE = 256;
/** What comes on top is refused at once: so many take a quarter of a second, or the database does not answer. */
const MAX_WAITING = 16 * BATCH_SIZE;

interface LookUp<Found> {
  readonly key: string;
  readonly settle: (found: Found | undefined) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Makes one statement of what is looked up in the same turn of the event loop, and of what comes while others are under
 * way: a statement for each costs several times its work in passing to and fro.
 */
export class BatchedLookups<Found> {
  private waiting: LookUp<Found>[] = [];
  private underWay = 0;
  private turn: NodeJS.Immediate | undefined;

  /** @param findAll what is there, by its key. */
  constructor(private readonly findAll: (keys: string[]) => Promise<ReadonlyMap<string, Found>>) {}

  /** What is there at a moment after this call. @throws AppError `overloaded`, and whatever `findAll` throws. */
  find(key: string): Promise<Found | undefined> {
    return new Promise((settle, fail) => {
      if (this.waiting.length >= MAX_WAITING) throw tooMany();
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
    const leave = this.enter();
    try {
      const found = await this.findAll(batch.map(({ key }) => key));
      batch.forEach(({ key, settle }) => settle(found.get(key)));
    } catch (error) {
      batch.forEach(({ fail }) => fail(error));
    }
    leave();
  }

  /** @returns says that the statement is done. */
  private enter(): () => void {
    let isCounted = true;
    const leave = (): void => {
      clearTimeout(slow);
      if (!isCounted) return;
      isCounted = false;
      this.underWay--;
      this.start();
    };
    const slow = setTimeout(leave, SLOW_MS);
    this.underWay++;
    return leave;
  }
}

function tooMany(): AppError {
  return new AppError('overloaded', 'Too many tokens to look up at once; try again shortly', {
    details: { retryAfterSeconds: 1 },
  });
}
