import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { UserActor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { IncidentAction } from '../common/incident.js';
import { timeOrderedId } from '../common/time-ordered-id.js';
import type { TokenMatch } from '../common/token-match.js';
import type { IncidentEntity } from '../database/entities/incident.entity.js';
import { IncidentChunkRepository } from '../database/repositories/incident-chunk.repository.js';
import { IncidentRepository } from '../database/repositories/incident.repository.js';
import type { ListedToken } from '../database/repositories/token-list.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { TokenRegistryService } from '../tokens/token-registry.service.js';
import { changesOf } from './incident-changes.js';
import { incidentBegan } from './incident-events.js';
import { IncidentWorker } from './incident-worker.service.js';
import { MatchedTokensFinder, statusesOf, type MatchedTokens } from './matched-tokens.js';

export interface NewIncident {
  readonly action: IncidentAction;
  readonly match: TokenMatch;
  readonly reason: string;
  /** How many tokens match, as whoever acts has seen it. */
  readonly expect: number;
}

export interface IncidentPreview extends MatchedTokens {
  /** Some of them, as lists show them. */
  readonly sample: readonly ListedToken[];
}

const SAMPLE = 10;

/** Suspending, revoking and restoring all tokens that match, however many they are. */
@Injectable()
export class IncidentsService {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly incidents: IncidentRepository,
    private readonly chunks: IncidentChunkRepository,
    private readonly finder: MatchedTokensFinder,
    private readonly worker: IncidentWorker,
    private readonly registry: TokenRegistryService,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /** What an incident would be about at this moment. @throws AppError `unavailable`. */
  async preview(action: IncidentAction, match: TokenMatch): Promise<IncidentPreview> {
    const matched = await this.inTurn(() => this.finder.find(action, match));
    return { ...matched, sample: await this.listSample(action, match) };
  }

  /**
   * Begins an incident: from its commit on all instances do with the tokens what it says. Their rows follow, and those
   * of few tokens before this returns.
   * @throws AppError `match_changed` where another number than `expect` match.
   */
  async begin(actor: UserActor, wanted: NewIncident): Promise<IncidentEntity> {
    const id = await this.inTurn(() => this.insert(actor, wanted));
    await this.markFirst();
    return this.getIncident(id);
  }

  /** @throws AppError `incident_not_found`. */
  async getIncident(id: string): Promise<IncidentEntity> {
    const incident = isUuid(id) ? await this.incidents.findById(id) : null;
    if (!incident) throw new AppError('incident_not_found', 'There is no incident of this id');
    return incident;
  }

  /** From the newest on. @param before the number that the page begins below. */
  listIncidents(before: string | undefined, limit: number): Promise<IncidentEntity[]> {
    return this.incidents.listPage(before, limit);
  }

  /** @returns its id. */
  private insert(actor: UserActor, { action, match, reason, expect }: NewIncident): Promise<string> {
    const { userId: actorId, username: actorUsername } = actor.principal;
    return this.transactions.run(async (transaction) => {
      await this.incidents.lockBeginning(transaction);
      const startedAt = this.clock.now();
      const { bits, count: matched } = await this.finder.find(action, match, transaction);
      if (matched !== expect) throw matchChanged(matched, expect);
      const id = timeOrderedId(startedAt);
      const incident = { id, action, reason, match, actorId, actorUsername, matched, startedAt };
      const number = await this.incidents.insert(transaction, incident);
      await this.chunks.insert(transaction, number, bits.entries());
      for (const change of changesOf(action, bits, matched)) transaction.announce(change);
      transaction.record(actor, incidentBegan(incident));
      return id;
    });
  }

  private async listSample(action: IncidentAction, match: TokenMatch): Promise<readonly ListedToken[]> {
    const sample: ListedToken[] = [];
    for (const status of statusesOf(action, match)) {
      sample.push(...(await this.registry.listTokens({ ...match, status }, undefined, SAMPLE - sample.length)));
      if (sample.length === SAMPLE) break;
    }
    return sample;
  }

  /** One after another: what takes so long has one connection of this instance, however many ask for it. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  /** A few steps now, the others in the background, which also says what fails. */
  private async markFirst(): Promise<void> {
    try {
      for (let steps = 0; steps < FIRST_STEPS && (await this.worker.work()) === 'worked'; steps++);
    } catch {
      // It has begun all the same, and the background says why it does not go on.
    }
    this.worker.wake();
  }
}

/** One marks, one looks for what was refreshed meanwhile and ends the incident. */
const FIRST_STEPS = 2;

function matchChanged(matched: number, expect: number): AppError {
  return new AppError('match_changed', `${matched} tokens match, not ${expect}`, { details: { matched } });
}
