import { Readable } from 'node:stream';
import type { ContextTokenEntry, ContextTokenPage } from '../../contexts/context-token-list.service.js';
import { encodeCursor } from './authtokens-query.js';
import type { AuthtokenResponseDto, AuthtokenListResponseDto } from './dto/responses.dto.js';

export function presentPage({ entries, hasMore }: ContextTokenPage): AuthtokenListResponseDto {
  const last = entries.at(-1);
  return { list: entries.map(presentToken), nextCursor: hasMore && last ? encodeCursor(last.id) : null };
}

/** `{"list": [...]}`, written as fast as it is read; where the pages break off, so does the JSON. */
export function presentList(pages: AsyncIterable<readonly ContextTokenEntry[]>): Readable {
  return Readable.from(json(pages), { objectMode: false });
}

async function* json(pages: AsyncIterable<readonly ContextTokenEntry[]>): AsyncGenerator<string> {
  let separator = '{"list":[';
  for await (const page of pages) {
    yield separator + page.map((entry) => JSON.stringify(presentToken(entry))).join(',');
    separator = ',';
  }
  yield separator === ',' ? ']}' : '{"list":[]}';
}

function presentToken({ contexts, userId, fullName, username, text }: ContextTokenEntry): AuthtokenResponseDto {
  return {
    context: contexts.map(({ name, code }) => ({ name, code })),
    userId,
    userFullName: fullName ?? username,
    token: text,
  };
}
