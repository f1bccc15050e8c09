import { createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyTLogInclusion } from '@sigstore/verify/dist/tlog/index.js';
import { verifyExport } from '../../../packages/cli/src/audit/verify-export.js';
import type { AuditEvent } from '../../../src/common/audit-event.js';
import { openCheckpoint, type Checkpoint } from '../../../src/audit/checkpoints/checkpoint.js';
import { parseVerifierKey } from '../../../src/audit/checkpoints/signed-note.js';
import { leafHash } from '../../../src/audit/merkle/hashes.js';
import { isConsistent, isIncluded } from '../../../src/audit/merkle/proofs.js';
import { recordEvents, sealAll, whileNobodySeals, type EventDraft } from '../../support/audit.js';
import { basic, bearer, TestApp, type Call, type TestResponse, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const EVENTS = '/admin/audit/events';

interface Page {
  readonly items: AuditEvent[];
  readonly next: string | null;
}

interface Proof {
  readonly payload: string;
  readonly leafHash: string;
  readonly leafIndex: number;
  readonly treeSize: number;
  readonly inclusionPath: string[];
  readonly checkpoint: string;
}

const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/;

let database: TestDatabase;
let app: TestApp;
let auditor: TestUser;
let folder: string;
let events: AuditEvent[];

const get = (path: string, call: Call = {}): Promise<TestResponse> =>
  app.call('GET', path, { headers: basic(auditor.username, auditor.password), ...call });

/** An hour before everything else that happens here. */
const at = (minutes: number): string => new Date(Date.UTC(2026, 2, 1, 11, minutes)).toISOString();
const user = (id: number, username: string): AuditEvent['actor'] => ({ type: 'user', id, username, tokenId: null });
const fromBase64 = (texts: readonly string[]): Buffer[] => texts.map((text) => Buffer.from(text, 'base64'));

const DRAFTS: EventDraft[] = [
  { time: at(1), actor: user(11, 'anna'), target: { type: 'user', id: '12', name: 'denis' }, changes: { count: 1 } },
  {
    time: at(2),
    actor: user(12, 'denis'),
    action: 'login.refused',
    outcome: 'refused',
    reason: 'no "reason" — none\n',
  },
  {
    time: at(3),
    actor: user(11, 'anna'),
    action: 'audit.exported',
    target: { type: 'audit_epoch', id: '0', name: 'x' },
  },
  {
    time: at(4),
    source: { address: '192.0.2.1', userAgent: 'curl\0', requestId: 'request-4', traceparent: 'trace-4' },
  },
  // One of this id, and one of this name.
  { time: at(5), actor: user(77, 'eva') },
  { time: at(6), actor: user(13, '77') },
];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-audit-'));
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  auditor = await app.createUser('auditor', 'auditor');
  events = await recordEvents(app, DRAFTS);
  await sealAll(app, database);
  app.clock.advanceSeconds(3_600);
});

afterAll(async () => {
  await app.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function list(query: string): Promise<Page> {
  const { status, body } = await get(`${EVENTS}?${query}`);
  expect(status).toBe(200);
  return body as Page;
}

async function checkpoint(): Promise<Checkpoint> {
  const [note, key] = await Promise.all([get('/audit/checkpoint'), get('/audit/key')]);
  return openCheckpoint(note.text, parseVerifierKey(key.text.trimEnd()))!;
}

/** The last so many events that were recorded before the tests, as they are listed. */
const recorded = (...numbers: number[]): AuditEvent[] =>
  numbers.map((n) => JSON.parse(JSON.stringify(events[n - 1]!).replace('\\u0000', '\ufffd')) as AuditEvent);

describe('GET /admin/audit/events', () => {
  it('lists what was recorded, the newest first', async () => {
    expect(await list(`before=${at(7)}`)).toEqual({ items: recorded(6, 5, 4, 3, 2, 1), next: null });
  });

  it.each([
    ['action=audit.exported&limit=500', [3]],
    ['actor=11', [3, 1]],
    ['actor=anna', [3, 1]],
    ['actor=77', [6, 5]],
    ['target=12', [1]],
    ['target=denis', [1]],
    ['target=denis&actor=anna', [1]],
    ['target=denis&actor=eva', []],
    ['outcome=refused', [2]],
    ['action=login.refused&outcome=refused', [2]],
    ['action=login.refused&outcome=success', []],
    ['requestId=request-4', [4]],
    [`after=${at(4)}&before=${at(10)}`, [6, 5]],
    [`before=${at(2)}`, [1]],
    [`after=${at(1)}&before=${at(4)}&outcome=success`, [3]],
    [`before=${encodeURIComponent('2026-03-01T12:02:00+01:00')}`, [1]],
  ])('filters by %s', async (query, numbers) => {
    expect((await list(query)).items).toEqual(recorded(...numbers));
  });

  it('pages through what the filters leave, also what is not in the tree yet', async () => {
    const [late, pages] = await whileNobodySeals(app, async () => {
      const draft = { time: at(8), actor: user(11, 'anna') };
      const added = await recordEvents(app, [draft, draft]);
      const read: AuditEvent[][] = [];
      for (let after: string | null = at(1); after !== null;) {
        const page: Page = await list(`actor=anna&limit=1&after=${after}`);
        read.push(page.items);
        after = page.next;
      }
      return [added, read];
    });
    expect(pages).toEqual([[late[1]], [late[0]], recorded(3)]);
  });

  it.each([
    ['who=me', 'who', /is not a parameter here/],
    ['action=nothing', 'action', /must be one of/],
    ['outcome=bad', 'outcome', /must be one of success, refused/],
    ['actor=', 'actor', /must be a text/],
    ['actor=a&actor=b', 'actor', /must be given once/],
    ['before=yesterday', 'before', /must be an RFC 3339 time/],
    ['before=2026-13-01T00:00:00Z', 'before', /must be an RFC 3339 time/],
    ['after=abc', 'after', /must be an RFC 3339 time or the next/],
    [`after=${Buffer.from('["2026-01-01T00:00:00Z",1,null]').toString('base64url')}`, 'after', /RFC 3339/],
    ['limit=0', 'limit', /from 1 to 500/],
    ['limit=501', 'limit', /from 1 to 500/],
    ['limit=x', 'limit', /whole number/],
    ['requestId=%00', 'requestId', /must be a text/],
  ])('refuses %s', async (query, field, message) => {
    const { status, body } = await get(`${EVENTS}?${query}`);
    expect({ status, body }).toEqual({
      status: 400,
      body: {
        type: 'about:blank',
        title: 'Bad Request',
        status: 400,
        detail: expect.stringMatching(message),
        code: 'invalid_request',
        fields: [{ field, message: expect.stringMatching(message) }],
      },
    });
  });
});

describe('GET /admin/audit/events/ID', () => {
  it('gets one', async () => {
    expect((await get(`${EVENTS}/${events[3]!.id}`)).body).toEqual(recorded(4)[0]);
  });

  it.each(['x', '00000000-0000-4000-8000-000000000000', '019cb000-0000-7000-8000-000000000000'])(
    'does not know %s',
    async (id) => {
      for (const path of [`${EVENTS}/${id}`, `${EVENTS}/${id}/proof`]) {
        const { status, body } = await get(path);
        expect([status, (body as { code: string }).code]).toEqual([404, 'audit_event_not_found']);
      }
    },
  );
});

describe('a proof', () => {
  it('shows that an event is in the tree of the checkpoint', async () => {
    const key = parseVerifierKey((await get('/audit/key')).text.trimEnd());
    for (const { id } of events) {
      const proof = (await get(`${EVENTS}/${id}/proof`)).body as Proof;
      const tree = openCheckpoint(proof.checkpoint, key)!;
      expect(proof.treeSize).toBe(tree.size);
      expect(proof.leafHash).toBe(leafHash(proof.payload).toString('base64'));
      expect((JSON.parse(proof.payload) as AuditEvent).id).toBe(id);
      const path = fromBase64(proof.inclusionPath);
      expect(isIncluded(leafHash(proof.payload), proof.leafIndex, tree, path)).toBe(true);
    }
  });

  it("is accepted, checkpoint and all, by Sigstore's verifier of transparency logs", async () => {
    const [, name = '', keyId = '', key = ''] = /^(.*?)\+(.*?)\+(.*)\n$/.exec((await get('/audit/key')).text)!;
    const x = Buffer.from(key, 'base64').toString('base64url', 1);
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    const logs = [{ logID: Buffer.from(keyId, 'hex'), baseURL: name, publicKey }];
    const proof = (await get(`${EVENTS}/${events[4]!.id}/proof`)).body as Proof;
    const verify = (payload: string, envelope: string): void => {
      const inclusionProof = {
        logIndex: String(proof.leafIndex),
        hashes: fromBase64(proof.inclusionPath),
        checkpoint: { envelope },
      };
      const entry = { canonicalizedBody: Buffer.from(payload), inclusionProof };
      verifyTLogInclusion(entry as never, logs as never);
    };
    expect(() => verify(proof.payload, proof.checkpoint)).not.toThrow();
    expect(() => verify(proof.payload.replace('eva', 'eve'), proof.checkpoint)).toThrow('calculated root hash');
    expect(() => verify(proof.payload, proof.checkpoint.replace('audit/0', 'audit/1'))).toThrow('invalid checkpoint');
  });

  it('is not there before the event is sealed', async () => {
    const answer = await whileNobodySeals(app, async () => {
      const [event] = await recordEvents(app, [{}]);
      return get(`${EVENTS}/${event!.id}/proof`);
    });
    expect([answer.status, answer.headers.get('retry-after'), answer.body]).toEqual([
      409,
      '1',
      {
        type: 'about:blank',
        title: 'Conflict',
        status: 409,
        detail: 'The event is not in the tree yet',
        code: 'audit_event_not_sealed',
      },
    ]);
  });

  it('shows that the log only grew', async () => {
    const before = await checkpoint();
    await recordEvents(app, [{}, {}, {}]);
    await sealAll(app, database);
    const after = await checkpoint();
    const { status, body } = await get(`/admin/audit/consistency?first=${before.size}&second=${after.size}`);
    const { consistencyPath, ...sizes } = body as { consistencyPath: string[] };
    expect([status, sizes]).toEqual([200, { first: before.size, second: after.size }]);
    expect(isConsistent(before, after, fromBase64(consistencyPath))).toBe(true);
  });

  it.each([
    ['', 'first'],
    ['?first=0', 'first'],
    ['?first=3&second=2', 'first'],
    ['?first=1&second=999999', 'second'],
    ['?first=1&third=2', 'third'],
  ])('of growth is refused for %j', async (query, field) => {
    const { status, body } = await get(`/admin/audit/consistency${query}`);
    expect([status, (body as { fields: { field: string }[] }).fields[0]!.field]).toEqual([400, field]);
  });
});

describe('GET /admin/audit/export', () => {
  const verify = async (text: string): Promise<string> => {
    const file = join(folder, 'export');
    writeFileSync(file, text);
    return verifyExport(file, { key: (await get('/audit/key')).text.trimEnd(), against: undefined });
  };

  it('streams every payload in the order of the tree, and what verifies it', async () => {
    await sealAll(app, database);
    const { size } = await checkpoint();
    const { status, headers, text } = await get('/admin/audit/export');
    expect([status, headers.get('content-type')]).toEqual([200, 'application/jsonl']);
    expect(await verify(text)).toBe(
      `http://tessera.test/audit/0: ${size} events from leaf 0 on are as they were signed.`,
    );
  });

  it.each([
    ['first=2', 2, undefined],
    ['last=3', 0, 4],
    ['first=1&last=4&epoch=0', 1, 5],
    ['first=3&last=2', 3, 3],
  ])('may be a part of the log: %s', async (query, first, size) => {
    await sealAll(app, database);
    const end = size ?? (await checkpoint()).size;
    const { text } = await get(`/admin/audit/export?${query}`);
    expect(await verify(text)).toBe(
      `http://tessera.test/audit/0: ${end - first} events from leaf ${first} on are as they were signed.`,
    );
    const seal = JSON.parse(text.trimEnd().split('\n').at(-1)!) as object;
    expect(Object.keys(seal)).toEqual(['checkpoint', 'first', 'size', ...(first > 0 ? ['left'] : [])]);
  });

  it('is itself recorded before its first byte', async () => {
    const { headers } = await get('/admin/audit/export?first=1&last=2');
    const { items } = await list('action=audit.exported&limit=1');
    expect(items).toEqual([
      {
        id: expect.any(String),
        time: app.clock.now().toISOString(),
        action: 'audit.exported',
        outcome: 'success',
        reason: null,
        actor: { type: 'user', id: auditor.id, username: 'auditor', tokenId: null },
        source: {
          ...{ address: '127.0.0.1', userAgent: 'node', requestId: headers.get('x-request-id') },
          traceparent: expect.stringMatching(TRACEPARENT),
        },
        target: { type: 'audit_epoch', id: '0', name: 'http://tessera.test/audit/0' },
        changes: { first: 1, last: 2 },
      },
    ]);
  });

  it.each([
    ['last=999999', 'last'],
    ['first=999999', 'first'],
    ['first=5&last=2', 'first'],
    ['first=-1', 'first'],
    ['epoch=7', 'epoch'],
    ['leaf=7', 'leaf'],
  ])('refuses %s', async (query, field) => {
    const { status, body } = await get(`/admin/audit/export?${query}`);
    expect([status, (body as { fields: { field: string }[] }).fields[0]!.field]).toEqual([400, field]);
  });

  it('maps to OCSF, and then proves nothing', async () => {
    const accept = { ...basic(auditor.username, auditor.password), accept: 'application/vnd.ocsf+json' };
    const { leafIndex } = (await get(`${EVENTS}/${events[0]!.id}/proof`)).body as Proof;
    const range = `first=${leafIndex}&last=${leafIndex + 5}`;
    const { headers, text } = await get(`/admin/audit/export?${range}`, { headers: accept });
    expect(headers.get('content-type')).toBe('application/vnd.ocsf+json');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toHaveLength(6);
    expect(lines[0]).toEqual({
      metadata: {
        version: '1.3.0',
        uid: events[0]!.id,
        product: { name: 'Tessera', vendor_name: 'Tessera' },
        event_code: 'tokens.listed',
      },
      category_uid: 3,
      class_uid: 3004,
      activity_id: 2,
      type_uid: 300402,
      time: Date.parse(at(1)),
      severity_id: 1,
      status_id: 1,
      actor: { user: { type_id: 1, uid: '11', name: 'anna' } },
      entity: { type: 'user', uid: '12', name: 'denis' },
      unmapped: { action: 'tokens.listed', changes: { count: 1 } },
    });
    expect(lines[1]).toMatchObject({ status_id: 2, severity_id: 3, status_detail: 'no "reason" — none\n' });
    expect(lines[3]).toMatchObject({
      src_endpoint: { ip: '192.0.2.1' },
      http_request: { user_agent: 'curl\ufffd' },
      metadata: { correlation_uid: 'request-4' },
      unmapped: { traceparent: 'trace-4' },
      actor: { user: { type_id: 3 } },
    });
  });
});

describe('the public documents', () => {
  it('are read without credentials, as plain text', async () => {
    for (const path of ['/audit/checkpoint', '/audit/key']) {
      const { status, headers } = await get(path, { headers: {} });
      expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    }
    expect((await get('/audit/key')).text).toMatch(/^http:\/\/tessera\.test\/audit\/0\+[0-9a-f]{8}\+\S{44}\n$/);
  });
});

describe('an auditor', () => {
  it.each([
    ['GET', '/admin/users', 200],
    ['GET', '/admin/users/1', 200],
    ['GET', '/admin/contexts', 200],
    ['GET', '/admin/signing-keys', 200],
    ['GET', EVENTS, 200],
    ['POST', '/admin/users', 403],
    ['PATCH', '/admin/users/1', 403],
    ['DELETE', '/admin/users/1', 403],
    ['POST', '/admin/users/1/revoke-tokens', 403],
    ['POST', '/admin/contexts', 403],
    ['PATCH', '/admin/contexts/1', 403],
    ['DELETE', '/admin/contexts/1', 403],
    ['POST', '/admin/signing-keys/rotate', 403],
    ['POST', '/oauth2/introspect', 403],
  ])('who sends %s %s gets %d', async (method, path, status) => {
    const headers = bearer(await app.logIn(auditor));
    expect((await app.call(method, path, { headers, ...(method !== 'GET' && { json: {} }) })).status).toBe(status);
  });

  it('is the only one to read the audit log beside an admin', async () => {
    for (const role of ['admin', 'viewer', 'service'] as const) {
      const { username, password } = await app.createUser(`a-${role}`, role);
      for (const path of [
        EVENTS,
        `${EVENTS}/${events[0]!.id}`,
        `${EVENTS}/x/proof`,
        '/admin/audit/export',
        '/admin/audit/consistency?first=1',
      ]) {
        const { status } = await get(path, { headers: basic(username, password) });
        expect([path, status === 403]).toEqual([path, role !== 'admin']);
        expect((await get(path, { headers: {} })).status).toBe(401);
      }
    }
  });
});
