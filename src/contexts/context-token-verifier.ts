import { Injectable, Logger } from '@nestjs/common';
import { equalSecrets } from '../crypto/secrets.js';
import { ContextTokenRepository, type ActiveContextToken } from '../database/repositories/context-token.repository.js';
import { SealedTokenText } from './sealed-token-text.js';

const TEXT = /^[A-Za-z0-9]{40,100}$/;

/** Tells whose context token a text is and what it is good for; always as the database has it at this moment. */
@Injectable()
export class ContextTokenVerifier {
  private readonly logger = new Logger(ContextTokenVerifier.name);

  constructor(
    private readonly tokens: ContextTokenRepository,
    private readonly texts: SealedTokenText,
  ) {}

  /**
   * The digest says which row it is, the row's sealed text that it really is: a digest that was moved to another row
   * would give its holder that row's rights.
   * @returns undefined where it is unknown, was revoked, or its user is disabled.
   */
  async find(text: string): Promise<ActiveContextToken | undefined> {
    if (!TEXT.test(text)) return undefined;
    const token = await this.findByDigest(text);
    const opened = token && this.texts.open(token);
    if (opened === undefined) return undefined;
    if (equalSecrets(Buffer.from(opened), Buffer.from(text))) return token;
    this.logger.error({ msg: 'The digest of a context token was moved to another row', tokenId: token?.id });
    return undefined;
  }

  /** The older digest first: resealing takes rows from the older to the newer, so none slips through between the two. */
  private async findByDigest(text: string): Promise<ActiveContextToken | undefined> {
    for (const digest of this.texts.digests(text).reverse()) {
      const token = await this.tokens.findActive(digest);
      if (token) return token;
    }
    return undefined;
  }
}
