// Verifies an export of the audit log offline. It shares no code with the server, so that neither vouches for the other.
import { Buffer } from 'node:buffer';
import { createPublicKey, hash, verify } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const USAGE = 'Usage: npm run audit:verify -- FILE [--against CHECKPOINT] [--key KEY]';
/** No event and no last line is longer. */
const MAX_LINE_BYTES = 1 << 20;
/** What is wrong with the log, as opposed to the command. */
export class Fault extends Error {}

const sha256 = (...parts) => hash('sha256', Buffer.concat(parts), 'buffer');
const countOnes = (number) => number.toString(2).replaceAll('0', '').length;

/** A tree as the roots of its complete subtrees, from the left (RFC 9162, section 2.1). */
class Tree {
  constructor(size, hashes) {
    this.size = size;
    this.hashes = hashes;
  }

  append(payload) {
    let node = sha256(Buffer.of(0), payload);
    for (let n = this.size; n % 2 === 1; n = (n - 1) / 2) node = sha256(Buffer.of(1), this.hashes.pop(), node);
    this.hashes.push(node);
    this.size++;
  }

  hasRoot({ root }) {
    if (this.size === 0) return sha256().equals(root);
    return this.hashes.reduceRight((right, left) => sha256(Buffer.of(1), left, right)).equals(root);
  }
}

/** The last line, which has the checkpoint, and where in the file it begins. */
function readLastLine(file) {
  const descriptor = openSync(file);
  try {
    const { size } = fstatSync(descriptor);
    const tail = Buffer.alloc(Math.min(size, MAX_LINE_BYTES));
    readSync(descriptor, tail, 0, tail.length, size - tail.length);
    const end = tail.at(-1) === 0x0a ? tail.length - 1 : tail.length;
    const start = end > 0 ? tail.lastIndexOf(0x0a, end - 1) + 1 : 0;
    return { text: tail.toString('utf8', start, end), offset: size - tail.length + start };
  } finally {
    closeSync(descriptor);
  }
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the last line says of the lines before it. @throws Fault where it contradicts itself. */
function readSeal(text) {
  const { checkpoint: note, first, size, left = [] } = parseJson(text) ?? {};
  if (typeof note !== 'string')
    throw new Fault('The file was cut off, or its last line was changed: it has no checkpoint.');
  const checkpoint = readCheckpoint(note);
  if (!checkpoint) throw new Fault('The checkpoint in the last line is malformed.');
  if (checkpoint.size !== size) {
    throw new Fault(`The last line says that the log has ${size} events, its checkpoint says ${checkpoint.size}.`);
  }
  const hashes = Array.isArray(left) ? left.map((encoded) => Buffer.from(String(encoded), 'base64')) : [];
  const isWhole = Number.isSafeInteger(first) && first >= 0 && first <= size && hashes.length === countOnes(first);
  if (!isWhole || hashes.some(({ length }) => length !== 32)) {
    throw new Fault('"first" and "left" in the last line do not belong together.');
  }
  return { note, checkpoint, first, left: hashes };
}

/** A checkpoint whose signature is not checked yet (c2sp.org/tlog-checkpoint). */
function readCheckpoint(note) {
  const [, origin, size, root] = /^(.+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n/.exec(note) ?? [];
  return origin && { origin, size: Number(size), root: Buffer.from(root, 'base64') };
}

/** @throws Fault where the key, `name+id+base64`, did not sign the note (c2sp.org/signed-note). */
function checkSignature(note, key, what) {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(\S{44})$/.exec(key) ?? [];
  const raw = Buffer.from(encoded ?? '', 'base64');
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

/** The lines before `offset`, as many at a time as were read at once. */
async function* readLines(file, offset) {
  if (offset === 0) return;
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { end: offset - 1, highWaterMark: MAX_LINE_BYTES })) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const lines = [];
    let start = 0;
    for (let end; (end = bytes.indexOf(0x0a, start)) >= 0; start = end + 1) lines.push(bytes.subarray(start, end));
    yield lines;
    rest = bytes.subarray(start);
    if (rest.length > MAX_LINE_BYTES) throw new Fault('One line is longer than any event.');
  }
}

/** Where the tree differs from what was signed: in the first line that is no longer JSON as we write it, if there is one. */
async function describeChange(file, offset, first, trusted, end) {
  let number = 0;
  for await (const lines of readLines(file, offset)) {
    for (const line of lines) {
      number++;
      const text = line.toString('utf8');
      if (JSON.stringify(parseJson(text)) === text) continue;
      return `Line ${number} (leaf ${first + number - 1}) was changed: it is not JSON as the log writes it.`;
    }
  }
  const from = Math.max(first, trusted);
  return `At least one of the lines ${from - first + 1} to ${end - first} (leaves ${from} to ${end - 1}) was changed, moved or replaced: they do not give the root that was signed.`;
}

/**
 * Checks that the file holds what its checkpoint signed, and that the log goes on from the older checkpoint.
 * @param options.key a verifier key; @param options.against an older checkpoint, both as text.
 * @returns one sentence. @throws Fault where the log is not as it was signed.
 */
export async function verifyExport(file, { key, against }) {
  const { text, offset } = readLastLine(file);
  const { note, checkpoint, first, left } = readSeal(text);
  if (key) checkSignature(note, key, 'The checkpoint in the last line');
  const old = against === undefined ? undefined : readOld(against, key, checkpoint, first);

  const tree = new Tree(first, left);
  let oldHolds = old && old.size === first ? tree.hasRoot(old) : undefined;
  for await (const lines of readLines(file, offset)) {
    for (const line of lines) {
      tree.append(line);
      if (tree.size === old?.size) oldHolds = tree.hasRoot(old);
    }
  }
  const difference = checkpoint.size - tree.size;
  if (difference !== 0) {
    const found = `It holds ${tree.size - first} events, and was signed for the ${checkpoint.size - first} from leaf ${first} on`;
    throw new Fault(
      `${found}: ${Math.abs(difference)} ${Math.abs(difference) === 1 ? 'is' : 'are'} ${difference > 0 ? 'missing' : 'too many'}.`,
    );
  }
  if (!tree.hasRoot(checkpoint)) {
    throw new Fault(await describeChange(file, offset, first, oldHolds ? old.size : 0, checkpoint.size));
  }
  if (oldHolds === false) {
    throw new Fault(`The log was rewritten: its first ${old.size} events are not those of the older checkpoint.`);
  }
  const grown = old ? `, and the log only grew since it had ${old.size}` : '';
  return `${checkpoint.origin}: ${checkpoint.size - first} events from leaf ${first} on are as they were signed${grown}.`;
}

/** The older checkpoint. @throws Fault where the log cannot have grown from it. */
function readOld(against, key, checkpoint, first) {
  const old = readCheckpoint(against);
  if (!old) throw new Fault('The older checkpoint is malformed.');
  if (old.origin !== checkpoint.origin) {
    throw new Fault(`The older checkpoint is of the log ${old.origin}, the file of ${checkpoint.origin}.`);
  }
  if (key) checkSignature(against, key, 'The older checkpoint');
  if (old.size > checkpoint.size) {
    throw new Fault(`The log was rolled back: it has ${checkpoint.size} events and once had ${old.size}.`);
  }
  if (old.size < first) {
    throw new Error(
      `The file begins with leaf ${first}, too late for a checkpoint of ${old.size} events: export from leaf ${old.size} or an earlier one.`,
    );
  }
  return old;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { against: { type: 'string' }, key: { type: 'string' } },
  });
  if (positionals.length !== 1) throw new Error(USAGE);
  const key = values.key && (existsSync(values.key) ? readFileSync(values.key, 'utf8') : values.key).trim();
  const against = values.against && readFileSync(values.against, 'utf8');
  const verdict = await verifyExport(positionals[0], { key, against });
  console.log(key ? verdict : `${verdict} The signature was not checked: give --key.`);
}

// Not where a test imports this file.
if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error.message);
    process.exitCode = error instanceof Fault ? 1 : 2;
  });
}
