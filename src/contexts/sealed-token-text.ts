import { Injectable, Logger } from '@nestjs/common';
import { KeyedDigests } from '../crypto/keyed-digests.js';
import { Sealer } from '../crypto/sealer.js';

/** How a context token's text is kept: sealed for reading it back, and digested for finding it. */
@Injectable()
export class SealedTokenText {
  private readonly logger = new Logger(SealedTokenText.name);

  constructor(
    private readonly sealer: Sealer,
    private readonly keyedDigests: KeyedDigests,
  ) {}

  /** With which sealed texts begin that the current master key sealed. */
  get currentPrefix(): Buffer {
    return this.sealer.currentPrefix;
  }

  /** @param id of the token: the sealed text opens in no other row. */
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

  /** @returns undefined, and says so in the log, where the row was tampered with. */
  open({ id, sealedText }: { id: string; sealedText: Buffer }): string | undefined {
    try {
      return this.sealer.unseal(sealedText, `context_tokens/${id}`);
    } catch (error) {
      this.logger.error({ msg: 'The sealed text of a context token does not open', tokenId: id, err: error });
      return undefined;
    }
  }
}
