import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { INCIDENT_ACTIONS, type IncidentAction } from '../../src/common/incident.js';
import { timeOrderedId } from '../../src/common/time-ordered-id.js';
import type { TokenMatch } from '../../src/common/token-match.js';
import { ChangeFeed } from '../../src/database/changes/change-feed.js';
import { TokenListRepository } from '../../src/database/repositories/token-list.repository.js';
import { TokenRepository } from '../../src/database/repositories/token.repository.js';
import { TransactionRunner } from '../../src/database/transactions.js';
import { IncidentsService } from '../../src/incidents/incidents.service.js';
import { IncidentWorker } from '../../src/incidents/incident-worker.service.js';
import { RevocationState } from '../../src/tokens/revocation-state.js';
import { insertTokens } from '../support/bulk-tokens.js';
import { holdWork } from '../support/held-work.js';
import { ADMIN, restoreTokensOf, suspendTokensOf } from '../support/suspensions.js';
import { bearer, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { V1Client } from '../support/v1-client.js';
import { until } from '../support/verification-paths.js';

let database: TestDatabase;
let app: TestApp;
let incidents: IncidentsService;
let held: { release: () => Promise<void> } | undefined;
let users = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  incidents = app.get(IncidentsService);
});

afterEach(async () => {
  await held?.release();
  held = undefined;
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const newUser = (): Promise<TestUser> => app.createUser(`user${users++}`);

async function begin(action: IncidentAction, match: TokenMatch): Promise<string> {
  const { count: expect } = await incidents.preview(action, match);
  return (await incidents.begin(ADMIN, { action, match, reason: 'A test', expect })).id;
}

/** Until every row says what the incidents did. */
async function untilDone(): Promise<void> {
  const worker = app.get(IncidentWorker);
  while ((await worker.work()) !== 'idle');
}

const verify = async (token: string, instance = app): Promise<number> =>
  (await instance.call('GET', '/auth/verify', { headers: bearer(token) })).status;

type Status = 'active' | 'suspended' | 'revoked';

const NEXT: Readonly<Record<IncidentAction, (status: Status) => Status>> = {
  suspend: (status) => (status === 'active' ? 'suspended' : status),
  revoke: () => 'revoked',
  restore: (status) => (status === 'suspended' ? 'active' : status),
};

/** An incident about the tokens of some users, of all statuses or of one; a revocation by hand; or a while for the work. */
const STEP = fc.oneof(
  fc.record({
    action: fc.constantFrom(...INCIDENT_ACTIONS),
    kinds: fc.constantFrom(['login'] as const, ['api_key'] as const, ['login', 'api_key'] as const),
    status: fc.constantFrom(undefined, undefined, 'active' as const, 'suspended' as const, 'revoked' as const),
  }),
  fc.record({ revoked: fc.nat({ max: 5 }) }),
  fc.constant('work' as const),
);

interface Token {
  readonly id: string;
  readonly idx: number;
  readonly kind: 'login' | 'api_key';
  status: Status;
}

async function insert(user: TestUser, kind: Token['kind']): Promise<Token> {
  const now = app.clock.now();
  const id = timeOrderedId(now);
  const [row] = await database.query<{ idx: string }>(
    `INSERT INTO tokens (id, idx, kind, user_id, issued_at, expires_at)
     VALUES ($1, nextval('tokens_idx_seq'), $2, $3, $4, $4::timestamptz + interval '1 day') RETURNING idx`,
    [id, kind, user.id, now],
  );
  return { id, idx: Number(row!.idx), kind, status: 'active' };
}

async function expectValid(tokens: readonly Token[]): Promise<void> {
  await app.get(ChangeFeed).readAgain();
  const state = app.get(RevocationState);
  expect(tokens.map(({ idx }) => state.isValid(idx))).toEqual(tokens.map(({ status }) => status === 'active'));
  const listed = tokens.map(({ id }) => app.get(TokenListRepository).find(id, app.clock.now()));
  expect((await Promise.all(listed)).map((token) => token?.status)).toEqual(tokens.map(({ status }) => status));
}

async function revokeByHand(token: Token): Promise<void> {
  const ending = { actor: ADMIN, reason: 'By hand', at: app.clock.now() };
  await app
    .get(TransactionRunner)
    .run((transaction) => app.get(TokenRepository).revokeById(transaction, ending, token.id));
  token.status = 'revoked';
}

describe('incidents', () => {
  it('come to what one after another would, however late their rows are marked', async () => {
    const tokensOf = async (user: TestUser): Promise<Token[]> => {
      const kinds = ['login', 'api_key', 'login', 'api_key', 'login', 'api_key'] as const;
      const tokens: Token[] = [];
      for (const kind of kinds) tokens.push(await insert(user, kind));
      return tokens;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(STEP, { minLength: 2, maxLength: 8 }), async (steps) => {
        await held?.release();
        const user = await newUser();
        const tokens = await tokensOf(user);
        held = await holdWork(database);
        for (const step of steps) {
          if (step === 'work') {
            await held.release();
            await untilDone();
            held = await holdWork(database);
          } else if ('revoked' in step) {
            await revokeByHand(tokens[step.revoked]!);
          } else {
            const { action, kinds, status } = step;
            const hits = tokens.filter(
              (token) =>
                (kinds as readonly string[]).includes(token.kind) &&
                (status === undefined || token.status === status) &&
                NEXT[action](token.status) !== token.status,
            );
            const match = { userId: user.id, kinds, ...(status && { status }) };
            const preview = await incidents.preview(action, match);
            expect([preview.count, preview.users]).toEqual([hits.length, Math.min(hits.length, 1)]);
            await begin(action, match);
            for (const token of hits) token.status = NEXT[action](token.status);
          }
          await expectValid(tokens);
        }
        // As an instance that starts now has it, with rows that do not say it yet.
        await app.get(RevocationState).load();
        await expectValid(tokens);
        await held.release();
        await untilDone();
        const rows = await database.query<{ status: Status }>(
          `SELECT CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN suspended_at IS NOT NULL THEN 'suspended'
             ELSE 'active' END AS status FROM tokens WHERE user_id = $1 ORDER BY idx`,
          [user.id],
        );
        expect(rows.map(({ status }) => status)).toEqual(tokens.map(({ status }) => status));
        await app.get(RevocationState).load();
        await expectValid(tokens);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 120_000);

  it('that revoke move the uses of the tokens to those of revoked ones', async () => {
    const user = await newUser();
    await app.logIn(user);
    await begin('revoke', { userId: user.id });
    await untilDone();
    const revoked = 'SELECT revoked FROM token_uses JOIN tokens ON tokens.id = token_id WHERE user_id = $1';
    expect(await database.query(revoked, [user.id])).toEqual([{ revoked: true }]);
  });

  it('are not gone on with while another one begins', async () => {
    const user = await newUser();
    await app.logIn(user);
    held = await holdWork(database);
    await begin('suspend', { userId: user.id });
    await held.release();
    held = await holdWork(database, 'incidentBeginning');
    expect(await app.get(IncidentWorker).work()).toBe('busy');
    await held.release();
    await untilDone();
    expect(await database.query('SELECT FROM incident_chunks')).toEqual([]);
  });

  it('of which two begin at once end as one after the other would', async () => {
    const user = await newUser();
    const tokens = await Promise.all([app.logIn(user), app.logIn(user)]);
    const match = { userId: user.id };
    const both = await Promise.allSettled([
      incidents.begin(ADMIN, { action: 'suspend', match, reason: 'x', expect: 2 }),
      incidents.begin(ADMIN, { action: 'restore', match, reason: 'x', expect: 2 }),
    ]);
    await untilDone();
    // The one that restores comes second, or finds nothing to restore.
    const [, restored] = both;
    const expected = restored.status === 'fulfilled' ? 200 : 401;
    expect(both[0].status).toBe('fulfilled');
    for (const token of tokens) expect(await verify(token)).toBe(expected);
    if (restored.status === 'rejected') expect(restored.reason).toMatchObject({ code: 'match_changed' });
  });

  it('count before any row is marked, on an instance that starts meanwhile too, for opaque tokens and sessions', async () => {
    const user = await newUser();
    const v1 = new V1Client(app);
    const { refresh_token, access_token } = await v1.logIn(user);
    held = await holdWork(database);
    await suspendTokensOf(app, user);
    const later = await TestApp.start(database.url, { clock: app.clock });
    expect([await verify(access_token), await verify(access_token, later)]).toEqual([401, 401]);
    expect((await v1.refresh(user.username, refresh_token)).status).toBe(401);
    await held.release();
    await untilDone();
    held = await holdWork(database);
    await restoreTokensOf(app, user);
    expect((await v1.refresh(user.username, refresh_token)).status).toBe(200);
    expect((await new V1Client(later).refresh(user.username, refresh_token)).status).toBe(200);
    await later.close();
  });

  it('are about what a session gave while its refresh token was being found, too', async () => {
    const user = await newUser();
    const { refresh_token } = await new V1Client(app).logIn(user);
    held = await holdWork(database);
    const id = await begin('revoke', { userId: user.id });
    // As a refresh that began before: on an instance that had not heard of the incident.
    const given = await insert(user, 'login');
    await database.query(
      `UPDATE tokens SET session_id = (SELECT session_id FROM tokens WHERE user_id = $1 AND kind = 'session_refresh')
       WHERE id = $2`,
      [user.id, given.id],
    );
    const since = await insert(user, 'login');
    await held.release();
    await untilDone();
    expect(await incidents.getIncident(id)).toMatchObject({ matched: 4, done: 4 });
    const state = app.get(RevocationState);
    expect([state.isValid(given.idx), state.isValid(since.idx)]).toEqual([false, true]);
    expect(refresh_token).toEqual(expect.any(String));
  });

  it('of very many tokens are told as a whole, and wait for nobody who has locked a row', async () => {
    const user = await newUser();
    await insertTokens(database, 12_000, `${user.id}`, app.clock.now());
    const rows = await database.query<{ idx: string; id: string }>(
      'SELECT idx, id FROM tokens WHERE user_id = $1 ORDER BY idx',
      [user.id],
    );
    const idxs = rows.map(({ idx }) => Number(idx));
    const bystander = await insert(await newUser(), 'login');
    const locker = new pg.Client({ connectionString: database.url });
    await locker.connect();
    await locker.query('BEGIN');
    await locker.query('SELECT FROM tokens WHERE id = $1 FOR UPDATE', [rows[0]!.id]);
    const id = await begin('revoke', { userId: user.id });
    const state = app.get(RevocationState);
    expect(idxs.filter((idx) => state.isValid(idx))).toEqual([]);
    expect(state.isValid(bystander.idx)).toBe(true);
    expect(await incidents.getIncident(id)).toMatchObject({ endedAt: null, failure: null });
    await locker.query('ROLLBACK');
    await locker.end();
    await untilDone();
    expect(await incidents.getIncident(id)).toMatchObject({ matched: 12_000, done: 12_000 });
    const [left] = await database.query('SELECT count(*)::int FROM tokens WHERE user_id = $1 AND revoked_at IS NULL', [
      user.id,
    ]);
    expect(left).toEqual({ count: 0 });
  });

  it('that cannot go on say so, and go on once they can', async () => {
    const user = await newUser();
    await insert(user, 'login');
    await database.query(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$;
      CREATE TRIGGER refusing BEFORE UPDATE OF revoked_at ON tokens FOR EACH ROW EXECUTE FUNCTION refuse()`);
    const id = await begin('revoke', { userId: user.id });
    await until(async () => (await incidents.getIncident(id)).failure !== null);
    expect(await incidents.getIncident(id)).toMatchObject({
      endedAt: null,
      failure: 'The tokens could not be marked; another attempt follows',
    });
    await database.query('DROP TRIGGER refusing ON tokens');
    await untilDone();
    expect(await incidents.getIncident(id)).toMatchObject({ matched: 1, done: 1, failure: null });
  });
});
