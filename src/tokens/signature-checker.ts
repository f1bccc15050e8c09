import type { KeyObject } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { isSignedBy, type UnverifiedJws } from '@tessera-auth/verifier/protocol/compact-jws';

/** Small enough for early results, large enough that waking the thread costs little for each check. */
const BATCH_SIZE = 8;
/** One that the thread works on, and one that is ready when it has finished. */
const MAX_BATCHES = 2;
/**
 * How many checks may wait for the next turn. The event loop does the others at the end of this one, before it reads
 * more requests: a flood thus slows down its own intake, and no check waits long (decision 11).
 */
const MAX_WAITING = 1_000;
/** The time until another thread is started where one failed. */
const RESTART_PAUSE_MS = 1_000;

interface Check {
  readonly jws: UnverifiedJws;
  readonly key: KeyObject;
  readonly settle: (isSigned: boolean) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Checks signatures on two cores (decision 11). The calls of one turn of the event loop are collected. At its end the
 * event loop hands batches of them to a worker thread and checks one itself. What the thread has no room for waits for
 * the next turn.
 */
@Injectable()
export class SignatureChecker implements OnApplicationShutdown {
  private readonly logger = new Logger(SignatureChecker.name);
  private waiting: Check[] = [];
  private turn: NodeJS.Immediate | undefined;
  private thread: Worker | undefined;
  /** Monotonic milliseconds before which no thread is started, because one failed. */
  private threadlessUntil = -Infinity;
  /** The batches that the thread has, in the order in which it returns their results. */
  private batches: Check[][] = [];

  /** Whether `key` signed it. @throws the error of `node:crypto` where the key is unusable. */
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

  /** @returns undefined where the system cannot start one, and for RESTART_PAUSE_MS after one failed. */
  private startThread(): Worker | undefined {
    if (performance.now() < this.threadlessUntil) return undefined;
    try {
      return this.watch(new Worker(new URL('./signature-worker.js', import.meta.url)));
    } catch (error) {
      this.onFailed(error);
      return undefined;
    }
  }

  private onFailed(err: unknown): void {
    this.threadlessUntil = performance.now() + RESTART_PAUSE_MS;
    this.logger.warn({ msg: 'No thread checks signatures; the event loop checks them all for a second', err });
  }

  private watch(thread: Worker): Worker {
    thread.unref();
    thread.on('message', (results: boolean[]) => {
      const batch = this.batches.shift() ?? [];
      // Before the results are passed on, so that the thread works meanwhile.
      this.handOver();
      batch.forEach(({ settle }, at) => settle(results[at] === true));
    });
    thread.on('error', (error) => this.onFailed(error));
    thread.on('exit', () => {
      // The event loop checks what the thread had not finished, so that no call is left without a result.
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
