import { describe, expect, it } from '@jest/globals';
import { dictionary } from '@zxcvbn-ts/language-common';
import { checkPasswordPolicy } from './password-policy.js';

describe('checkPasswordPolicy', () => {
  it.each(['j8BDWYrQwDF5u4Yu', 'ü'.repeat(36), 'ü'.repeat(4), '        ', 'denis'.repeat(3), 'Qwerty123'])(
    'takes %j',
    (password) => {
      expect(() => checkPasswordPolicy(password, 'denis', 8)).not.toThrow();
    },
  );

  it.each([
    ['seven77', 'The password must have 8 to 72 bytes'],
    ['\ud800'.repeat(9), 'The password must be valid Unicode'],
    ['x'.repeat(73), 'The password must have 8 to 72 bytes'],
    ['ü'.repeat(37), 'The password must have 8 to 72 bytes'],
    ['Jürgen.Müller', 'The password must not be the user name'],
    ['password123', 'The password is one of the most common ones'],
    ['qwerty123', 'The password is one of the most common ones'],
  ])('refuses %j', (password, message) => {
    expect(() => checkPasswordPolicy(password, 'jürgen.müller', 8)).toThrow(message);
  });

  it('asks for more bytes where it is told to', () => {
    expect(() => checkPasswordPolicy('x'.repeat(11), 'denis', 12)).toThrow('The password must have 12 to 72 bytes');
  });

  it('knows more than 10,000 common passwords that are long enough to be chosen', () => {
    const long = new Set(dictionary['passwords-common'].filter((password) => password.length >= 8));
    expect(long.size).toBeGreaterThan(10_000);
    for (const password of [...long].slice(0, 100)) expect(() => checkPasswordPolicy(password, 'denis', 8)).toThrow();
  });
});
