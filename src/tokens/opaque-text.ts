import { crc32 } from 'node:zlib';
import type { TokenKind } from '../common/token-kind.js';
import { randomAlphanumeric } from '../crypto/secrets.js';

interface OpaqueForm {
  /** Letters and digits with which no text of another kind begins. */
  readonly prefix: string;
  /** What texts looked like before they had a prefix (decision 20). */
  readonly older: RegExp;
}

/** The kinds whose tokens are opaque, and how their texts are told from each other. */
const FORMS = {
  context: { prefix: 'tessctx', older: /^[A-Za-z0-9]{43}$/ },
  // 32 bytes in base64url: the last of the 43 characters holds four bits of them.
  session_refresh: { prefix: 'tessref', older: /^[\w-]{42}[AEIMQUYcgkosw048]$/ },
} as const satisfies Partial<Record<TokenKind, OpaqueForm>>;

export type OpaqueKind = keyof typeof FORMS;

/** 256 random bits. */
const RANDOM_LENGTH = 43;
const CHECKSUM_LENGTH = 6;
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHARACTERS = /^[A-Za-z0-9]+$/;

/** A new text for a token: the kind's prefix, 256 random bits, and the checksum of both. */
export function newOpaqueText(kind: OpaqueKind): string {
  const text = FORMS[kind].prefix + randomAlphanumeric(RANDOM_LENGTH);
  return text + checksum(text);
}

/** Whether a token of this kind may have this text, which is told by the text alone. */
export function isOpaqueText(kind: OpaqueKind, text: string): boolean {
  const { prefix, older } = FORMS[kind];
  if (text.length !== prefix.length + RANDOM_LENGTH + CHECKSUM_LENGTH) return older.test(text);
  const isOfKind = text.startsWith(prefix) && CHARACTERS.test(text);
  return isOfKind && text.slice(-CHECKSUM_LENGTH) === checksum(text.slice(0, -CHECKSUM_LENGTH));
}

/** CRC-32 in base62, with leading zeros. It is no secret: it finds typing errors, and texts that only look like ours. */
function checksum(text: string): string {
  let digits = '';
  for (let rest = crc32(text); rest > 0; rest = Math.floor(rest / BASE62.length)) {
    digits = BASE62[rest % BASE62.length]! + digits;
  }
  return digits.padStart(CHECKSUM_LENGTH, '0');
}
