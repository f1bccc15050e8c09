/** A notification on this channel only wakes the readers; the changes stand in the table `changes`. */
export const CHANGES_CHANNEL = 'tessera_changes';
