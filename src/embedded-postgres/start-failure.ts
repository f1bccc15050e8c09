/** Why a start failed, as far as it decides whether to try again. */
export type StartFailure = 'port_taken' | 'still_held' | 'other';

/** A start that failed. The message ends with what the server logged. */
export class ServerStartError extends Error {
  constructor(
    readonly failure: StartFailure,
    message: string,
  ) {
    super(message);
  }
}

/** Reads the cause of a failed start from what the server logged during it. */
export function classifyStartFailure(log: string): StartFailure {
  if (/could not bind|could not create any TCP\/IP sockets/.test(log)) return 'port_taken';
  // The child processes of a killed server run on for a moment and hold its shared memory.
  if (/pre-existing shared memory block|lock file "postmaster\.pid" already exists/.test(log)) return 'still_held';
  return 'other';
}
