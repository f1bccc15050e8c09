import type { EventProof } from '../model.ts';

/** What the browser found out by itself. */
export interface ProofResult {
  /** Whether the event, as it is shown, is in the tree that the checkpoint names (RFC 9162, section 2.1.3.2). */
  readonly isIncluded: boolean;
  /** Whether the service's key signed the checkpoint; undefined where this browser does not know Ed25519. */
  readonly isSigned: boolean | undefined;
}

/** @param verifierKey as `GET /audit/key` has it: `name+id+base64(0x01 ‖ key)`. */
export async function checkProof(proof: EventProof, verifierKey: string): Promise<ProofResult> {
  const leaf = await sha256(Uint8Array.of(0), new TextEncoder().encode(proof.payload));
  const root = await rootOf(leaf, proof.leafIndex, proof.treeSize, proof.inclusionPath.map(bytesOf));
  const [, size = '', hash = ''] = proof.checkpoint.split('\n');
  const isIncluded = root !== undefined && Number(size) === proof.treeSize && equal(root, bytesOf(hash));
  return { isIncluded, isSigned: await checkSignature(proof.checkpoint, verifierKey) };
}

/** @returns undefined where the path has not the length that the tree's size asks for. */
async function rootOf(
  leaf: Uint8Array<ArrayBuffer>,
  leafIndex: number,
  treeSize: number,
  path: readonly Uint8Array<ArrayBuffer>[],
): Promise<Uint8Array | undefined> {
  let [fn, sn, root] = [leafIndex, treeSize - 1, leaf];
  for (const sibling of path) {
    if (sn === 0) return undefined;
    if (fn % 2 === 1 || fn === sn) {
      root = await sha256(Uint8Array.of(1), sibling, root);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      root = await sha256(Uint8Array.of(1), root, sibling);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 ? root : undefined;
}

/** c2sp.org/signed-note. */
async function checkSignature(note: string, verifierKey: string): Promise<boolean | undefined> {
  const end = note.lastIndexOf('\n\n');
  const [name = '', , encoded = ''] = verifierKey
    .trim()
    .split('+', 2)
    .concat(verifierKey.trim().split('+').slice(2).join('+'));
  const line = note
    .slice(end + 2)
    .split('\n')
    .find((candidate) => candidate.startsWith(`— ${name} `));
  if (end < 0 || !line) return false;
  const signature = bytesOf(line.slice(`— ${name} `.length)).slice(4);
  try {
    const key = await crypto.subtle.importKey('raw', bytesOf(encoded).slice(1), { name: 'Ed25519' }, false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, signature, new TextEncoder().encode(note.slice(0, end + 1)));
  } catch {
    return undefined;
  }
}

async function sha256(...parts: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob([...parts]).arrayBuffer()));
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function equal(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

/** Not by a shift, which would cut an index off at 32 bits. */
function half(number: number): number {
  return Math.floor(number / 2);
}
