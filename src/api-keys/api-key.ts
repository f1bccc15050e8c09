import type { ApiKeyRow } from '../database/repositories/api-key.repository.js';

/** A named token, as its owner sees it. */
export interface ApiKey {
  readonly id: string;
  readonly description: string;
  /** As it was asked for, in seconds. */
  readonly lifetimeSeconds: number;
  /** With its fractions; 0 from the moment on that the token is refused. */
  readonly remainingSeconds: number;
}

export function describeApiKey({ id, description, lifetimeSeconds, endsAt }: ApiKeyRow, now: Date): ApiKey {
  const remaining = (endsAt.getTime() - now.getTime()) / 1000;
  return { id, description, lifetimeSeconds, remainingSeconds: Math.min(lifetimeSeconds, Math.max(0, remaining)) };
}
