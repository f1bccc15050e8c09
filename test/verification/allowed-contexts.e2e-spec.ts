import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ADD, CHANGE } from '../support/context-tokens.js';
import { basic, TestApp, type TestResponse, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { all, askAll, until, verifierOf } from '../support/verification-paths.js';

const CONTEXTS = [ADD, CHANGE, 'Third'];

let database: TestDatabase;
let app: TestApp;
/** Another instance, which did none of the changes. */
let other: TestApp;
let admin: TestUser;
let gateway: TestUser;
let users = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  other = await TestApp.start(database.url, { clock: app.clock });
  admin = await app.createUser('root', 'admin');
  gateway = await app.createUser('gateway', 'service');
  await manage('POST', '/admin/contexts', { code: 3, name: 'Third' });
});

afterAll(async () => {
  await app.close();
  await other.close();
  await database.drop();
});

const manage = (method: string, path: string, json?: unknown): Promise<TestResponse> =>
  app.call(method, path, { headers: basic(admin.username, admin.password), json });

interface Owner {
  readonly user: TestUser;
  allowed: readonly string[] | null;
  enabled: boolean;
}

interface Token {
  readonly text: string;
  owner: Owner;
  contexts: readonly string[];
  isActive: boolean;
}

const may = ({ allowed }: Owner, context: string): boolean => allowed === null || allowed.includes(context);

/** What users, tokens and changes come to, said once more without a database. */
class World {
  readonly tokens: Token[] = [];

  constructor(readonly owners: readonly Owner[]) {}

  async allow(owner: Owner, allowed: readonly string[] | null): Promise<void> {
    const { status } = await manage('PUT', `/admin/users/${owner.user.id}/contexts`, { allowed });
    expect(status).toBe(200);
    owner.allowed = allowed;
  }

  async setEnabled(owner: Owner, enabled: boolean): Promise<void> {
    await manage('PATCH', `/admin/users/${owner.user.id}`, { enabled });
    owner.enabled = enabled;
    if (!enabled) for (const token of this.tokens) if (token.owner === owner) token.isActive = false;
  }

  async issue(owner: Owner, contexts: readonly string[]): Promise<void> {
    const { status, body } = await manage('POST', '/api/authtokens', { userId: owner.user.id, context: contexts });
    const isAllowed = contexts.every((context) => may(owner, context));
    expect(status).toBe(!owner.enabled ? 400 : isAllowed ? 201 : 403);
    if (status === 201)
      this.tokens.push({ text: (body as Token & { token: string }).token, owner, contexts, isActive: true });
  }

  async change(token: Token, owner: Owner | undefined, contexts: readonly string[] | undefined): Promise<void> {
    const json = { token: token.text, ...(owner && { userId: owner.user.id }), ...(contexts && { context: contexts }) };
    const { status } = await manage('PUT', '/api/authtokens', json);
    const isMoved = owner !== undefined && owner !== token.owner;
    const wanted = contexts ?? (isMoved ? token.contexts : []);
    const isAllowed = wanted.every((context) => may(owner ?? token.owner, context));
    expect(status).toBe(!token.isActive ? 404 : owner && !owner.enabled ? 400 : isAllowed ? 204 : 403);
    if (status !== 204) return;
    token.owner = owner ?? token.owner;
    token.contexts = contexts ?? token.contexts;
  }

  async revoke(token: Token): Promise<void> {
    await manage('DELETE', '/api/authtokens', { token: token.text });
    token.isActive = false;
  }

  /** That each path says what is to be, on the other instance too. A new verifier has heard nothing before. */
  async check({ text, owner, contexts, isActive }: Token, context: string): Promise<void> {
    const isValid = contexts.includes(context) && may(owner, context);
    const expected = all(!isActive ? 'token_invalid' : isValid ? 'valid' : 'context_missing');
    for (const instance of [app, other]) {
      const verifier = verifierOf(instance, { credentials: gateway });
      expect(await askAll(instance, verifier, gateway, text, context)).toEqual(expected);
      verifier.close();
    }
  }
}

const index = fc.nat({ max: 1_000 });
const some = fc.subarray(CONTEXTS, { minLength: 1 });
const steps = fc.oneof(
  fc.record({ do: fc.constant('allow' as const), at: index, allowed: fc.option(fc.subarray(CONTEXTS)) }),
  fc.record({ do: fc.constant('issue' as const), at: index, contexts: some }),
  fc.record({
    do: fc.constant('change' as const),
    at: index,
    to: fc.option(index, { nil: undefined }),
    contexts: fc.option(some, { nil: undefined }),
  }),
  fc.record({ do: fc.constant('enable' as const), at: index, enabled: fc.boolean() }),
  fc.record({ do: fc.constant('revoke' as const), at: index }),
);
type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never;

async function take(step: Step, world: World): Promise<void> {
  const owner = world.owners[step.at % world.owners.length]!;
  const token = world.tokens[step.at % Math.max(1, world.tokens.length)];
  if (step.do === 'allow') await world.allow(owner, step.allowed);
  else if (step.do === 'issue') await world.issue(owner, step.contexts);
  else if (step.do === 'enable') await world.setEnabled(owner, step.enabled);
  else if (!token) return;
  else if (step.do === 'revoke') await world.revoke(token);
  else {
    const to = step.to === undefined ? undefined : world.owners[step.to % world.owners.length];
    // A request that changes nothing is refused before anybody is asked for.
    if (to || step.contexts) await world.change(token, to, step.contexts);
  }
}

describe('a context token', () => {
  it('does what its contexts and its owner both allow now, whatever was changed, in every verification path', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(steps, { minLength: 3, maxLength: 9 }),
        fc.infiniteStream(index),
        async (story, chosen) => {
          const created = [await app.createUser(`user${users++}`), await app.createUser(`user${users++}`)];
          const world = new World(created.map((user) => ({ user, allowed: null, enabled: true })));
          await world.issue(world.owners[0]!, CONTEXTS);
          for (const step of story) {
            await take(step, world);
            const token = world.tokens[chosen.next().value! % world.tokens.length]!;
            await world.check(token, CONTEXTS[chosen.next().value! % CONTEXTS.length]!);
          }
          for (const token of world.tokens) for (const context of CONTEXTS) await world.check(token, context);
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);

  it('loses a context within a second where a local verifier has just found it valid', async () => {
    const user = await app.createUser(`user${users++}`);
    const world = new World([{ user, allowed: null, enabled: true }]);
    await world.issue(world.owners[0]!, [ADD]);
    const { text } = world.tokens[0]!;
    const verifier = verifierOf(other, { credentials: gateway });
    expect(await askAll(other, verifier, gateway, text, ADD)).toEqual(all('valid'));
    await world.allow(world.owners[0]!, [CHANGE]);
    const changedAt = performance.now();
    const isRefused = async (): Promise<boolean> =>
      JSON.stringify(await askAll(other, verifier, gateway, text, ADD)) === JSON.stringify(all('context_missing'));
    await until(async () => (await isRefused()) || performance.now() - changedAt > 5_000);
    expect(await isRefused()).toBe(true);
    verifier.close();
  });
});
