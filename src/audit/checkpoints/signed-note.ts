import { createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';

/** The algorithm byte of Ed25519 (c2sp.org/signed-note). */
const ED25519 = Buffer.of(0x01);
const KEY_ID_BYTES = 4;
const PUBLIC_KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** What precedes the 32 bytes of an Ed25519 key in its SPKI (RFC 8410, section 4). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const SIGNATURE_LINE = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/;

/** Who signs notes: a name and an Ed25519 public key. */
export interface NoteVerifier {
  readonly name: string;
  readonly publicKey: KeyObject;
}

/**
 * The verifier key as text: `name+8 hexadecimal digits+base64`.
 * @throws Error where the name has a space or a `+`.
 */
export function formatVerifierKey(verifier: NoteVerifier): string {
  const { name, publicKey } = verifier;
  if (!isKeyName(name)) throw new Error('The name of a verifier key has neither spaces nor a plus sign');
  const key = Buffer.concat([ED25519, rawKey(publicKey)]).toString('base64');
  return `${name}+${keyId(verifier).toString('hex')}+${key}`;
}

/** @throws Error where it is not the text of an Ed25519 verifier key, or its id is of another key. */
export function parseVerifierKey(text: string): NoteVerifier {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text) ?? [];
  const key = Buffer.from(encoded, 'base64');
  if (!isKeyName(name) || key.length !== 1 + PUBLIC_KEY_BYTES || key[0] !== ED25519[0]) {
    throw new Error('This is not a verifier key of the form name+id+key for Ed25519');
  }
  const spki = Buffer.concat([SPKI_PREFIX, key.subarray(1)]);
  const verifier = { name, publicKey: createPublicKey({ key: spki, format: 'der', type: 'spki' }) };
  if (keyId(verifier).toString('hex') !== id) throw new Error('The id in this verifier key belongs to another key');
  return verifier;
}

/**
 * A note: the text, an empty line and the signature.
 * @param text ends with a newline, has no empty line.
 */
export function signNote(text: string, name: string, privateKey: KeyObject): string {
  const id = keyId({ name, publicKey: createPublicKey(privateKey) });
  const signature = sign(null, Buffer.from(text), privateKey);
  return `${text}\n— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`;
}

/**
 * The text of a note that `verifier` signed. Other signatures beside theirs do no harm.
 * @returns undefined where it is no note, or `verifier` did not sign it.
 */
export function openNote(note: string, verifier: NoteVerifier): string | undefined {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return undefined;
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  return lines.every((line) => SIGNATURE_LINE.test(line)) && lines.some((line) => isSignedBy(text, line, verifier))
    ? text
    : undefined;
}

function isSignedBy(text: string, line: string, verifier: NoteVerifier): boolean {
  const [, name, encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  const [id, signature] = [bytes.subarray(0, KEY_ID_BYTES), bytes.subarray(KEY_ID_BYTES)];
  // Stray bits past the last byte would give one signature several texts (RFC 4648, section 3.5).
  if (bytes.toString('base64') !== encoded) return false;
  if (name !== verifier.name || signature.length !== SIGNATURE_BYTES || !id.equals(keyId(verifier))) return false;
  return verify(null, Buffer.from(text), verifier.publicKey, signature);
}

function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+]/u.test(name);
}

/** Which key it is among those of one name (c2sp.org/signed-note, "Signatures"). */
function keyId({ name, publicKey }: NoteVerifier): Buffer {
  const named = Buffer.concat([Buffer.from(`${name}\n`), ED25519, rawKey(publicKey)]);
  return hash('sha256', named, 'buffer').subarray(0, KEY_ID_BYTES);
}

function rawKey(publicKey: KeyObject): Buffer {
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length);
}
