import type { FastifyRequest } from 'fastify';
import type { Principal } from '../common/principal.js';

/** A request on which a guard has set who calls. */
export type AuthenticatedRequest = FastifyRequest & { user?: Principal };
