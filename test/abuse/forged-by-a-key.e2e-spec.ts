import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Forge } from '../support/forge.js';
import { basic } from '../support/test-app.js';
import { all, askAll, verifierOf } from '../support/verification-paths.js';

/** Between two instances' clocks. */
const SLACK = 900;
const DAY = 86_400;

let forge: Forge;

beforeAll(async () => {
  forge = await Forge.start();
});

afterAll(() => forge.close());

/** What a thief of the key makes: valid in every respect but this one. */
function forged(claims: Record<string, unknown>): string {
  return forge.sign(forge.header, { ...forge.payload, jti: crypto.randomUUID(), ...claims });
}

const at = (idx: number, list = 0): string =>
  forged({ status: { status_list: { idx, uri: `http://tessera.test/status-lists/${list}` } } });

const issuedAt = (iat: number): string => forged({ iat, nbf: Number(forge.payload.nbf), exp: 4_102_444_800 });

describe('a token that is signed with the right key', () => {
  it('is refused in a place that no token was ever given', async () => {
    expect(await forge.ask(at(0))).toEqual(all('valid'));
    for (const text of [at(2 ** 17), at(2 ** 20 - 1), at(0, 1), at(7, 9_999_999_999)]) {
      expect(await forge.ask(text)).toEqual(all('token_invalid'));
    }
  });

  it('is refused by Tessera in the very next place, until a token has it', async () => {
    const { idx } = (forge.payload.status as { status_list: { idx: number } }).status_list;
    const text = at(idx + 1);
    expect(await forge.ask(text)).toMatchObject({ introspection: 'token_invalid', 'forward auth': 'token_invalid' });
    await forge.app.logIn(forge.gateway);
    expect(await forge.ask(text)).toEqual(all('valid'));
  });

  it('ends no token at POST /oauth2/revoke where it says to have been issued before its key signed', async () => {
    const { jti, iat } = forge.payload;
    const text = forged({ jti, iat: Number(iat) - SLACK - 1, exp: 4_102_444_800 });
    const headers = basic(forge.gateway.username, forge.gateway.password);
    const { status } = await forge.app.call('POST', '/oauth2/revoke', { headers, json: { token: text } });
    expect(status).toBe(200);
    expect(await forge.ask(forge.token)).toEqual(all('valid'));
  });

  it('is refused where it says to have been issued before its key signed, or after', async () => {
    const from = Number(forge.payload.iat);
    expect(await forge.ask(issuedAt(from - SLACK))).toEqual(all('valid'));
    expect(await forge.ask(issuedAt(from - SLACK - 1))).toEqual(all('token_invalid'));
    forge.app.clock.advanceSeconds(600);
    const headers = basic('root', (await forge.app.createUser('root', 'admin')).password);
    expect((await forge.app.call('POST', '/admin/signing-keys/rotate', { headers })).status).toBe(200);
    const until = from + 600;
    forge.app.clock.advanceSeconds(DAY);
    const verifier = verifierOf(forge.app);
    const ask = (text: string) => askAll(forge.app, verifier, forge.gateway, text);
    expect(await ask(issuedAt(until + SLACK))).toEqual(all('valid'));
    expect(await ask(issuedAt(until + SLACK + 1))).toEqual(all('token_invalid'));
    verifier.close();
  });
});
