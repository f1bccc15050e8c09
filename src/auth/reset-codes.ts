import { Injectable } from '@nestjs/common';
import { normalizeUsername } from '../common/username.js';
import { KeyedDigests } from '../crypto/keyed-digests.js';
import { randomAlphanumeric } from '../crypto/secrets.js';
import { DECOYS } from '../database/repositories/reset-code.repository.js';

const LENGTH = 8;

/** The codes that are sent to those who forgot their password. */
@Injectable()
export class ResetCodes {
  constructor(private readonly digests: KeyedDigests) {}

  random(): string {
    return randomAlphanumeric(LENGTH);
  }

  /** The digest under which a code is stored. Equal codes of two users have different digests. */
  digest(userId: number, code: string): Buffer {
    return this.digests.digest('confirmation codes', `${userId} ${code}`);
  }

  /** The row that stands in for a user where nobody has this name. */
  decoyIdOf(name: string): number {
    return -1 - (this.digests.digest('reset decoys', normalizeUsername(name)).readUInt32BE() % DECOYS);
  }
}
