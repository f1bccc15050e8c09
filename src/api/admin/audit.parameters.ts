import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { EVENT_OUTCOMES, SECURITY_ACTIONS } from '../../common/security-event.js';
import { LIMIT, optional } from './list.parameters.js';

/** Describes what `parseEventQuery` reads. */
export const EventParameters = (): MethodDecorator =>
  optional([
    { name: 'action', enum: SECURITY_ACTIONS },
    { name: 'actor', type: String, description: 'An id or a user name.' },
    { name: 'target', type: String, description: 'An id or a name.' },
    { name: 'outcome', enum: EVENT_OUTCOMES },
    { name: 'requestId', type: String },
    { name: 'after', type: String, description: 'Later than this time; or the `next` of the page before.' },
    { name: 'before', type: String, description: 'Earlier than this time (RFC 3339).' },
    LIMIT,
  ]);

/** Describes what `parseGrowthQuery` reads. */
export const GrowthParameters = (): MethodDecorator =>
  applyDecorators(
    ApiQuery({ name: 'first', schema: { type: 'integer', minimum: 1, example: 1 } }),
    optional([{ name: 'second', schema: { type: 'integer' }, description: 'The present size by default.' }]),
  );

/** Describes what `parseExportQuery` reads. */
export const ExportParameters = (): MethodDecorator =>
  optional([
    { name: 'first', schema: { type: 'integer' }, description: 'The first leaf.' },
    { name: 'last', schema: { type: 'integer' }, description: 'The last leaf.' },
    { name: 'epoch', schema: { type: 'integer' }, description: 'The newest by default.' },
  ]);
