/**
 * The step that a login waits for: another password in place of a temporary one; a code of the second factor; a second
 * factor to be set up; nothing more than to say that it was set up.
 */
export type ChallengeKind = 'new_password' | 'factor_code' | 'factor_setup' | 'factor_confirmed';
