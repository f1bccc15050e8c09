/** What an incident does to the tokens that it is about. */
export const INCIDENT_ACTIONS = ['suspend', 'revoke', 'restore'] as const;

export type IncidentAction = (typeof INCIDENT_ACTIONS)[number];

/** `failed`: the last attempt to go on failed, and another one follows. */
export const INCIDENT_STATES = ['running', 'done', 'failed'] as const;

export type IncidentState = (typeof INCIDENT_STATES)[number];
