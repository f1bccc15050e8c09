// It shares no code with the server, so that neither vouches for the other.
import { checkSignature, Fault, readCheckpoint, type Checkpoint } from './checkpoint.js';
import { parseJson, readLastLine, readLines, readSeal } from './export-file.js';
import { Tree } from './tree.js';

export interface VerifyOptions {
  /** A verifier key, as text; without one no signature is checked. */
  readonly key?: string | undefined;
  /** An older checkpoint, as text. */
  readonly against?: string | undefined;
}

/**
 * Checks that the file holds what its checkpoint signed, and that the log goes on from the older checkpoint.
 * @returns one sentence. @throws Fault where the log is not as it was signed.
 */
export async function verifyExport(file: string, { key, against }: VerifyOptions): Promise<string> {
  const { text, offset } = readLastLine(file);
  const { note, checkpoint, first, left } = readSeal(text);
  if (key) checkSignature(note, key, 'The checkpoint in the last line');
  const old = against === undefined ? undefined : readOld(against, key, checkpoint, first);

  const tree = new Tree(first, left);
  let oldHolds = old && old.size === first ? tree.hasRoot(old) : undefined;
  for await (const lines of readLines(file, offset)) {
    for (const line of lines) {
      tree.append(line);
      if (old && tree.size === old.size) oldHolds = tree.hasRoot(old);
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
    throw new Fault(await describeChange(file, offset, first, old && oldHolds ? old.size : 0, checkpoint.size));
  }
  if (old && oldHolds === false) {
    throw new Fault(`The log was rewritten: its first ${old.size} events are not those of the older checkpoint.`);
  }
  const grown = old ? `, and the log only grew since it had ${old.size}` : '';
  return `${checkpoint.origin}: ${checkpoint.size - first} events from leaf ${first} on are as they were signed${grown}.`;
}

/** The older checkpoint. @throws Fault where the log cannot have grown from it. */
function readOld(against: string, key: string | undefined, checkpoint: Checkpoint, first: number): Checkpoint {
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

/** Where the tree differs from what was signed: in the first line that is no longer JSON as we write it, if there is one. */
async function describeChange(
  file: string,
  offset: number,
  first: number,
  trusted: number,
  end: number,
): Promise<string> {
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
