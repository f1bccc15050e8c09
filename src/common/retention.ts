/** How long tokens and sessions that have ended are kept, unless a setting says otherwise. */
export const ENDED_TOKEN_RETENTION_DAYS = 30;
