import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { equalSecrets } from '../crypto/secrets.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import {
  ContextTokenLookupRepository,
  type ActiveContextToken,
} from '../database/repositories/context-token-lookup.repository.js';
import { isOpaqueText } from '../tokens/opaque-text.js';
import { RevocationState } from '../tokens/revocation-state.js';
import { SealedTokenText } from './sealed-token-text.js';

/** About 0.5 KB each. */
const MAX_VERIFIED_ROWS = 20_000;

/** A row that was found to be a text's own: its sealed text, unsealed, is that text. */
interface VerifiedRow {
  readonly digest: string;
  readonly id: string;
  /** A string, because a buffer may hold on to much more memory than its own. */
  readonly sealedText: string;
}

/** Verifies context tokens. Owner, role and contexts are always read from the database (decision 8). */
@Injectable()
export class ContextTokenVerifier {
  /** Verified rows by text. They save a digest and an unsealing, never the look-up in the database. */
  private readonly verifiedRows = new LRUCache<string, VerifiedRow>({ max: MAX_VERIFIED_ROWS });
  private readonly logger = new Logger(ContextTokenVerifier.name);

  constructor(
    private readonly tokens: ContextTokenLookupRepository,
    private readonly texts: SealedTokenText,
    private readonly revocations: RevocationState,
    private readonly feed: ChangeFeed,
  ) {}

  /**
   * Finds the token with this text if it is active.
   * @returns undefined where it is unknown, revoked or suspended, or its owner is disabled. @throws AppError `unavailable`.
   */
  async findActive(text: string): Promise<ActiveContextToken | undefined> {
    const token = await this.find(text);
    if (!token) return undefined;
    await this.feed.whenFresh();
    return this.revocations.isValid(Number(token.idx)) ? token : undefined;
  }

  /** The same, whether it is suspended or not. */
  async find(text: string): Promise<ActiveContextToken | undefined> {
    const known = this.verifiedRows.get(text);
    if (!known && !isOpaqueText('context', text)) return undefined;
    const token = known && (await this.tokens.findActive(known.digest));
    const isVerified = token?.id === known?.id && token?.sealedText.toString('latin1') === known?.sealedText;
    return token && isVerified ? token : this.findAndVerify(text);
  }

  /**
   * The digest finds the row, and the row's sealed text verifies it. Without the second, someone who can write to
   * the database could move a digest to another row and so give its bearer that row's rights.
   */
  private async findAndVerify(text: string): Promise<ActiveContextToken | undefined> {
    const found = await this.findByDigest(text);
    const unsealed = found && this.texts.open(found.token);
    if (unsealed === undefined) return undefined;
    const { digest, token } = found!;
    const { id, sealedText } = token;
    if (equalSecrets(Buffer.from(unsealed), Buffer.from(text))) {
      this.verifiedRows.set(text, { digest, id, sealedText: sealedText.toString('latin1') });
      return token;
    }
    this.logger.error({ msg: 'The digest of a context token was moved to another row', tokenId: id });
    return undefined;
  }

  /**
   * Looks for the previous key's digest first. A row that is re-sealed between the two look-ups is then found by the
   * current key's digest; the other way round it would be missed by both.
   */
  private async findByDigest(text: string): Promise<{ digest: string; token: ActiveContextToken } | undefined> {
    for (const digest of this.texts.digests(text).reverse()) {
      const token = await this.tokens.findActive(digest);
      if (token) return { digest, token };
    }
    return undefined;
  }
}
