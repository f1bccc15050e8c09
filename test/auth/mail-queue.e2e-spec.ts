import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MailQueue } from '../../src/mail/mail-queue.js';
import { TransactionRunner } from '../../src/database/transactions.js';
import { TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { SmtpInbox } from '../support/smtp-inbox.js';

let database: TestDatabase;
let inbox: SmtpInbox;

beforeAll(async () => {
  database = await createTestDatabase();
  inbox = await SmtpInbox.start();
});

let apps: TestApp[] = [];

// Those that a failing test leaves would keep the run from ending.
afterEach(async () => {
  await Promise.all(apps.map((app) => app.close()));
  apps = [];
});

afterAll(async () => {
  await inbox.close();
  await database.drop();
});

async function start(env: Record<string, string> = { SMTP_URL: inbox.url }): Promise<TestApp> {
  const app = await TestApp.start(database.url, { env });
  apps.push(app);
  return app;
}

async function stop(app: TestApp): Promise<void> {
  apps = apps.filter((one) => one !== app);
  await app.close();
}

async function createUser(app: TestApp, username: string): Promise<string> {
  const { id } = await app.createUser(username);
  const email = `${username}@example.com`;
  await database.query('UPDATE users SET email = $1 WHERE id = $2', [email, id]);
  return email;
}

const ask = (app: TestApp, username: string) => app.call('POST', '/v1/forgot-password', { json: { username } });

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('mail', () => {
  it('goes out once however many instances run', async () => {
    const three = [await start(), await start(), await start()];
    const emails: string[] = [];
    for (let user = 0; user < 12; user++) emails.push(await createUser(three[0]!, `many${user}`));
    await Promise.all(emails.map((_, user) => ask(three[user % 3]!, `many${user}`)));
    await Promise.all(emails.map((email) => inbox.next(email)));
    await Promise.all(three.map(stop));
    expect(inbox.mails.flatMap(({ to }) => to).sort()).toEqual([...emails].sort());
  });

  it('is tried again while the mail server is down, and the response does not wait for it', async () => {
    const app = await start();
    const email = await createUser(app, 'patient');
    await inbox.close();
    expect((await ask(app, 'patient')).status).toBe(204);
    await until(
      async () =>
        (await database.query(`SELECT FROM pgboss.job WHERE retry_count > 0`)).length > 0 ||
        (await database.query(`SELECT FROM pgboss.job WHERE state = 'retry'`)).length > 0,
    );
    await inbox.open();
    await inbox.next(email);
  });

  it('is not lost with the process that was about to send it', async () => {
    await inbox.close();
    const dying = await start();
    const email = await createUser(dying, 'survivor');
    await ask(dying, 'survivor');
    await until(async () => (await database.query(`SELECT FROM pgboss.job WHERE state = 'retry'`)).length > 0);
    await stop(dying);
    // What a process leaves behind that is killed amidst a delivery.
    await database.query(`UPDATE pgboss.job SET state = 'active', started_on = now() - interval '2 minutes'`);
    await database.query(`UPDATE pgboss.version SET maintained_on = now() - interval '1 hour'`);
    await inbox.open();
    await start();
    await inbox.next(email);
  }, 60_000);

  it('goes out only if the transaction that made it commits', async () => {
    const app = await start();
    const queue = app.get(MailQueue);
    const expiresAt = new Date(app.clock.now().getTime() + 60_000);
    const queued = (to: string, until = expiresAt) => ({
      mail: { to: `${to}@example.com`, subject: 'x', text: 'x', html: 'x' },
      expiresAt: until,
    });
    const failing = app.get(TransactionRunner).run(async (transaction) => {
      await queue.enqueue(transaction, queued('never'));
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await app.get(TransactionRunner).run((transaction) => queue.enqueue(transaction, queued('late', app.clock.now())));
    await app.get(TransactionRunner).run((transaction) => queue.enqueue(transaction, queued('sent')));
    await inbox.next('sent@example.com');
    expect(inbox.mails.flatMap(({ to }) => to)).not.toContain('never@example.com');
    expect(inbox.mails.flatMap(({ to }) => to)).not.toContain('late@example.com');
  });

  it('is printed where there is no mail server in development', async () => {
    const printed = new Promise<string>((resolve) => {
      const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
        if (String(text).includes('printed@example.com')) {
          write.mockRestore();
          resolve(String(text));
        }
        return true;
      });
    });
    const app = await start({});
    await createUser(app, 'printed');
    await ask(app, 'printed');
    expect(await printed).toMatch(
      /To: printed@example.com\nSubject: Tessera: your confirmation code\n\n.*\n\n {4}[A-Za-z0-9]{8}\n/s,
    );
  });

  it('is not even queued in production without a mail server, and the response is the same', async () => {
    const app = await start({ NODE_ENV: 'production' });
    await createUser(app, 'nowhere');
    const before = await database.query('SELECT id FROM pgboss.job ORDER BY id');
    expect((await ask(app, 'nowhere')).status).toBe(204);
    expect(await database.query('SELECT id FROM pgboss.job ORDER BY id')).toEqual(before);
  });
});
