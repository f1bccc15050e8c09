/** What a script learns from the end of a command. */
export const EXIT = {
  ok: 0,
  /** The service refused, or could not be reached. */
  remoteError: 1,
  /** The command cannot be carried out as it was written. */
  usage: 2,
  /** The user was asked, and said no. */
  declined: 3,
  notLoggedIn: 4,
  /** Some of it was done, and some was not. */
  partlyDone: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the command with a sentence for people and a code for scripts. */
export class CommandFailure extends Error {
  constructor(
    readonly exitCode: ExitCode,
    message: string,
  ) {
    super(message);
    this.name = 'CommandFailure';
  }
}

export function usageFault(message: string): CommandFailure {
  return new CommandFailure(EXIT.usage, message);
}
