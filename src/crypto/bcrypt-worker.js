// Plain JavaScript, because a worker thread loads it as it is, in the tests too.
import { constants, setPriority } from 'node:os';
import bcrypt from 'bcrypt';

// On Linux this lowers the thread that calls it and no other: hashing gets what verification leaves of the processor.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW);

let isWarm = false;

/**
 * @param {{ password: string, hash: string } | { password: string, cost: number }} task
 * @returns {{ result: boolean | string, wasWarm: boolean }} whether the password matches `hash`, or a new hash of it;
 *   `wasWarm` unless the thread had to be started for it
 */
export default function run(task) {
  const wasWarm = isWarm;
  isWarm = true;
  const result =
    'hash' in task ? bcrypt.compareSync(task.password, task.hash) : bcrypt.hashSync(task.password, task.cost);
  return { result, wasWarm };
}
