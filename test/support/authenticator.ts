import { createHmac } from 'node:crypto';
import type { TestApp, TestResponse, TestUser } from './test-app.js';
import { V1Client, type SessionTokens } from './v1-client.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, section 6. */
function bytesOf(base32: string): Buffer {
  const bits = [...base32].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
}

/** The code of an authenticator app (RFC 6238), by other code than the service's. @param steps of 30 seconds from `at`. */
export function totpCode(secret: string, at: Date, steps = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000) + steps));
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const number = mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** A user's authenticator app, whose clock is the service's. */
export class Authenticator {
  constructor(
    private readonly app: TestApp,
    readonly secret: string,
    readonly recoveryCodes: readonly string[] = [],
  ) {}

  /** @param steps from now. */
  code(steps = 0): string {
    return totpCode(this.secret, this.app.clock.now(), steps);
  }

  /** The code of the next step, to which it moves the clock. */
  nextCode(): string {
    this.app.clock.advanceSeconds(30);
    return this.code();
  }

  /** One that is wrong now, and was or will be no other step's of the window either. */
  wrongCode(): string {
    const around = [-2, -1, 0, 1, 2].map((steps) => this.code(steps));
    return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !around.includes(code))!;
  }
}

/** Sets up an authenticator app for the user, by a login of theirs. The code of this step is used up. */
export async function setUpFactor(app: TestApp, user: TestUser): Promise<Authenticator> {
  const v1 = new V1Client(app);
  const { access_token } = await v1.logIn(user);
  const { secret_code } = (await v1.call('associate-software-token', { access_token })).body as { secret_code: string };
  const user_code = totpCode(secret_code, app.clock.now());
  const { status, body } = await v1.call('verify-software-token', { access_token, user_code });
  if (status !== 200) throw new Error(`Setting up the factor of ${user.username} got status ${status}`);
  return new Authenticator(app, secret_code, (body as { recovery_codes: string[] }).recovery_codes);
}

/** The secret of the challenge that a login gets. @throws Error where it gets another one. */
export async function challengeOf(
  app: TestApp,
  { username, password }: TestUser,
  challenge_name = 'SOFTWARE_TOKEN_MFA',
  headers?: Record<string, string>,
): Promise<string> {
  const { body } = await new V1Client(app).call('login', { username, password }, headers);
  const challenge = body as { challenge_name?: string; session: string };
  if (challenge.challenge_name !== challenge_name)
    throw new Error(`The login got ${challenge.challenge_name ?? 'none'}`);
  return challenge.session;
}

export function respond(
  app: TestApp,
  { username }: TestUser,
  session: string,
  code: { software_token_mfa_code: string } | { recovery_code: string },
  headers?: Record<string, string>,
): Promise<TestResponse> {
  const json = { challenge_name: 'SOFTWARE_TOKEN_MFA', session, username, ...code };
  return new V1Client(app).call('respond-to-auth-challenge', json, headers);
}

/** Logs in by password and the next code. */
export async function logInWithFactor(app: TestApp, user: TestUser, factor: Authenticator): Promise<SessionTokens> {
  const code = { software_token_mfa_code: factor.nextCode() };
  const { status, body } = await respond(app, user, await challengeOf(app, user), code);
  if (status !== 200) throw new Error(`The login of ${user.username} got status ${status}`);
  return body as SessionTokens;
}
