// A load generator: keep-alive connections, one request at a time on each. It does little for each request, because it
// runs on the same cores as what it measures.
import { Buffer } from 'node:buffer';
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import { setTimeout as delay } from 'node:timers/promises';
import { serveActions } from './processes.mjs';

/**
 * @param perSecond the rate of requests; without it, as many as the connections can carry.
 * @returns the rate of 20x responses a second, and the 99th percentile of their times in ms.
 * @throws Error where a response was neither 20x nor 503, or a connection failed.
 */
async function run({ port, requests, seconds, connections, perSecond }) {
  const texts = requests.map((text) => Buffer.from(text, 'latin1'));
  const times = [];
  const idle = [];
  let next = 0;
  let failed = 0;
  let running = true;
  const open = () => {
    const client = { began: 0, pending: '' };
    const onData = (length, buffer) => {
      const text = client.pending + buffer.latin1Slice(0, length);
      const end = text.indexOf('\r\n\r\n');
      const named = text.indexOf('content-length: ');
      const body = named < 0 || named > end ? 0 : parseInt(text.slice(named + 16, named + 24), 10);
      client.pending = end < 0 || text.length < end + 4 + body ? text : '';
      if (client.pending !== '') return true;
      if (text.startsWith('HTTP/1.1 20')) times.push(performance.now() - client.began);
      else if (!text.startsWith('HTTP/1.1 503')) failed++;
      if (!running) return true;
      if (perSecond) idle.push(client);
      else client.send();
      return true;
    };
    const socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: { buffer: Buffer.allocUnsafe(65_536), callback: onData },
    });
    client.send = () => {
      client.began = performance.now();
      socket.write(texts[next++ % texts.length]);
    };
    client.close = () => socket.destroy();
    socket.on('connect', () => (perSecond ? idle.push(client) : client.send()));
    socket.on('error', () => failed++);
    return client;
  };
  const clients = Array.from({ length: connections }, open);
  const began = performance.now();
  let offered = 0;
  const timer =
    perSecond &&
    setInterval(() => {
      while (offered < ((performance.now() - began) / 1000) * perSecond) {
        offered++;
        idle.pop()?.send();
      }
    }, 2);
  await delay(seconds * 1000);
  running = false;
  clearInterval(timer);
  const rate = (times.length * 1000) / (performance.now() - began);
  for (const client of clients) client.close();
  if (failed > 0) throw new Error(`${failed} requests failed`);
  times.sort((one, two) => one - two);
  return { perSecond: rate, p99: times[Math.ceil(times.length * 0.99) - 1] };
}

serveActions({ run });
