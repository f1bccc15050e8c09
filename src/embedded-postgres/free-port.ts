import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** @returns a TCP port of the loopback interface that is free at this moment; another process may still take it. */
export async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
