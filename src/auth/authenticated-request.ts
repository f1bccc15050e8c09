import type { FastifyRequest } from 'fastify';
import type { AppError } from '../common/app-error.js';
import type { Principal } from '../common/principal.js';

export type AuthenticatedRequest = FastifyRequest & {
  /** Who calls, set by a guard. */
  user?: Principal;
  /** What is wrong with the body, if anything: told to those alone who may call. */
  bodyError?: AppError;
};
