import { getSchemaPath, type HeadersObject, type ReferenceObject, type ResponseObject } from '@nestjs/swagger';
import type { ErrorCode } from '../../common/app-error.js';
import type { ApiFamily, ErrorResponse } from '../api-family.js';
import { ProblemDto } from '../errors/problem.dto.js';
import { problemDetails } from '../errors/problem-details.js';
import { familyOf } from '../families.js';
import { ERROR_MEANINGS, exampleOf, RETRYABLE } from './error-meanings.js';
import { COMMON_HEADERS, HEADERS, headers, type HeaderName } from './headers.js';

type Errors = Required<Pick<ApiFamily, 'dialect' | 'errorDto'>> & { readonly name: string };

const PROBLEM: Errors = { name: 'problem', dialect: problemDetails, errorDto: ProblemDto };

/** Responses for errors, as the families send them, each described once and referred to. */
export class ErrorResponses {
  /** By the names under which they are `components.responses`. */
  readonly components: Record<string, ResponseObject> = {};

  /** References for all that a path may be refused with, by status. */
  referTo(path: string, codes: ReadonlySet<ErrorCode>): Record<string, ReferenceObject> {
    const family = errorsOf(path);
    const byStatus = new Map<number, ErrorCode[]>();
    for (const code of codes) {
      const { status } = family.dialect(exampleOf(code));
      byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
    }
    const entries = [...byStatus].map(([status, ofStatus]) => {
      const name = [family.name, status, ...ofStatus.toSorted()].join('.');
      this.components[name] ??= describe(family, ofStatus);
      return [status, { $ref: `#/components/responses/${name}` }] as const;
    });
    return Object.fromEntries(entries);
  }
}

function errorsOf(path: string): Errors {
  const { name, dialect, errorDto } = familyOf(path) ?? {};
  return name && dialect && errorDto ? { name, dialect, errorDto } : PROBLEM;
}

function describe({ dialect, errorDto }: Errors, codes: readonly ErrorCode[]): ResponseObject {
  const errors = codes.map((code) => ({ code, ...dialect(exampleOf(code)) }));
  return {
    description: listOf(new Set(codes.map((code) => ERROR_MEANINGS[code]))),
    headers: { ...headers(...COMMON_HEADERS), ...ownHeaders(errors) },
    content: {
      [errors[0]?.contentType ?? 'application/json']: {
        schema: { $ref: getSchemaPath(errorDto) },
        examples: Object.fromEntries(errors.map(({ code, body }) => [code, { value: body }])),
      },
    },
  };
}

function listOf(meanings: ReadonlySet<string>): string {
  return meanings.size === 1 ? [...meanings].join('') : [...meanings].map((meaning) => `- ${meaning}`).join('\n');
}

/** The headers that some of the errors have; required where all have them. */
function ownHeaders(errors: readonly (ErrorResponse & { readonly code: ErrorCode })[]): HeadersObject {
  const own: HeadersObject = {};
  for (const name of Object.keys(HEADERS) as HeaderName[]) {
    const having = errors.filter((error) => name.toLowerCase() in (error.headers ?? {}));
    if (having.length === errors.length) Object.assign(own, headers(name));
    else if (having.length > 0) own[name] = { ...HEADERS[name], required: false };
  }
  return { ...own, ...(errors.some(({ code }) => RETRYABLE.has(code)) && headers('Retry-After')) };
}
