import { Injectable, Logger } from '@nestjs/common';
import { KeyedDigests } from '../crypto/keyed-digests.js';
import { Sealer } from '../crypto/sealer.js';

/** How a context token's text is stored: sealed to be read back, and digested to be found. */
@Injectable()
export class SealedTokenText {
  private readonly logger = new Logger(SealedTokenText.name);

  constructor(
    private readonly sealer: Sealer,
    private readonly keyedDigests: KeyedDigests,
  ) {}

  /** The first bytes of every text that the current master key sealed. */
  get currentPrefix(): Buffer {
    return this.sealer.currentPrefix;
  }

  /** Seals and digests a text. @param id of the token: in another row the text cannot be unsealed. */
  keep(id: string, text: string): { sealedText: Buffer; secretDigest: Buffer } {
    return {
      sealedText: this.sealer.seal(text, `context_tokens/${id}`),
      secretDigest: this.keyedDigests.digest('context tokens', text),
    };
  }

  /** The digests, in hex, under which the text may stand in the database. */
  digests(text: string): string[] {
    return this.keyedDigests.candidates('context tokens', text).map((digest) => digest.toString('hex'));
  }

  /** Unseals the text of a row. @returns undefined, and logs an error, where the row was tampered with. */
  open({ id, sealedText }: { id: string; sealedText: Buffer }): string | undefined {
    try {
      return this.sealer.unseal(sealedText, `context_tokens/${id}`);
    } catch (error) {
      this.logger.error({ msg: 'The sealed text of a context token cannot be unsealed', tokenId: id, err: error });
      return undefined;
    }
  }
}
