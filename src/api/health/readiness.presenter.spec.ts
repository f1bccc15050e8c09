import { describe, expect, it } from '@jest/globals';
import { presentReadiness } from './readiness.presenter.js';

const READY = { shuttingDown: false, databaseMs: 1.4, changeFeedAgeMs: 87.3, changeFeedIsFresh: true };
const DATABASE = { status: 'ok', responseMs: 1 };
const CHANGE_FEED = { status: 'ok', ageMs: 87 };

describe('presentReadiness', () => {
  it.each([
    [{}, 'ok', { database: DATABASE, changeFeed: CHANGE_FEED }],
    [{ databaseMs: undefined }, 'unavailable', { database: { status: 'unreachable' }, changeFeed: CHANGE_FEED }],
    [{ changeFeedIsFresh: false }, 'unavailable', { database: DATABASE, changeFeed: { status: 'stale', ageMs: 87 } }],
    [{ shuttingDown: true }, 'shutting_down', { database: DATABASE, changeFeed: CHANGE_FEED }],
  ])('tells of %j', (fact, status, checks) => {
    expect(presentReadiness({ ...READY, ...fact })).toEqual({ status, checks });
  });
});
