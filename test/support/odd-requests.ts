import { request } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const AT_ONCE = 20;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'LOCK', 'M-SEARCH'];
/** A stream that has no end, and what has pages of the console or the documentation beside it. */
const LEFT_OUT = ['/', '/revocations/events', '/console/session', '/console/session/reauthenticate'];
const ENDINGS = ['', '/', '/..', '?x=1', '?limit=0', '/%00', '/%zz', '/extra', '?after=%ff'];
const CHARACTERS = 'abcXYZ019-_.~%41%2f{}*:@';
const BODIES = [
  '',
  '{',
  '{}',
  '[]',
  'null',
  '"text"',
  'token=x',
  JSON.stringify({ username: 'nobody', password: 'x' }),
];
const TYPES = ['application/json', 'application/x-www-form-urlencoded', 'text/plain', 'nonsense'];

/** Paths of the API, with their parameters in braces. */
function templates(): string[] {
  const file = join(import.meta.dirname, '..', '..', 'openapi.json');
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, unknown> };
  return Object.keys(paths).filter((path) => !LEFT_OUT.includes(path));
}

/** Sends requests of which many make no sense: known and unknown paths and methods, bodies and credentials. */
export class OddRequests {
  private readonly templates = templates();

  /**
   * @param credentials values of `Authorization` that are sent now and then.
   * @param random from 0 to 1.
   */
  constructor(
    private readonly url: string,
    private readonly credentials: readonly string[],
    private readonly random: () => number,
  ) {}

  async send(count: number): Promise<void> {
    let left = count;
    const sendSome = async (): Promise<void> => {
      while (left-- > 0) await this.sendOne();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sendSome));
  }

  private sendOne(): Promise<void> {
    const authorization = this.one(['', 'Basic eDp5', 'Bearer x', ...this.credentials]);
    const headers = { 'content-type': this.one(TYPES), ...(authorization !== '' && { authorization }) };
    const options = { method: this.one(METHODS), path: this.path(), headers, agent: false } as const;
    return new Promise((resolve, reject) => {
      const sent = request(this.url, options, (response) => response.resume().once('end', resolve));
      sent.once('error', reject).end(options.method === 'GET' || options.method === 'HEAD' ? '' : this.one(BODIES));
    });
  }

  private path(): string {
    if (this.random() < 0.3) return `/${this.word()}/${this.word()}${this.one(ENDINGS)}`;
    return this.one(this.templates).replace(/\{\w+\}/g, () => this.word()) + this.one(ENDINGS);
  }

  private word(): string {
    const length = 1 + Math.floor(this.random() * 20);
    return Array.from({ length }, () => this.one([...CHARACTERS])).join('');
  }

  private one<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.random() * choices.length)]!;
  }
}

/** A row of numbers from 0 to 1 that looks random and is always the same (a linear congruential generator). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
