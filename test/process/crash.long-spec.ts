import { expect, it } from '@jest/globals';
import { expectNothingLost, runKillLoop, type KillLoopResult, type Round } from '../support/kill-loop/kill-loop.js';
import type { Victim } from '../support/kill-loop/killable-service.js';
import { printTable } from '../support/login-load.js';

/** Fewer to try it quickly. */
const OPERATIONS = Number(process.env.KILL_LOOP_OPERATIONS ?? 100_000);
const KILLS = 20;
const VICTIMS = Array.from({ length: KILLS }, (_, n): Victim => (n % 4 === 3 ? 'database' : 'service'));

let kills = 0;

function printRound({ victim, operations, downMs, recheck }: Round): void {
  const { active, ended, lost, revived } = recheck;
  process.stdout.write(
    `Kill ${++kills} of ${KILLS}, ${victim}: ${operations} operations; ready after ${downMs} ms; ` +
      `${lost.length} of ${active} active tokens lost, ${revived.length} of ${ended} ended ones revived\n`,
  );
}

function print({ ledger, rounds, recheck, requests, differences, log }: KillLoopResult, seconds: number): void {
  const operations = [...ledger.counts].sort().map(([operation, times]) => ({ operation, acknowledged: times }));
  printTable(`${ledger.acknowledged} operations in ${seconds} s`, operations);
  const kills = (['service', 'database'] as const).map((killed) => {
    const down = rounds.filter(({ victim }) => victim === killed).map(({ downMs }) => downMs);
    return { killed, times: down.length, 'ready again after ms, at most': Math.max(...down) };
  });
  printTable('Kills', kills);
  printTable('Rechecked at the end', [
    { what: 'active tokens: lost', number: recheck.active, wrong: recheck.lost.length },
    { what: 'ended tokens: revived', number: recheck.ended, wrong: recheck.revived.length },
    { what: 'acknowledged acts: not exactly one event', number: ledger.acknowledged, wrong: requests.wrong.length },
    { what: 'events: state and log differ', number: log.events, wrong: differences.length },
    { what: 'checkpoints: not of this log', number: log.checkpoints, wrong: log.foreign.length },
  ]);
  process.stdout.write(`\n${ledger.inDoubt} requests without a response, ${requests.ofOthers} of them done.\n`);
  process.stdout.write(`${log.verdict}\n`);
}

it('nothing acknowledged is lost or revived under kill -9, and the audit log tells exactly what was done', async () => {
  const startedAt = performance.now();
  const result = await runKillLoop({ operations: OPERATIONS, victims: VICTIMS, onRound: printRound });
  print(result, Math.round((performance.now() - startedAt) / 1000));
  expectNothingLost(result);
  expect(result.ledger.counts.size).toBe(14);
}, 7_200_000);
