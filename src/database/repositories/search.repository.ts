import { Injectable } from '@nestjs/common';
import { OperatorPool } from '../operator-pool.js';

export interface FoundUser {
  readonly id: number;
  readonly username: string;
}

/** Something that an operator looks for by its id, and whose it is. */
export interface Found {
  readonly id: string;
  /** A kind of token; what happened first in a request. */
  readonly kind: string;
  readonly userId: number | null;
  readonly username: string | null;
}

const TOKEN = `
  SELECT found.id, found.kind, found.user_id AS "userId", username
  FROM tokens AS found LEFT JOIN users ON users.id = found.user_id WHERE found.id = $1`;

const SESSION = `
  SELECT found.id, 'session' AS kind, found.user_id AS "userId", username
  FROM sessions AS found LEFT JOIN users ON users.id = found.user_id WHERE found.id = $1`;

const FOUND_EVENT = 'SELECT request_id, action, actor_id, actor_username, time, id';

/** Of the first event, among those of the tree and the few that are yet to be in it. */
const REQUEST = `
  SELECT request_id AS id, action AS kind, actor_id::integer AS "userId", actor_username AS username
  FROM (
    (${FOUND_EVENT} FROM audit_events WHERE request_id = $1 AND leaf IS NOT NULL ORDER BY time, id LIMIT 1)
    UNION ALL
    (${FOUND_EVENT} FROM unsealed_audit_events WHERE request_id = $1 ORDER BY time, id LIMIT 1)
  ) AS found ORDER BY time, id LIMIT 1`;

const INCIDENT = `
  SELECT id, 'incident: ' || action AS kind, actor_id AS "userId", actor_username AS username FROM incidents WHERE id = $1`;

/** Looks for single things by their ids, each by one statement and an index. */
@Injectable()
export class SearchRepository {
  constructor(private readonly pool: OperatorPool) {}

  findToken(id: string): Promise<Found[]> {
    return this.pool.query<Found>(TOKEN, [id]);
  }

  findSession(id: string): Promise<Found[]> {
    return this.pool.query<Found>(SESSION, [id]);
  }

  findRequest(id: string): Promise<Found[]> {
    return this.pool.query<Found>(REQUEST, [id]);
  }

  findIncident(id: string): Promise<Found[]> {
    return this.pool.query<Found>(INCIDENT, [id]);
  }

  findUser(id: number): Promise<FoundUser[]> {
    return this.pool.query<FoundUser>('SELECT id, username FROM users WHERE id = $1', [id]);
  }
}
