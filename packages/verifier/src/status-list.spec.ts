import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { IssuerClient } from './issuer-client.js';
import type { IssuerKey, KeySet } from './key-set.js';
import { monotonicClock } from './monotonic-clock.js';
import { encodeStatuses, setBit, STATUS_LIST_TYP } from './protocol/status-bits.js';
import { StatusList } from './status-list.js';

const URI = 'http://tessera.test/status-lists/0';
const NOW = 1_800_000_000;

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const key: IssuerKey = { kid: 'k', publicKey, isGone: false, signsFrom: 0, signedUntil: null };
let now: number;
/** What the issuer's list says. */
let published: { revoked: readonly number[]; suspended: readonly number[] };
let list: StatusList;

beforeEach(() => {
  now = 10_000;
  jest.spyOn(monotonicClock, 'now').mockImplementation(() => now);
  published = { revoked: [], suspended: [] };
  const client = { request: async () => ({ status: 200, headers: new Headers(), text: await signed() }) };
  const keys = { find: () => Promise.resolve(key) };
  list = new StatusList(URI, client as unknown as IssuerClient, keys as unknown as KeySet, () => NOW);
});

afterEach(() => {
  jest.restoreAllMocks();
});

async function signed(): Promise<string> {
  const [revoked, suspended] = [new Uint8Array(8), new Uint8Array(8)] as const;
  for (const at of published.revoked) setBit(revoked, at);
  for (const at of published.suspended) setBit(suspended, at);
  const payload = { sub: URI, exp: NOW + 300, status_list: await encodeStatuses(revoked, suspended) };
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${encode({ alg: 'ES256', typ: STATUS_LIST_TYP, kid: 'k' })}.${encode(payload)}`;
  const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

const refused = (): number[] => [1, 2, 3, 4].filter((idx) => list.isRefused(idx));

describe('StatusList', () => {
  it('refuses what the list has as revoked or suspended, and covers what it has a place for', async () => {
    published = { revoked: [1], suspended: [2] };
    await list.fetch();
    expect(refused()).toEqual([1, 2]);
    expect([63, 64].map((idx) => list.covers(idx))).toEqual([true, false]);
  });

  it('gives back what a later list has no longer as suspended, and never what was revoked', async () => {
    published = { revoked: [1], suspended: [2, 3] };
    await list.fetch();
    list.revoke([3]);
    published = { revoked: [], suspended: [] };
    await list.fetch();
    expect(refused()).toEqual([1, 3]);
  });

  it('gives back what the stream has restored, and never what was revoked', async () => {
    published = { revoked: [1], suspended: [2] };
    await list.fetch();
    list.suspend([1, 3]);
    list.restore([1, 2, 3]);
    expect(refused()).toEqual([1]);
  });

  it('believes what it has just heard more than a list that an instance made which may lag behind', async () => {
    list.suspend([1]);
    published = { revoked: [], suspended: [2] };
    list.restore([2]);
    now += 999;
    await list.fetch();
    expect(refused()).toEqual([1]);
  });

  it('believes a list more than what it heard long before', async () => {
    list.suspend([1]);
    published = { revoked: [], suspended: [2] };
    list.restore([2]);
    now += 1_000;
    await list.fetch();
    expect(refused()).toEqual([2]);
  });
});
