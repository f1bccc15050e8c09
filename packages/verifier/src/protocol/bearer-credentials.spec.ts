import { describe, expect, it } from '@jest/globals';
import { parseBearerCredentials, usesBearerScheme } from './bearer-credentials.js';

describe('an Authorization header', () => {
  it.each([
    ['Bearer abc.DEF-_~+/=', 'abc.DEF-_~+/='],
    ['bEARER  abc', 'abc'],
    [`Bearer${' '.repeat(64)}abc`, 'abc'],
  ])('%j has a token', (header, token) => {
    expect([usesBearerScheme(header), parseBearerCredentials(header)]).toEqual([true, token]);
  });

  it.each(['Bearer', 'Bearer ', 'Bearer a b', 'Bearer a,b', 'Bearer\tabc', `Bearer${' '.repeat(65)}abc`])(
    '%j uses the scheme and has no token',
    (header) => {
      expect([usesBearerScheme(header), parseBearerCredentials(header)]).toEqual([true, undefined]);
    },
  );

  it.each([undefined, '', 'Basic YTpi', 'Bearerabc', ' Bearer abc'])('%j uses another scheme or none', (header) => {
    expect([usesBearerScheme(header), parseBearerCredentials(header)]).toEqual([false, undefined]);
  });
});
