import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { STATUS_LIST_TYP, type StatusListClaim } from '@tessera-auth/verifier/protocol/status-bits';
import { STATUS_LIST_SIZE, statusListUri } from '@tessera-auth/verifier/protocol/status-list-reference';
import { AppError } from '../common/app-error.js';
import { Clock, epochSeconds } from '../common/clock.js';
import { Config } from '../config/config.js';
import { BITS_PER_CHUNK } from '../database/changes/change.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import type { SigningKey } from '../signing-keys/signing-key.js';
import { SigningKeysService } from '../signing-keys/signing-keys.service.js';
import { IssuedIndexes } from './issued-indexes.js';
import { RevocationState } from './revocation-state.js';

/** How many indexes a list has beyond the highest: more than are given out before it is built again. */
const AHEAD = STATUS_LIST_SIZE / 32;
/** A list is built at most four times a second, however often it changes. */
const MIN_INTERVAL_MS = 250;
/** How long verifiers may use a list before they fetch it again (`ttl`). */
const TTL_SECONDS = 15;
/** An unchanged list is signed again after this. What is left of its lifetime then allows for clocks that differ. */
const MAX_AGE_SECONDS = 60;
const LIFETIME_SECONDS = 300;

/** A list to serve, and its entity tag (RFC 9110, section 8.8.3). */
export interface SignedStatusList {
  readonly token: string;
  readonly etag: string;
}

interface Entry {
  signed?: SignedStatusList;
  /** Of the key that signed it. */
  kid: string;
  version: number;
  /** How many indexes it has; a token beyond them was not issued (Token Status List, section 8.3). */
  length: number;
  issuedAt: number;
  builtAtMs: number;
  building?: Promise<void>;
}

/** The statuses of tokens as signed lists (IETF Token Status List, section 5.1), two bits each, 2^20 to a list. */
@Injectable()
export class StatusLists {
  private readonly entries = new Map<number, Entry>();

  constructor(
    private readonly revocations: RevocationState,
    private readonly indexes: IssuedIndexes,
    private readonly feed: ChangeFeed,
    private readonly jwt: JwtService,
    private readonly keys: SigningKeysService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * The list, with every revocation that this instance had applied at the call. Calls at the same time share one build.
   * A build that began before the call may lack the latest revocations: then another follows it.
   * @throws AppError `status_list_not_found` where no token can be on it yet; `unavailable`.
   */
  async get(list: number): Promise<SignedStatusList> {
    if (list > 0 && !(await this.indexes.includes(list * STATUS_LIST_SIZE))) {
      throw new AppError('status_list_not_found', 'There is no status list of this number');
    }
    await this.feed.whenFresh();
    const entry = this.entries.get(list) ?? { version: -1, length: 0, issuedAt: 0, kid: '', builtAtMs: -Infinity };
    this.entries.set(list, entry);
    const wanted = this.revocations.version(list);
    while (!entry.signed || entry.version < wanted || this.isOutdated(list, entry)) {
      entry.building ??= this.build(list, entry).finally(() => delete entry.building);
      await entry.building;
    }
    return entry.signed;
  }

  private isOutdated(list: number, { issuedAt, kid, length }: Entry): boolean {
    const isOld = Math.abs(epochSeconds(this.clock.now()) - issuedAt) >= MAX_AGE_SECONDS;
    return isOld || !this.keys.find(kid) || length < this.lengthOf(list, AHEAD);
  }

  /** How many indexes a list has that goes on for `ahead` of them beyond the highest. */
  private lengthOf(list: number, ahead: number): number {
    return Math.min(STATUS_LIST_SIZE, this.feed.highestIdx() + 1 + ahead - list * STATUS_LIST_SIZE);
  }

  private async build(list: number, entry: Entry): Promise<void> {
    // Calls that come during this wait are served by the same build.
    const waitMs = entry.builtAtMs + MIN_INTERVAL_MS - performance.now();
    if (waitMs > 0) await delay(waitMs);
    entry.builtAtMs = performance.now();
    // Version and statuses are read in one turn of the event loop, so that they belong together.
    const version = this.revocations.version(list);
    // Twice as many to come as it needs, so that it is seldom built again for their sake.
    const length = Math.ceil(this.lengthOf(list, 2 * AHEAD) / BITS_PER_CHUNK) * BITS_PER_CHUNK;
    const claim = await this.revocations.encode(list * STATUS_LIST_SIZE, length);
    const key = await this.keys.current();
    const issuedAt = epochSeconds(this.clock.now());
    const token = this.sign(list, claim, issuedAt, key);
    const etag = `"${createHash('sha256').update(token).digest('base64url')}"`;
    Object.assign(entry, { signed: { token, etag }, kid: key.kid, version, length, issuedAt });
  }

  private sign(list: number, claim: StatusListClaim, issuedAt: number, { kid, privateKey }: SigningKey): string {
    return this.jwt.sign(
      {
        iss: this.config.publicUrl,
        sub: statusListUri(this.config.publicUrl, list),
        iat: issuedAt,
        exp: issuedAt + LIFETIME_SECONDS,
        ttl: TTL_SECONDS,
        status_list: claim,
      },
      {
        algorithm: 'ES256',
        keyid: kid,
        privateKey,
        header: { alg: 'ES256', typ: STATUS_LIST_TYP },
      },
    );
  }
}
