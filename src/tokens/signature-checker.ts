import type { KeyObject } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { isSignedBy, type UnverifiedJws } from '@tessera-auth/verifier/protocol/compact-jws';

/** So few that the thread answers soon; so many that waking it costs little. */
const BATCH_SIZE = 8;
/** While the thread works on one, the next lies ready. */
const MAX_BATCHES = 2;
/** What exceeds it at the end of a turn is checked before the next: a flood slows its own reading, and none waits long. */
const MAX_WAITING = 1_000;

/** Where a thread does not start, or breaks off, another is tried after this. */
const PAUSE_MS = 1_000;

interface Check {
  readonly jws: UnverifiedJws;
  readonly key: KeyObject;
  readonly settle: (isSigned: boolean) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Checks signatures on two cores (decision 11): of those that wait at the end of a turn of the event loop, it checks
 * one itself and leaves the others to a thread, in batches. What the thread has no room for waits for the next turn.
 */
@Injectable()
export class SignatureChecker implements OnApplicationShutdown {
  private readonly logger = new Logger(SignatureChecker.name);
  private waiting: Check[] = [];
  private turn: NodeJS.Immediate | undefined;
  private thread: Worker | undefined;
  private threadlessUntil = -Infinity;
  /** What the thread has, in the order in which it answers. */
  private batches: Check[][] = [];

  /** Whether `key` signed it. */
  isSigned(jws: UnverifiedJws, key: KeyObject): Promise<boolean> {
    return new Promise((settle, fail) => {
      this.waiting.push({ jws, key, settle, fail });
      this.turn ??= setImmediate(() => this.takeTurn());
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread?.terminate();
  }

  private takeTurn(): void {
    const own = this.waiting.splice(0, Math.max(1, this.waiting.length - MAX_WAITING));
    this.handOver();
    own.forEach(checkHere);
    this.turn = this.waiting.length > 0 ? setImmediate(() => this.takeTurn()) : undefined;
  }

  private handOver(): void {
    while (this.waiting.length > 0 && this.batches.length < MAX_BATCHES) {
      this.thread ??= this.startThread();
      if (!this.thread) return;
      const batch = this.waiting.splice(0, BATCH_SIZE);
      this.batches.push(batch);
      this.thread.postMessage({
        keys: batch.map(({ key }) => key),
        signingInputs: batch.map(({ jws }) => jws.signingInput),
        signatures: batch.map(({ jws }) => jws.signature.toString('base64url')),
      });
    }
  }

  /** @returns undefined where the system has none to give, and for a while after one broke off. */
  private startThread(): Worker | undefined {
    if (performance.now() < this.threadlessUntil) return undefined;
    try {
      return this.attend(new Worker(new URL('./signature-worker.js', import.meta.url)));
    } catch (error) {
      this.onBroken(error);
      return undefined;
    }
  }

  private onBroken(err: unknown): void {
    this.threadlessUntil = performance.now() + PAUSE_MS;
    this.logger.warn({ msg: 'The event loop checks all signatures itself for a moment', err });
  }

  private attend(thread: Worker): Worker {
    thread.unref();
    thread.on('message', (answers: boolean[]) => {
      const batch = this.batches.shift() ?? [];
      // Before the answers are acted on, so that the thread goes on meanwhile.
      this.handOver();
      batch.forEach(({ settle }, at) => settle(answers[at] === true));
    });
    // Where a thread breaks off, nothing is lost: what it had is checked here.
    thread.on('error', (error) => this.onBroken(error));
    thread.on('exit', () => {
      const left = this.batches.flat();
      this.thread = undefined;
      this.batches = [];
      left.forEach(checkHere);
    });
    return thread;
  }
}

function checkHere({ jws, key, settle, fail }: Check): void {
  try {
    settle(isSignedBy(jws, key));
  } catch (error) {
    fail(error);
  }
}
