/** Notifications on it only wake readers; what changed stands in the table `changes`. */
export const CHANGES_CHANNEL = 'tessera_changes';
