import { expect } from '@jest/globals';
import { Client } from 'pg';
import { basic, PASSWORD } from '../test-app.js';
import { compareRequests, differencesOfStateAndLog, type Difference, type ToldRequests } from './acts-and-events.js';
import { LoopClient } from './client.js';
import { until } from '../verification-paths.js';
import { KillableService, type Victim } from './killable-service.js';
import { Ledger } from './ledger.js';
import { proveLog, readCheckpoint, type LogProof } from './log-proof.js';
import { CALLER, recheck, type Recheck } from './recheck.js';

/** Enough that several requests are under way at the moment of a kill. */
const CLIENTS = 12;

export interface KillLoopOptions {
  /** How many acknowledged operations there are to be at least. */
  readonly operations: number;
  /** What is killed, one after the other. */
  readonly victims: readonly Victim[];
  /** Called after each kill. */
  readonly onRound?: (round: Round) => void;
}

/** What one kill left. */
export interface Round {
  readonly victim: Victim;
  /** How many operations were acknowledged before, from the beginning on. */
  readonly operations: number;
  /** Until the service was ready again. */
  readonly downMs: number;
  /** Of the tokens that were issued or ended since the last kill. */
  readonly recheck: Recheck;
}

export interface KillLoopResult {
  readonly ledger: Ledger;
  readonly rounds: readonly Round[];
  /** Of all tokens, at the end. */
  readonly recheck: Recheck;
  readonly requests: ToldRequests;
  readonly differences: readonly Difference[];
  readonly log: LogProof;
}

/**
 * Has clients work while the service and its database are killed again and again. After each kill the tokens of the
 * time before are rechecked ahead of further work; at the end all of them, and the state and the log are held against
 * each other.
 */
export async function runKillLoop(options: KillLoopOptions): Promise<KillLoopResult> {
  const service = new KillableService();
  try {
    await service.start();
    await createCaller(service.url);
    return await new KillLoop(service, options).run();
  } finally {
    await service.stop();
  }
}

/** What holds after any kill loop. */
export function expectNothingLost({ ledger, rounds, recheck, requests, differences, log }: KillLoopResult): void {
  expect(ledger.refusals).toEqual([]);
  for (const { lost, revived } of [...rounds.map((round) => round.recheck), recheck]) {
    expect({ lost, revived }).toEqual({ lost: [], revived: [] });
  }
  expect(recheck.active).toBeGreaterThan(0);
  expect(recheck.ended).toBeGreaterThan(0);
  expect(requests.wrong).toEqual([]);
  expect(requests.ofOthers).toBeLessThanOrEqual(ledger.inDoubt);
  expect(differences).toEqual([]);
  expect(log.foreign).toEqual([]);
  expect(log.verdict).toMatch(/^http:\/\/tessera\.test\/audit\/0: \d+ events from leaf 0 on are as they were signed/);
  expect(log.verdict).toMatch('and the log only grew since it had');
}

async function createCaller(url: string): Promise<void> {
  const body = JSON.stringify({ username: CALLER, password: PASSWORD, role: 'service' });
  const headers = { ...basic('admin', PASSWORD), 'content-type': 'application/json' };
  const { status } = await fetch(`${url}/admin/users`, { method: 'POST', headers, body });
  expect(status).toBe(201);
}

class KillLoop {
  private readonly ledger = new Ledger();
  private readonly rounds: Round[] = [];
  private readonly seen: string[] = [];
  private isOver = false;

  constructor(
    private readonly service: KillableService,
    private readonly options: KillLoopOptions,
  ) {}

  async run(): Promise<KillLoopResult> {
    const { service, ledger, rounds } = this;
    const clients = Array.from({ length: CLIENTS }, (_, n) => new LoopClient(`client${n}`, service, ledger));
    const working = clients.map((client) => client.work(() => this.isOver));
    try {
      for (const victim of this.options.victims) rounds.push(await this.round(victim));
    } finally {
      this.isOver = true;
      service.open();
      await Promise.all(working);
    }
    const checked = await recheck(service, ledger, [...ledger.states.keys()]);
    const client = new Client({ connectionString: service.databaseUrl });
    await client.connect();
    try {
      const log = await proveLog(service.url, client, this.seen);
      const requests = await compareRequests(client, ledger);
      return { ledger, rounds, recheck: checked, requests, differences: await differencesOfStateAndLog(client), log };
    } finally {
      await client.end();
    }
  }

  /** Returns after another operation was acknowledged. */
  private progress(): Promise<void> {
    const { acknowledged } = this.ledger;
    return until(() => this.ledger.acknowledged > acknowledged);
  }

  /** Lets the clients work for their share of the operations, and kills while they do. */
  private async round(victim: Victim): Promise<Round> {
    const { service, ledger, rounds, options } = this;
    const goal = ((rounds.length + 1) * options.operations) / options.victims.length;
    service.open();
    while (ledger.acknowledged < goal) await this.progress();
    this.seen.push(await readCheckpoint(service.url));
    const downMs = Math.round(await service.kill(victim));
    const operations = ledger.acknowledged;
    const round = { victim, operations, downMs, recheck: await recheck(service, ledger, ledger.takeChanged()) };
    options.onRound?.(round);
    return round;
  }
}
