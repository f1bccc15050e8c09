import type { Type } from '@nestjs/common';
import type { AppError } from '../common/app-error.js';
import type { FamilyName } from '../common/family-name.js';

/** An error as a family sends it. */
export interface ErrorResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly body: unknown;
}

/** Turns an error of the core into a response: its status, its headers, its body. A pure function. */
export type ErrorDialect = (error: AppError) => ErrorResponse;

/** What an API declares to stand in the house. */
export interface ApiFamily {
  readonly name: FamilyName;
  /** Its paths without a trailing slash: everything at or below them speaks its dialect. */
  readonly prefixes: readonly string[];
  readonly module: Type<object>;
  /** Absent: problem details. */
  readonly dialect?: ErrorDialect;
  /** The body of an error of the dialect, for the OpenAPI document. */
  readonly errorDto?: Type<object>;
  /** Whether it takes form-encoded bodies beside JSON. */
  readonly forms?: boolean;
  /** Whether pages of any origin may read its responses; absent: those of CORS_ORIGINS. */
  readonly anyOrigin?: boolean;
  /** Whether a body is JSON whatever its `Content-Type` says, or where it has none. */
  readonly anyMediaType?: boolean;
  /** Whether unknown query parameters are ignored, not refused. */
  readonly ignoresQuery?: boolean;
}
