import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SYSTEM } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { BITS_PER_CHUNK } from '../database/changes/change.js';
import type { IncidentChunkEntity } from '../database/entities/incident-chunk.entity.js';
import type { IncidentEntity } from '../database/entities/incident.entity.js';
import { IncidentChunkRepository } from '../database/repositories/incident-chunk.repository.js';
import { IncidentTokenRepository } from '../database/repositories/incident-token.repository.js';
import { IncidentRepository } from '../database/repositories/incident.repository.js';
import type { Transaction } from '../database/transaction.js';
import { TransactionRunner } from '../database/transactions.js';
import { placesIn, RevocationBits } from '../tokens/revocation-bits.js';
import { changesOf } from './incident-changes.js';
import { incidentEnded } from './incident-events.js';
import { matchOf } from './incident-match.js';
import { statusesOf } from './matched-tokens.js';

/** So many rows are marked well within a statement's time limit. */
const BATCH = 2_000;
/** After this long any instance goes on with what another one has left. */
const LOOK_EVERY_MS = 5_000;
const BUSY_PAUSE_MS = 250;

/** What one step came to. `busy`: another instance works. `waiting`: somebody else has locked rows. */
type Step = 'idle' | 'busy' | 'waiting' | 'worked';

/**
 * Marks the rows of tokens that incidents are about, one incident after another and in small transactions. What is left
 * of them stands in the database: after a crash any instance goes on with it.
 */
@Injectable()
export class IncidentWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(IncidentWorker.name);
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;

  constructor(
    private readonly incidents: IncidentRepository,
    private readonly chunks: IncidentChunkRepository,
    private readonly tokens: IncidentTokenRepository,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.wake();
    this.timer = setInterval(() => this.wake(), LOOK_EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.working;
  }

  /** Goes on in the background until there is nothing left. */
  wake(): void {
    this.working ??= this.workAll().finally(() => (this.working = undefined));
  }

  private async workAll(): Promise<void> {
    try {
      let step: Step = 'worked';
      while (step !== 'idle' && !this.stopping.signal.aborted) {
        const startedAt = performance.now();
        step = await this.work();
        // Half of the time belongs to others.
        await this.pause(step === 'worked' ? performance.now() - startedAt : BUSY_PAUSE_MS);
      }
    } catch (err) {
      this.logger.warn({ msg: 'The rows of an incident were not marked; another attempt follows', err });
      await this.incidents.setFailure('The tokens could not be marked; another attempt follows').catch(() => undefined);
    }
  }

  private async pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  /** Takes one step, where nobody else takes one at this moment. */
  work(): Promise<Step> {
    return this.transactions.run(async (transaction) => {
      if (!(await this.incidents.tryLockWork(transaction))) return 'busy';
      const incident = await this.incidents.findUnfinished(transaction);
      if (!incident) return 'idle';
      const chunk = await this.chunks.findFirst(transaction, incident.number);
      if (chunk) return this.markBatch(transaction, incident, chunk);
      if (!(await this.addRefreshedMeanwhile(transaction, incident))) await this.end(transaction, incident);
      return 'worked';
    });
  }

  private async markBatch(
    transaction: Transaction,
    incident: IncidentEntity,
    chunk: IncidentChunkEntity,
  ): Promise<Step> {
    const places = placesIn(chunk.bits);
    const end = Math.min(chunk.position + BATCH, places.length);
    const idxs = places.slice(chunk.position, end).map((at) => chunk.chunk * BITS_PER_CHUNK + at);
    const { startedAt: at, reason, actorId } = incident;
    const ending = { actor: { type: 'user', principal: { userId: actorId } }, reason, at } as const;
    if ((await this.tokens.mark(transaction, incident, ending, idxs)) > 0) return 'waiting';
    await this.incidents.addDone(transaction, incident, idxs.length);
    if (end < places.length) await this.chunks.updatePosition(transaction, chunk, end);
    else await this.chunks.delete(transaction, chunk);
    return 'worked';
  }

  /** A session that was refreshed while its refresh token was being found must keep nothing of it. */
  private async addRefreshedMeanwhile(transaction: Transaction, incident: IncidentEntity): Promise<boolean> {
    if (incident.action === 'restore') return false;
    const match = matchOf(incident);
    const wanted = { match, statuses: statusesOf(incident.action, match), now: this.clock.now() };
    const idxs = await this.tokens.findRefreshedMeanwhile(transaction, incident, wanted);
    const bits = new RevocationBits();
    for (const idx of idxs) bits.add(idx);
    await this.chunks.insert(transaction, incident.number, bits.entries());
    await this.incidents.addMatched(transaction, incident, idxs.length);
    for (const change of changesOf(incident.action, bits, idxs.length)) transaction.announce(change);
    return idxs.length > 0;
  }

  private async end(transaction: Transaction, incident: IncidentEntity): Promise<void> {
    await this.incidents.end(transaction, incident, this.clock.now());
    transaction.record(SYSTEM, incidentEnded(incident));
  }
}
