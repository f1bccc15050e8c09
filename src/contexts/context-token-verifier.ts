import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { equalSecrets } from '../crypto/secrets.js';
import { ContextTokenRepository, type ActiveContextToken } from '../database/repositories/context-token.repository.js';
import { SealedTokenText } from './sealed-token-text.js';

const TEXT = /^[A-Za-z0-9]{40,100}$/;

/** About 0.5 KB each. */
const MAX_PROOFS = 20_000;

/** That the row of this id, found by this digest and with this sealed text, is the text's own. */
interface Proof {
  readonly digest: string;
  readonly id: string;
  /** A text, because a buffer may keep much more memory than its own. */
  readonly sealedText: string;
}

/** Tells whose context token a text is and what it is good for; always as the database has it at this moment. */
@Injectable()
export class ContextTokenVerifier {
  /** By text, what was proved of it: spares a digest and an opening, and no look at the database. */
  private readonly proofs = new LRUCache<string, Proof>({ max: MAX_PROOFS });
  private readonly logger = new Logger(ContextTokenVerifier.name);

  constructor(
    private readonly tokens: ContextTokenRepository,
    private readonly texts: SealedTokenText,
  ) {}

  /** @returns undefined where it is unknown, was revoked, or its user is disabled. */
  async find(text: string): Promise<ActiveContextToken | undefined> {
    if (!TEXT.test(text)) return undefined;
    const known = this.proofs.get(text);
    const token = known && (await this.tokens.findActive(known.digest));
    const isProved = token?.id === known?.id && token?.sealedText.toString('latin1') === known?.sealedText;
    return token && isProved ? token : this.findAndProve(text);
  }

  /**
   * The digest says which row it is, the row's sealed text that it really is: a digest that was moved to another row
   * would give its holder that row's rights.
   */
  private async findAndProve(text: string): Promise<ActiveContextToken | undefined> {
    const found = await this.findByDigest(text);
    const opened = found && this.texts.open(found.token);
    if (opened === undefined) return undefined;
    const { digest, token } = found!;
    const { id, sealedText } = token;
    if (equalSecrets(Buffer.from(opened), Buffer.from(text))) {
      this.proofs.set(text, { digest, id, sealedText: sealedText.toString('latin1') });
      return token;
    }
    this.logger.error({ msg: 'The digest of a context token was moved to another row', tokenId: id });
    return undefined;
  }

  /** The older digest first: resealing takes rows from the older to the newer, so none slips through between the two. */
  private async findByDigest(text: string): Promise<{ digest: string; token: ActiveContextToken } | undefined> {
    for (const digest of this.texts.digests(text).reverse()) {
      const token = await this.tokens.findActive(digest);
      if (token) return { digest, token };
    }
    return undefined;
  }
}
