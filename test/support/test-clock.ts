import { Clock } from '../../src/common/clock.js';

/** A clock that stands still and moves only by `advanceSeconds`. */
export class TestClock extends Clock {
  private instant = new Date('2026-03-01T12:00:00.000Z');

  override now(): Date {
    return new Date(this.instant);
  }

  advanceSeconds(seconds: number): void {
    this.instant = new Date(this.instant.getTime() + seconds * 1000);
  }
}
