import { setInterval } from 'node:timers';
import './typescript-loader.mjs';

// A service reduced to its embedded server, for specs that end it: prints the server's URL and waits for a signal.
const { startEmbeddedServer } = await import('../../src/embedded-postgres/embedded-server.ts');
const server = await startEmbeddedServer({ directory: process.argv[2], durable: false });
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
process.stdout.write(`${server.url}\n`);
setInterval(() => undefined, 60_000);
