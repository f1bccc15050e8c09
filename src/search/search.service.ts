import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { SearchRepository, type Found, type FoundUser } from '../database/repositories/search.repository.js';
import { UserProfilesService } from '../users/user-profiles.service.js';

export const HIT_TYPES = ['user', 'token', 'session', 'request', 'incident'] as const;

/** Something that was found. */
export interface Hit {
  readonly type: (typeof HIT_TYPES)[number];
  readonly id: string;
  /** For people. */
  readonly title: string;
  /** Whose it is; null for a deleted user, and for what nobody did. */
  readonly user: FoundUser | null;
}

const MAX_USERS = 10;
const MAX_USER_ID = 2 ** 31 - 1;

/** Finds whatever an operator has a name or an id of, by one text. */
@Injectable()
export class SearchService {
  /** Where is looked, by one statement each. */
  private readonly sources: readonly ((text: string) => Promise<Hit[]>)[] = [
    (text) => this.findUserById(text),
    (text) => this.findUsers(text),
    (text) => this.byId(text, 'token', (id) => this.repository.findToken(id)),
    (text) => this.byId(text, 'session', (id) => this.repository.findSession(id)),
    (text) => this.byId(text, 'request', (id) => this.repository.findRequest(id)),
    (text) => this.byId(text, 'incident', (id) => this.repository.findIncident(id)),
  ];

  constructor(
    private readonly repository: SearchRepository,
    private readonly users: UserProfilesService,
  ) {}

  /** @returns at most a dozen or so; of users those whose name or address begins with the text. */
  async search(text: string): Promise<Hit[]> {
    const hits = (await Promise.all(this.sources.map((find) => find(text)))).flat();
    // One whose name begins with their id is found twice.
    return hits.filter(({ type, id }, at) => hits.findIndex((hit) => hit.type === type && hit.id === id) === at);
  }

  private async findUserById(text: string): Promise<Hit[]> {
    if (!/^\d{1,10}$/.test(text) || Number(text) > MAX_USER_ID) return [];
    const found = await this.repository.findUser(Number(text));
    return found.map((user) => ({ type: 'user', id: String(user.id), title: user.username, user }));
  }

  private async findUsers(text: string): Promise<Hit[]> {
    const { users } = await this.users.listUsers({ query: text }, undefined, MAX_USERS);
    return users.map(({ id, username, fullName, email }) => {
      const more = [fullName, email].filter(Boolean).join(', ');
      const title = more === '' ? username : `${username} (${more})`;
      return { type: 'user', id: String(id), title, user: { id, username } };
    });
  }

  private async byId(text: string, type: Hit['type'], find: (id: string) => Promise<Found[]>): Promise<Hit[]> {
    if (!isUuid(text)) return [];
    return (await find(text.toLowerCase())).map(({ id, kind, userId, username }) => {
      const user = userId === null || username === null ? null : { id: userId, username };
      const what = type === 'token' ? `${kind} token` : kind;
      return { type, id, title: user ? `${what} of ${user.username}` : what, user };
    });
  }
}
