import { describe, expect, it } from '@jest/globals';
import { serializeError } from './structured-logger.js';

describe('serializeError', () => {
  it('leaves out the parameters of a failed statement', () => {
    const cause = Object.assign(new Error('canceling statement'), { code: '57014', parameters: ['secret'] });
    const text = JSON.stringify(serializeError(new Error('Not now', { cause })));
    expect(text).toContain('57014');
    expect(text).not.toContain('secret');
  });
});
