import { createPublicKey, verify } from 'node:crypto';
import { sha256 } from './tree.js';

/** What is wrong with the log, as opposed to the command. */
export class Fault extends Error {}

/** The size and the root of a log at some time. */
export interface Checkpoint {
  /** The name of the log. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** A checkpoint whose signature is not checked yet (c2sp.org/tlog-checkpoint). */
export function readCheckpoint(note: string): Checkpoint | undefined {
  const [, origin, size, root] = /^(.+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n/.exec(note) ?? [];
  if (!origin || !root) return undefined;
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') };
}

/** @throws Fault where the key, `name+id+base64`, did not sign the note (c2sp.org/signed-note). */
export function checkSignature(note: string, key: string, what: string): void {
  const [, name = '', id, encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(\S{44})$/.exec(key) ?? [];
  const raw = Buffer.from(encoded, 'base64');
  const keyId = sha256(Buffer.from(`${name}\n`), raw).subarray(0, 4);
  if (raw.length !== 33 || raw[0] !== 1 || keyId.toString('hex') !== id)
    throw new Error('The key is not a verifier key.');
  const x = raw.toString('base64url', 1);
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const [text, lines] = [note.slice(0, note.lastIndexOf('\n\n') + 1), note.slice(note.lastIndexOf('\n\n') + 2)];
  const isSigned = lines.split('\n').some((line) => {
    const bytes = Buffer.from(line.startsWith(`— ${name} `) ? line.slice(name.length + 3) : '', 'base64');
    return bytes.subarray(0, 4).equals(keyId) && verify(null, Buffer.from(text), publicKey, bytes.subarray(4));
  });
  if (!isSigned || !text.startsWith(`${name}\n`))
    throw new Fault(`${what} was forged: it is not signed by the key ${key}.`);
}
