import type { RevocationListener } from '../../tokens/revocation-feed.js';

/** Passes calls on in their order, from `release` on. */
export class HeldBack implements RevocationListener {
  private held: ((listener: RevocationListener) => void)[] | undefined = [];

  constructor(private readonly listener: RevocationListener) {}

  get isReleased(): boolean {
    return this.held === undefined;
  }

  revoked(idxs: readonly number[]): void {
    this.pass((listener) => listener.revoked(idxs));
  }

  suspended(idxs: readonly number[]): void {
    this.pass((listener) => listener.suspended(idxs));
  }

  restored(idxs: readonly number[]): void {
    this.pass((listener) => listener.restored(idxs));
  }

  keyRevoked(kid: string): void {
    this.pass((listener) => listener.keyRevoked(kid));
  }

  reset(): void {
    this.pass((listener) => listener.reset());
  }

  /** Passes on what was held back, and holds back nothing more. */
  release(): void {
    const held = this.held ?? [];
    this.held = undefined;
    for (const call of held) call(this.listener);
  }

  private pass(call: (listener: RevocationListener) => void): void {
    if (this.held) this.held.push(call);
    else call(this.listener);
  }
}
