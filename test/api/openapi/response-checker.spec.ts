import { describe, expect, it } from '@jest/globals';
import type { SentResponse } from '../../support/openapi/undocumented.js';

const COMMON = {
  'x-request-id': '0f0e3d4c-8d5e-4d0b-9d38-7d1f5d8c2a11',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const TIMEOUT: SentResponse = {
  method: 'GET',
  path: '/api2/token/timeout',
  status: 200,
  headers: { ...COMMON, ...JSON_TYPE },
  text: '{"timeout_seconds":86400}',
  errorSchema: 'Api2ErrorResponseDto',
};

function check(changes: Partial<SentResponse>): string[] {
  return globalThis.checkResponse({ ...TIMEOUT, ...changes });
}

describe('a response is as openapi.json has it', () => {
  it.each<[string, Partial<SentResponse>]>([
    ['whole', {}],
    ['to HEAD, without a body', { method: 'HEAD', text: '' }],
    ['at a path with a slash behind it', { path: '/api2/token/timeout/' }],
    ['at an alias', { path: '/authtokens/context/json', text: '{"list":[{"code":1,"name":"a"}]}' }],
    [
      'at a path with a parameter',
      { method: 'DELETE', path: '/admin/users/7', status: 204, headers: COMMON, text: '' },
    ],
    ['at a path that there is not', { path: '/api2/no', status: 404, text: error(404) }],
    [
      'to a method that there is not',
      { method: 'PATCH', status: 405, headers: { ...TIMEOUT.headers, allow: 'GET' }, text: error(405) },
    ],
    ['broken off', { text: undefined }],
    ['to what is not valid HTTP', { method: 'TRACE', path: '/api2/no', status: 431, text: error(431) }],
  ])('%s', (_, changes) => {
    expect(check(changes)).toEqual([]);
  });
});

describe('a response is not as openapi.json has it', () => {
  it.each<[string, Partial<SentResponse>, string]>([
    ['of another status', { status: 201 }, 'GET /api2/token/timeout 201: the status is not documented'],
    ['at another path', { path: '/api2/no' }, 'GET /api2/no 200: neither path nor method is documented'],
    ['to another method', { method: 'POST' }, 'POST /api2/token/timeout 200: neither path nor method is documented'],
    [
      'of another content type',
      { headers: { ...COMMON, 'content-type': 'text/plain' } },
      'GET /api2/token/timeout 200: the content type text/plain is not documented',
    ],
    ['without JSON', { text: '{' }, 'GET /api2/token/timeout 200: the body is not JSON'],
    [
      'with a field of another type',
      { text: '{"timeout_seconds":"86400"}' },
      'GET /api2/token/timeout 200: /timeout_seconds must be integer',
    ],
    ['without a field', { text: '{}' }, "GET /api2/token/timeout 200: must have required property 'timeout_seconds'"],
    [
      'with another field',
      { text: '{"timeout_seconds":86400,"more":1}' },
      'GET /api2/token/timeout 200: must NOT have additional properties',
    ],
    [
      'without a header',
      { headers: { ...COMMON, ...JSON_TYPE, 'x-request-id': undefined! } },
      'GET /api2/token/timeout 200: there is no header X-Request-Id',
    ],
    [
      'with another header',
      { headers: { ...TIMEOUT.headers, 'x-more': '1' } },
      'GET /api2/token/timeout 200: the header x-more is not documented',
    ],
    [
      'with a header of another value',
      { headers: { ...TIMEOUT.headers, 'cache-control': 'public' } },
      'GET /api2/token/timeout 200: Cache-Control must be equal to one of the allowed values',
    ],
    [
      'with a body where there is none',
      { method: 'DELETE', path: '/admin/users/7', status: 204, text: '{}' },
      'DELETE /admin/users/{id} 204: a body of application/json where none is documented',
    ],
    ["in another family's shape", { path: '/api2/no', status: 404, text: '{}' }, 'must have required property'],
    ['without Allow', { method: 'PATCH', status: 405, text: error(405) }, 'there is no Allow'],
  ])('%s', (_, changes, said) => {
    expect(check(changes).join('\n')).toContain(said);
  });
});

function error(statusCode: number): string {
  return JSON.stringify({ statusCode, error: 'Not Found', message: 'Not Found' });
}
