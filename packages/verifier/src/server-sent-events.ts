export interface ServerSentEvent {
  readonly event: string;
  readonly data: string;
  readonly id: string;
  readonly comment: string;
}

/** Longer lines are no events of the issuer. */
const MAX_PENDING = 1_000_000;

/** Reads server-sent events (HTML Standard, section 9.2.6) from text that comes in pieces. */
export class ServerSentEvents {
  private pending = '';

  /** @returns the blocks that are complete now, those too that have an id or a comment alone. */
  add(text: string): ServerSentEvent[] {
    const blocks = (this.pending + text).split('\n\n');
    this.pending = blocks.pop()!;
    if (this.pending.length > MAX_PENDING) throw new Error('An event is too long');
    return blocks.map(parseBlock);
  }
}

function parseBlock(block: string): ServerSentEvent {
  const fields = { event: '', data: '', id: '', comment: '' };
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    const name = colon === 0 ? 'comment' : line.slice(0, colon);
    if (Object.hasOwn(fields, name)) fields[name as keyof typeof fields] = line.slice(colon + 1).trimStart();
  }
  return fields;
}
