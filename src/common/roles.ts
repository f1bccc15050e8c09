/** `admin` operates the service, `service` is a program that verifies tokens, `viewer` is everyone else. */
export const ROLES = ['admin', 'viewer', 'service'] as const;

export type Role = (typeof ROLES)[number];
