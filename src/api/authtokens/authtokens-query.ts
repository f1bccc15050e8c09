import { AppError } from '../../common/app-error.js';
import type { WantedContexts } from '../../contexts/contexts.service.js';

const MAX_LIMIT = 1_000;
const BEFORE_THE_FIRST = '00000000-0000-0000-0000-000000000000';
const CURSOR = /^token:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

export interface ListQuery {
  /** Absent: all of them. */
  readonly limit?: number;
  readonly afterId: string;
}

/** @throws AppError `invalid_request`. */
export function parseListQuery({ limit, after }: { limit?: unknown; after?: unknown }): ListQuery {
  const afterId = after === undefined ? BEFORE_THE_FIRST : decodeCursor(after);
  if (afterId === undefined) throw new AppError('invalid_request', 'after must be a nextCursor of this list');
  if (limit === undefined) return { afterId };
  if (typeof limit !== 'string' || !/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > MAX_LIMIT) {
    throw new AppError('invalid_request', `limit must be a whole number from 1 to ${MAX_LIMIT}`);
  }
  return { afterId, limit: Number(limit) };
}

/** A cursor is opaque to clients, so that what it encodes can change. */
export function encodeCursor(id: string): string {
  return Buffer.from(`token:${id}`).toString('base64url');
}

interface NamedContexts {
  readonly context?: readonly string[] | null;
  readonly contextAsCodesArray?: readonly number[] | null;
}

export function wantedContexts({ context, contextAsCodesArray }: NamedContexts): WantedContexts {
  return { names: context ?? [], codes: contextAsCodesArray ?? [] };
}

/** @returns undefined where the body does not speak of contexts. */
export function changedContexts(body: NamedContexts): WantedContexts | undefined {
  const silent = (body.context ?? undefined) === undefined && (body.contextAsCodesArray ?? undefined) === undefined;
  return silent ? undefined : wantedContexts(body);
}

function decodeCursor(cursor: unknown): string | undefined {
  return typeof cursor === 'string' ? CURSOR.exec(Buffer.from(cursor, 'base64url').toString())?.[1] : undefined;
}
