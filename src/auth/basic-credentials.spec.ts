import { describe, expect, it } from '@jest/globals';
import { parseBasicCredentials } from './basic-credentials.js';

const encode = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

describe('parseBasicCredentials', () => {
  it.each([
    ['denis:Qwerty123', { username: 'denis', password: 'Qwerty123' }],
    ['denis:with:colons:', { username: 'denis', password: 'with:colons:' }],
    ['jürgen:päß wörd', { username: 'jürgen', password: 'päß wörd' }],
    [':', { username: '', password: '' }],
  ])('reads %j', (text, credentials) => {
    expect(parseBasicCredentials(encode(text))).toEqual(credentials);
  });

  it.each([
    ['no colon', encode('denis')],
    ['not base64', 'den!s'],
    ['empty', ''],
    ['not UTF-8', Buffer.from([0x61, 0x3a, 0xff, 0xfe]).toString('base64')],
    ['two words', `${encode('a:b')} ${encode('c:d')}`],
  ])('refuses credentials that are %s', (_, encoded) => {
    expect(parseBasicCredentials(encoded)).toBeUndefined();
  });
});
