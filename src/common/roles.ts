/**
 * `admin` operates the service, `auditor` reads all that an admin can read and changes nothing, `service` is a program
 * that verifies tokens, `viewer` is everyone else.
 */
export const ROLES = ['admin', 'auditor', 'viewer', 'service'] as const;

export type Role = (typeof ROLES)[number];
