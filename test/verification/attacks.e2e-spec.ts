import { createCipheriv, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { all, introspect } from '../support/verification-paths.js';
import { attacker, encode, Forge, type Json } from '../support/forge.js';

let forge: Forge;

beforeAll(async () => {
  forge = await Forge.start();
});

afterAll(() => forge.close());

/** Makes the texts that must be refused. */
type Attack = () => string | string[];

const flipped = (part: string): string => (part.startsWith('e') ? 'f' : 'e') + part.slice(1);
const json = (value: unknown): string => JSON.stringify(value);

const PARTS: Record<string, Attack> = {
  'a modified signature': () => forge.withSignature(flipped(forge.parts[2])),
  'no signature': () => forge.withSignature(''),
  'no signature and no separator': () => `${forge.parts[0]}.${forge.parts[1]}`,
  'a modified payload': () => `${forge.parts[0]}.${encode({ ...forge.payload, role: 'admin' })}.${forge.parts[2]}`,
  'no payload': () => [`${forge.parts[0]}..${forge.parts[2]}`, forge.signInput(`${forge.parts[0]}.`)],
  'no payload and no separator': () => `${forge.parts[0]}.${forge.parts[2]}`,
  'a modified header': () => `${encode({ ...forge.header, typ: 'jwt' })}.${forge.parts[1]}.${forge.parts[2]}`,
  'no header': () => [`.${forge.parts[1]}.${forge.parts[2]}`, forge.signInput(`.${forge.parts[1]}`)],
  'no header and no separator': () => `${forge.parts[1]}.${forge.parts[2]}`,
  'no header and no signature': () => `.${forge.parts[1]}.`,
  'a payload alone': () => forge.parts[1],
  'separators alone': () => ['.', '..', '...'],
  'the empty text': () => '',
  'an extra empty part': () => [`${forge.token}.`, `.${forge.token}`],
  'an extra part': () => [`${forge.token}.foo`, `foo.${forge.token}`, forge.signInput(`${forge.token}`)],
  'the parts of two tokens': () => {
    const other = forge.sign(forge.header, { ...forge.payload, role: 'admin' }).split('.');
    return [`${forge.parts[0]}.${other[1]}.${forge.parts[2]}`, forge.withSignature(other[2]!)];
  },
};

const SERIALIZATIONS: Record<string, Attack> = {
  'general JSON (RFC 7515, section 7.2.1)': () => {
    const signed = { protected: forge.parts[0], signature: forge.parts[2] };
    return [
      json({ payload: forge.parts[1], signatures: [signed] }),
      json({ payload: forge.parts[1], signatures: [{ ...signed, header: { alg: 'none' } }] }),
    ];
  },
  'flattened JSON (RFC 7515, section 7.2.2)': () =>
    json({ protected: forge.parts[0], payload: forge.parts[1], signature: forge.parts[2] }),
  'an unencoded payload (RFC 7797)': () => {
    const head = { ...forge.header, b64: false, crit: ['b64'] };
    return [
      forge.sign(head, forge.payload),
      forge.sign({ ...forge.header, b64: false }, forge.payload),
      forge.signInput(`${encode(head)}.${json(forge.payload)}`),
    ];
  },
  'a detached payload (RFC 7515, appendix F)': () => `${forge.parts[0]}..${forge.parts[2]}`,
  'an encrypted token (RFC 7516)': () => {
    const head = encode({ alg: 'dir', enc: 'A256GCM', cty: 'JWT', kid: forge.header.kid });
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', Buffer.alloc(32), iv).setAAD(Buffer.from(head));
    const text = Buffer.concat([cipher.update(forge.token), cipher.final()]);
    return [
      `${head}..${encode(iv)}.${encode(text)}.${encode(cipher.getAuthTag())}`,
      `${forge.parts[0]}.${encode(iv)}.${encode(iv)}.${forge.parts[1]}.${forge.parts[2]}`,
    ];
  },
  'a token within a token (RFC 7519, section 5.2)': () => [
    forge.sign({ ...forge.header, cty: 'JWT' }, forge.token),
    forge.sign(forge.header, forge.token),
    forge.sign(forge.header, json(forge.token)),
    forge.sign(forge.header, { jwt: forge.token }),
    forge.sign(forge.header, forge.token, attacker().privateKey),
  ],
};

const ENCODINGS: Record<string, Attack> = {
  padding: () => [...forge.inEachPart((part) => `${part}=`), ...forge.inEachPart((part) => `${part}==`)],
  'base64 instead of base64url': () => {
    const plain = (part: string): string => part.replaceAll('-', '+').replaceAll('_', '/');
    // Wherever it stands in the segment, there is a `-` and a `_` in it.
    const payload = encode({ ...forge.payload, more: '>>>>>?????' });
    let signed = forge.signInput(`${forge.parts[0]}.${payload}`);
    while (!/[-_][^.]*$/.test(signed)) signed = forge.signInput(`${forge.parts[0]}.${payload}`);
    return [
      forge.signInput(`${forge.parts[0]}.${plain(payload)}`),
      signed.replace(/[^.]+$/, (signature) => plain(signature)),
    ];
  },
  'bits past the last byte': () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const stray = (part: string): string => part.slice(0, -1) + alphabet[alphabet.indexOf(part.at(-1)!) + 1]!;
    const [header, payload, signature] = forge.parts;
    const uneven = ['', 'x', 'xx']
      .map((more) => encode({ ...forge.payload, more }))
      .filter((part) => part.length % 4 !== 0);
    return [
      `${stray(header)}.${payload}.${signature}`,
      forge.signInput(`${stray(header)}.${payload}`),
      ...uneven.map((part) => forge.signInput(`${header}.${stray(part)}`)),
      forge.withSignature(stray(signature)),
    ];
  },
  'a character that stands for nothing': () => forge.inEachPart((part) => `${part}A`),
  'white space': () => [
    ...forge.inEachPart((part) => `${part.slice(0, 8)} ${part.slice(8)}`),
    ...forge.inEachPart((part) => `${part.slice(0, 8)}\t${part.slice(8)}`),
  ],
  'characters that are no base64': () =>
    ['?', '#', '%', '~', '!', 'é', '%41', '"'].flatMap((mark) => [
      ...forge.inEachPart((part) => part.slice(0, 8) + mark + part.slice(8)),
      ...forge.inEachPart((part) => mark + part),
      ...forge.inEachPart((part) => part + mark),
    ]),
};

/** What HTTP does not carry in a header, or drops from its ends. */
const UNSENDABLE: Record<string, Attack> = {
  'a line break': () =>
    ['\n', '\r\n'].flatMap((end) => forge.inEachPart((part) => part.slice(0, 8) + end + part.slice(8))),
  'a line break at an end': () => [`${forge.token}\n`, `${forge.token}\r\n`, `\n${forge.token}`],
  'a NUL': () => [`${forge.token}\0`, `\0${forge.token}`, ...forge.inEachPart((part) => `${part}\0`)],
  'white space at an end': () => [`${forge.token} `, ` ${forge.token}`, `\t${forge.token}`],
  'a byte order mark': () => [`\ufeff${forge.token}`, ...forge.inEachPart((part) => `\ufeff${part}`)],
  'characters that only look like those of base64': () => forge.inEachPart((part) => part.replace(/[A-Z]/, 'А')),
};

const bytes = (value: unknown, ...wrong: number[]): Buffer => {
  const [before, after] = json(value).split('@') as [string, string];
  return Buffer.concat([Buffer.from(before), Buffer.from(wrong), Buffer.from(after)]);
};

const WRONG_UTF8 = { 'a lone byte': [0xff], 'an overlong form': [0xc0, 0xaf], 'a surrogate': [0xed, 0xa0, 0x80] };

const JSON_TEXTS: Record<string, Attack> = {
  ...Object.fromEntries(
    Object.entries(WRONG_UTF8).map(([name, wrong]) => [
      `${name} where UTF-8 must be`,
      () => [
        forge.sign(bytes({ ...forge.header, typ: 'JWT@' }, ...wrong), forge.payload),
        forge.sign(forge.header, bytes({ ...forge.payload, username: '@' }, ...wrong)),
      ],
    ]),
  ),
  'a byte order mark in the JSON': () => [
    forge.sign(`\ufeff${json(forge.header)}`, forge.payload),
    forge.sign(forge.header, `\ufeff${json(forge.payload)}`),
  ],
  'UTF-16': () => forge.sign(forge.header, Buffer.from(json(forge.payload), 'utf16le')),
  // Valid by RFC 7515; but nothing that we sign has it, and so no text has a twin.
  'white space in the JSON': () => [
    forge.sign(json(forge.header).replace(',', ', '), forge.payload),
    forge.sign(forge.header, JSON.stringify(forge.payload, undefined, 2)),
    forge.sign(forge.header, `${json(forge.payload)}\n`),
  ],
  'more after the JSON': () => forge.sign(forge.header, `${json(forge.payload)}{}`),
  'a trailing comma': () => forge.sign(forge.header, json(forge.payload).replace(/\}$/, ',}')),
  'a payload that is a list': () => forge.sign(forge.header, [forge.payload]),
  'a payload that is no object': () =>
    ['null', 'true', '1', '"x"', 'foo', '{'].map((it) => forge.sign(forge.header, it)),
  'a header that is no object': () => ['null', '[]', '"ES256"', 'foo'].map((it) => forge.sign(it, forge.payload)),
  'an empty payload object': () => forge.sign(forge.header, {}),
  'deep JSON': () => [
    forge.sign(forge.header, `${'['.repeat(3_000)}${']'.repeat(3_000)}`),
    forge.sign(forge.header, `${'{"a":'.repeat(900)}1${'}'.repeat(900)}`),
    forge.sign(json({ ...forge.header, typ: 0 }).replace('0', '['.repeat(2_000) + ']'.repeat(2_000)), forge.payload),
  ],
  'a header member twice': () => {
    const { kid } = forge.header;
    const rest = json(forge.header).slice(1);
    return [
      `{"alg":"none",${rest}`,
      `{"kid":"x",${rest}`,
      `{"typ":"x",${rest}`,
      `{"\\u0061lg":"none",${rest}`,
      `{${rest.slice(0, -1)},"alg":"none"}`,
      `{${rest.slice(0, -1)},"kid":${json(kid)}}`,
    ].map((head) => forge.sign(head, forge.payload));
  },
  'a claim twice': () => {
    const rest = json(forge.payload).slice(1);
    return [
      ...['"role":"admin"', '"sub":"2"', '"exp":9999999999', '"iss":"x"', '"jti":"x"', '"status":{}'],
      '"\\u0072ole":"admin"',
    ].flatMap((claim) => [
      forge.sign(forge.header, `{${claim},${rest}`),
      forge.sign(forge.header, `{${rest.slice(0, -1)},${claim}}`),
    ]);
  },
  'a place in the status list twice': () =>
    forge.sign(forge.header, json(forge.payload).replace('"idx":', '"idx":7,"idx":')),
  'a number in another form': () => {
    const text = json(forge.payload);
    const exp = String(forge.payload.exp);
    return [`${exp}.0`, `${exp}e0`, `-${exp}`, `0${exp}`, '1e999', 'Infinity', 'NaN'].map((number) =>
      forge.sign(forge.header, text.replace(`"exp":${exp}`, `"exp":${number}`)),
    );
  },
  'a claim under __proto__': () => [
    forge.sign(forge.header, `{"__proto__":{"role":"admin"},${json({ ...forge.payload, role: undefined }).slice(1)}`),
    forge.sign(`{"__proto__":{"kid":"x"},${json(forge.header).slice(1)}`, forge.payload),
    forge.sign(`{"__proto__":${json(forge.header)}}`, forge.payload),
  ],
};

const CLAIMS: Record<string, (claims: Json) => Json[]> = {
  'another issuer': ({ iss }) =>
    ['http://other.test', `${String(iss)}/`, '', [iss], undefined].map((it) => ({ iss: it })),
  'an unknown use': () => ['v9', '', '__proto__', ['api2'], undefined].map((it) => ({ token_use: it })),
  'no subject': () => ['', '0', '-1', '1e0', 'x', '1 ', 1, ['1'], null, undefined].map((it) => ({ sub: it })),
  'no id': () => [1, null, undefined].map((it) => ({ jti: it })),
  'no username': () => [1, null, undefined].map((it) => ({ username: it })),
  'no role': () => [['admin'], null, undefined].map((it) => ({ role: it })),
  'no time of issue': () => ['1', null, undefined].map((it) => ({ iat: it })),
  'no start': ({ nbf }) => [String(nbf), [nbf], null, undefined].map((it) => ({ nbf: it })),
  'a start to come': ({ exp }) => [{ nbf: (exp as number) - 1 }],
  'no end': ({ exp }) => [String(exp), [exp], true, null, undefined, 'never'].map((it) => ({ exp: it })),
  'an end that was': ({ nbf }) => [0, -1, nbf].map((it) => ({ exp: it })),
  'no place in a status list': () => [[], {}, { status_list: null }, '', null, undefined].map((it) => ({ status: it })),
  'a place that is none': ({ status }) =>
    ['0', -1, 0.5, 2 ** 20, 2 ** 40, [0], null, undefined].map((idx) => ({
      status: { status_list: { ...(status as { status_list: Json }).status_list, idx } },
    })),
  'a status list of another': ({ iss }) =>
    ['http://127.0.0.1:9/status-lists/0', `${String(iss)}.evil.test/status-lists/0`, `${String(iss)}/x/status-lists/0`]
      .concat([`${String(iss)}/status-lists/../0`, `${String(iss)}/status-lists/0?`, ''])
      .map((uri) => ({ status: { status_list: { idx: 0, uri } } })),
};

const SIZES: Record<string, Attack> = {
  'a payload longer than any of ours': () => forge.sign(forge.header, { ...forge.payload, more: 'x'.repeat(8_000) }),
  'a header longer than any of ours': () => forge.sign({ ...forge.header, typ: 'x'.repeat(8_000) }, forge.payload),
  'a signature longer than any': () => forge.withSignature('A'.repeat(8_000)),
  'thousands of parts': () => '.'.repeat(10_000),
};

describe('introspection, forward auth and the local verifier', () => {
  it('take the token that the attacks start from, and what is signed again in its form', async () => {
    expect(await forge.ask(forge.token)).toEqual(all('valid'));
    expect(await forge.ask(forge.sign(forge.header, forge.payload))).toEqual(all('valid'));
    expect(await forge.ask(forge.sign(forge.header, { ...forge.payload, more: '>>>>>?????' }))).toEqual(all('valid'));
    expect(await forge.ask(forge.sign(forge.header, { ...forge.payload, more: [['x'.repeat(5_000)]] }))).toEqual(
      all('valid'),
    );
  });

  it.each(Object.entries({ ...PARTS, ...SERIALIZATIONS, ...ENCODINGS, ...JSON_TEXTS, ...SIZES }))(
    'refuse %s',
    async (_, attack) => {
      for (const text of [attack()].flat()) expect([text, await forge.ask(text)]).toEqual([text, all('token_invalid')]);
    },
  );

  it.each(Object.entries(CLAIMS))('refuse %s, though the issuer signed it', async (_, changes) => {
    for (const change of changes(forge.payload)) {
      const text = forge.sign(forge.header, { ...forge.payload, ...change });
      expect([change, await forge.ask(text)]).toEqual([change, all('token_invalid')]);
    }
  });

  it('refuse what the issuer signed to be something else', async () => {
    const { text: list } = await forge.app.call('GET', '/status-lists/0');
    const others = ['statuslist+jwt', 'application/statuslist+jwt', 'jwt', '', undefined].map((typ) =>
      forge.sign({ ...forge.header, typ }, forge.payload),
    );
    for (const text of [list, ...others]) expect([text, await forge.ask(text)]).toEqual([text, all('token_invalid')]);
  });

  it.each(Object.entries(UNSENDABLE))('refuse %s, as far as it reaches them', async (_, attack) => {
    for (const text of [attack()].flat()) {
      expect(await introspect(forge.app, forge.gateway, text)).toEqual({ active: false });
      await expect(forge.verifier.verify(text)).rejects.toMatchObject({ code: 'token_invalid' });
    }
  });

  it('refuse a token of megabytes', async () => {
    const text = forge.sign(forge.header, { ...forge.payload, more: 'x'.repeat(3_000_000) });
    expect(await introspect(forge.app, forge.gateway, text)).toMatchObject({ error: 'invalid_request' });
    expect((await forge.app.call('GET', '/auth/verify', { headers: { authorization: `Bearer ${text}` } })).status).toBe(
      431,
    );
    await expect(forge.verifier.verify(text)).rejects.toMatchObject({ code: 'token_invalid' });
  });
});
