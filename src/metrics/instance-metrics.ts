import type { Registry } from 'prom-client';
import { epochSeconds, type Clock } from '../common/clock.js';
import { VERSION } from '../config/version.js';
import type { PasswordHasher } from '../crypto/password-hasher.js';
import type { ChangeFeed } from '../database/changes/change-feed.js';
import type { PreparedStatements } from '../database/prepared-statements.js';
import type { SigningKeysService } from '../signing-keys/signing-keys.service.js';
import { addCounter, addGauge, addHistogram } from './metric-kinds.js';
import type { RequestDurations } from './request-durations.js';

/** Where the state of this instance is read. */
export interface InstanceState {
  readonly durations: RequestDurations;
  readonly hasher: PasswordHasher;
  readonly feed: ChangeFeed;
  readonly statements: PreparedStatements;
  readonly keys: SigningKeysService;
  readonly clock: Clock;
}

/** What this instance has in memory: to read it asks nobody. */
export function addInstanceMetrics(registry: Registry, state: InstanceState): void {
  addGauge(registry, {
    name: 'tessera_build_info',
    help: 'Always 1; the label is the version of the service',
    labels: ['version'],
    read: () => [[{ version: VERSION }, 1]],
  });
  addRequests(registry, state);
  addPasswordChecks(registry, state);
  addChangeFeed(registry, state);
  addGauge(registry, {
    name: 'tessera_signing_key_age_seconds',
    help: 'For how long the current key has signed',
    read: () => ageOf(state.keys.signsFrom(), epochSeconds(state.clock.now())),
  });
  addGauge(registry, {
    name: 'tessera_db_pool_connections',
    help: 'Connections to the database that are in use (active) or not (idle), and statements that wait for one',
    labels: ['state'],
    read: () => Object.entries(state.statements.connections()).map(([of, count]) => [{ state: of }, count]),
  });
}

function addRequests(registry: Registry, { durations }: InstanceState): void {
  addHistogram(registry, {
    name: 'tessera_http_request_duration_seconds',
    help: 'From the head of a request to the end of its response; route is the template of its path',
    labels: ['route', 'method', 'status_class'],
    read: () =>
      durations
        .list()
        .flatMap((of) =>
          of
            .list()
            .map(
              ({ statusClass, counts }) =>
                [{ route: of.route, method: of.method, status_class: statusClass }, counts] as const,
            ),
        ),
  });
}

function addPasswordChecks(registry: Registry, { hasher }: InstanceState): void {
  addGauge(registry, {
    name: 'tessera_password_checks_in_flight',
    help: 'Passwords that are being hashed',
    read: () => [[{}, hasher.load().running]],
  });
  addGauge(registry, {
    name: 'tessera_password_checks_queued',
    help: 'Passwords that wait to be hashed',
    read: () => [[{}, hasher.load().waiting]],
  });
}

function addChangeFeed(registry: Registry, { feed: { freshness } }: InstanceState): void {
  addGauge(registry, {
    name: 'tessera_change_feed_age_seconds',
    help: 'How long ago revocations were last read; past a second no token is accepted',
    read: () => [[{}, freshness.ageMs / 1000]],
  });
  addCounter(registry, {
    name: 'tessera_stale_refusals_total',
    help: 'Requests refused because revocations were not known',
    read: () => [[{}, freshness.refusals]],
  });
  addHistogram(registry, {
    name: 'tessera_revocation_lag_seconds',
    help: 'From the beginning of the transaction that revokes, or changes something else, until this instance knows',
    read: () => [[{}, freshness.lagsMs]],
  });
}

/** @param since whole seconds since 1970; null where it is not known. */
function ageOf(since: number | null, now: number): (readonly [Record<never, string>, number])[] {
  return since === null ? [] : [[{}, now - since]];
}
