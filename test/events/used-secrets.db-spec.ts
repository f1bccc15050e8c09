import { expect, it } from '@jest/globals';
import { recordEvents } from '../support/audit.js';
import { basic, bearer, TestApp } from '../support/test-app.js';
import { createTestDatabase } from '../support/test-database.js';

const GUESS = 'Guessed-by-a-stranger';

it('a spec fails where an event holds a password, a token or a code that it used', async () => {
  const database = await createTestDatabase();
  const app = await TestApp.start(database.url);
  const user = await app.createUser('denis');
  const token = await app.logIn(user);
  await app.call('GET', '/admin/users', { headers: basic('denis', GUESS) });
  await app.call('GET', '/admin/users', { headers: bearer('a-token-of-no-one') });
  const target = { type: 'tokens', id: null, name: `Token "${token}" was used` } as const;
  await recordEvents(app, [{ target }, { reason: GUESS }, { reason: 'a-token-of-no-one' }]);
  await expect(app.close()).rejects.toThrow(`the secrets ${token}, ${GUESS}, a-token-of-no-one`);
  await database.drop();
});
