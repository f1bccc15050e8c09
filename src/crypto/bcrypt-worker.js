// Plain JavaScript, because a worker thread loads it as it is, in the tests too.
import { constants, setPriority } from 'node:os';
import bcrypt from 'bcrypt';

// On Linux this lowers the thread that calls it and no other: hashing gets what verification leaves of the processor.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW);

/**
 * @param {{ password: string, hash: string } | { password: string, cost: number }} task
 * @returns {boolean | string} whether the password matches `hash`, or a new hash of it
 */
export default function run(task) {
  return 'hash' in task ? bcrypt.compareSync(task.password, task.hash) : bcrypt.hashSync(task.password, task.cost);
}
