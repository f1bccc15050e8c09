import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { Verifier } from '@tessera-auth/verifier';
import type { SigningKey } from '../../src/signing-keys/signing-key.js';
import { SigningKeysService } from '../../src/signing-keys/signing-keys.service.js';
import { askAll, urlOf, verifierOf, type VerificationPath } from './verification-paths.js';
import { TestApp, type TestUser } from './test-app.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export type Json = Record<string, unknown>;

/** A segment (RFC 7515, section 2) of JSON, or of text or bytes as they are. */
export function encode(value: unknown): string {
  return (Buffer.isBuffer(value) ? value : Buffer.from(isText(value) ? value : JSON.stringify(value))).toString(
    'base64url',
  );
}

/** Signs a text as it stands, whatever it is, by ES256 (RFC 7518, section 3.4). */
export function signInput(input: string, key: KeyObject): string {
  return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

/** A key pair that the issuer does not know. */
export function attacker(): { privateKey: KeyObject; publicKey: KeyObject; jwk: Json } {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...pair, jwk: pair.publicKey.export({ format: 'jwk' }) };
}

/** Builds attacks from a valid token. Where the form alone must be refused, they are signed with the issuer's own key. */
export class Forge {
  /** The requests of the local verifier to the issuer. */
  readonly requests: string[] = [];
  readonly verifier: Verifier;

  private constructor(
    private readonly database: TestDatabase,
    readonly app: TestApp,
    readonly gateway: TestUser,
    readonly token: string,
    private readonly issuer: SigningKey,
  ) {
    this.verifier = verifierOf(app, {
      fetch: (url, init) => {
        this.requests.push(urlOf(url));
        return fetch(urlOf(url).replace('http://tessera.test', app.url), init);
      },
    });
  }

  static async start(): Promise<Forge> {
    const database = await createTestDatabase();
    const app = await TestApp.start(database.url);
    const gateway = await app.createUser('gateway', 'service');
    const token = await app.logIn(gateway);
    return new Forge(database, app, gateway, token, await app.get(SigningKeysService).current());
  }

  async close(): Promise<void> {
    this.verifier.close();
    await this.app.close();
    await this.database.drop();
  }

  /** The three segments of the valid token. */
  get parts(): [header: string, payload: string, signature: string] {
    return this.token.split('.') as [string, string, string];
  }

  get header(): Json {
    return read(this.parts[0]);
  }

  get payload(): Json {
    return read(this.parts[1]);
  }

  get signature(): Buffer {
    return Buffer.from(this.parts[2], 'base64url');
  }

  get issuerKey(): KeyObject {
    return this.issuer.privateKey;
  }

  get issuerPublicKey(): KeyObject {
    return this.issuer.publicKey;
  }

  /** The valid token with another signature. */
  withSignature(signature: Buffer | string): string {
    return `${this.parts[0]}.${this.parts[1]}.${isText(signature) ? signature : signature.toString('base64url')}`;
  }

  sign(header: unknown, payload: unknown, key = this.issuerKey): string {
    return this.signInput(`${encode(header)}.${encode(payload)}`, key);
  }

  signInput(input: string, key = this.issuerKey): string {
    return signInput(input, key);
  }

  /** The valid token with one segment changed, for each segment: with its own signature, and signed again. */
  inEachPart(change: (part: string) => string): string[] {
    const [header, payload, signature] = this.parts;
    return [
      `${change(header)}.${payload}.${signature}`,
      this.signInput(`${change(header)}.${payload}`),
      `${header}.${change(payload)}.${signature}`,
      this.signInput(`${header}.${change(payload)}`),
      `${header}.${payload}.${change(signature)}`,
    ];
  }

  /** What each verification path makes of the text. */
  ask(text: string): Promise<Record<VerificationPath, string>> {
    return askAll(this.app, this.verifier, this.gateway, text);
  }
}

function read(part: string): Json {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Json;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
