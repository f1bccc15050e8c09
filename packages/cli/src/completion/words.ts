import type { Command } from 'commander';

/** What may follow a command: by its words, such as `users list`, the names of its commands and options. */
export function wordsByCommand(program: Command): Map<string, string[]> {
  const words = new Map<string, string[]>();
  const add = (command: Command, path: readonly string[]): void => {
    const { visibleCommands, visibleOptions } = visibleOf(command);
    words.set(path.join(' '), [...visibleCommands.map((child) => child.name()), ...visibleOptions]);
    for (const child of visibleCommands) add(child, [...path, child.name()]);
  };
  add(program, []);
  return words;
}

function visibleOf(command: Command): { visibleCommands: readonly Command[]; visibleOptions: string[] } {
  const help = command.createHelp();
  const options = [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)];
  return {
    visibleCommands: help.visibleCommands(command).filter((child) => child.name() !== 'help'),
    visibleOptions: [...new Set(options.flatMap(({ long, short }) => long ?? short ?? []))],
  };
}
