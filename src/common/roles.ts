/**
 * `admin` operates the service, `auditor` reads all that an admin can read and changes nothing, `service` is a program
 * that verifies tokens, `viewer` is everyone else.
 */
export const ROLES = ['admin', 'auditor', 'viewer', 'service'] as const;

export type Role = (typeof ROLES)[number];

/** What is told of a token: its owner's role, or `none` for a context token, which carries contexts and no role. */
export const TOKEN_ROLES = [...ROLES, 'none'] as const;
