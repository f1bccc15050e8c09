import { describe, expect, it } from '@jest/globals';
import { FAMILIES } from '../../src/api/families.js';
import { problemDetails } from '../../src/api/errors/problem-details.js';
import { AppError, ERROR_CODES } from '../../src/common/app-error.js';

const DIALECTS = [
  ...FAMILIES.flatMap(({ name, dialect }) => (dialect ? [[name, dialect] as const] : [])),
  ['every other path', problemDetails] as const,
];

/** The snapshot is the table of what each code is on the wire: a line that changes there changes for clients. */
describe.each(DIALECTS)('the errors of %s', (_, dialect) => {
  it.each(ERROR_CODES)('has one response for %s', (code) => {
    const { status, headers = {}, contentType = 'application/json', body } = dialect(new AppError(code, 'A sentence'));
    expect(JSON.stringify([status, contentType, headers, body])).toMatchSnapshot();
  });

  it('has a body that tells nothing of the cause', () => {
    const error = new AppError('internal', 'Internal Server Error', { cause: new Error('the cause') });
    expect(JSON.stringify(dialect(error))).not.toContain('the cause');
  });
});
