import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { canonicalJson, type Json } from './canonical-json.js';

describe('canonicalJson', () => {
  it('orders members by UTF-16 code units and escapes as RFC 8785, section 3.2, shows', () => {
    const value = {
      '\u20ac': 'Euro',
      '\r': 'CR',
      '1': 1,
      '\ud83d\ude00': 'Smiley',
      '\ufb33': 'Dalet',
      ö: [null, true],
    };
    expect(canonicalJson(value)).toBe(
      '{"\\r":"CR","1":1,"ö":[null,true],"€":"Euro","\ud83d\ude00":"Smiley","\ufb33":"Dalet"}',
    );
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\/')).toBe('"€$\\u000f\\nA\'B\\"\\\\/"');
  });

  it('has one text for one value, and is read back as that value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as Json);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
      }),
    );
  });

  it('replaces what PostgreSQL does not take', () => {
    expect(canonicalJson('a\0b\ud800c')).toBe('"a\ufffdb\ufffdc"');
    expect(canonicalJson({ a: ['\0', '\udfff\\u0000'], b: '\\ud800' })).toBe(
      '{"a":["\ufffd","\ufffd\\\\u0000"],"b":"\\\\ud800"}',
    );
  });
});
