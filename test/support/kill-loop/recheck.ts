import { basic, PASSWORD } from '../test-app.js';
import type { KillableService } from './killable-service.js';
import type { Ledger } from './ledger.js';

/** The user, of role `service`, who introspects. */
export const CALLER = 'rechecks';
const AT_ONCE = 16;

export interface Recheck {
  readonly active: number;
  readonly ended: number;
  /** Tokens that were acknowledged and never ended, and are refused nevertheless. */
  readonly lost: string[];
  /** Tokens whose end was acknowledged, and which are accepted nevertheless. */
  readonly revived: string[];
}

/** Introspects each of the tokens and holds the response against what was acknowledged. */
export async function recheck(service: KillableService, ledger: Ledger, texts: readonly string[]): Promise<Recheck> {
  const counts = { active: 0, ended: 0 };
  const [lost, revived]: [string[], string[]] = [[], []];
  const left = texts.values();
  const work = async (): Promise<void> => {
    for (const text of left) {
      const expected = ledger.states.get(text)!;
      counts[expected]++;
      const isActive = await introspect(service.url, text);
      if (isActive && expected === 'ended') revived.push(text);
      if (!isActive && expected === 'active') lost.push(text);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { ...counts, lost, revived };
}

async function introspect(url: string, token: string): Promise<boolean> {
  const response = await fetch(`${url}/oauth2/introspect`, {
    method: 'POST',
    headers: { ...basic(CALLER, PASSWORD), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token }).toString(),
  });
  const body = await response.text();
  if (response.status !== 200) throw new Error(`Introspection got ${response.status}: ${body}`);
  return (JSON.parse(body) as { active: boolean }).active;
}
