// The measured service, the load generator and the comparisons run in processes of their own. This module calls them.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * Starts a module of this folder.
 * @returns `ask(name, ...values)`, which returns what the module's action of this name returns, and `stop()`.
 */
export function startProcess(module) {
  const child = fork(join(import.meta.dirname, module), { execArgv: ['--expose-gc'] });
  const asked = new Map();
  let last = 0;
  child.on('message', ({ number, result, error }) => {
    const { resolve, reject } = asked.get(number);
    asked.delete(number);
    if (error === undefined) resolve(result);
    else reject(new Error(error));
  });
  child.on('exit', () => asked.forEach(({ reject }) => reject(new Error(`${module} ended early`))));
  return {
    ask: (name, ...values) =>
      new Promise((resolve, reject) => {
        asked.set(++last, { resolve, reject });
        child.send({ number: last, name, values });
      }),
    stop: async () => {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

/** The other side: runs the actions that `ask` names and sends their results, until the parent disconnects. */
export function serveActions(actions) {
  process.on('message', async ({ number, name, values }) => {
    try {
      process.send({ number, result: await actions[name](...values) });
    } catch (error) {
      process.send({ number, error: String(error.stack) });
    }
  });
  process.once('disconnect', () => process.exit(0));
}
