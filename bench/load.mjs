// A load generator in a process of its own: keep-alive connections, one request at a time on each. Sparing, because it
// runs on the same cores as what it measures. Told by its parent {host, port, requests: [texts], seconds, connections}
// and, for a fixed rate instead of as many as can be, {perSecond}; answers with what was done a second, how many were
// answered 503 and otherwise than 20x, and the time to answer in ms at the 50th and the 99th percentile.
import { Buffer } from 'node:buffer';
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';

process.on('message', ({ host, port, requests, seconds, connections, perSecond }) => {
  const texts = requests.map((text) => Buffer.from(text, 'latin1'));
  const times = [];
  const idle = [];
  let next = 0;
  let refused = 0;
  let failed = 0;
  let skipped = 0;
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
      else if (text.startsWith('HTTP/1.1 503')) refused++;
      else failed++;
      if (!running) return true;
      if (perSecond) idle.push(client);
      else client.send();
      return true;
    };
    const socket = connect({
      port,
      host,
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
        const client = idle.pop();
        if (client) client.send();
        else skipped++;
      }
    }, 2);
  setTimeout(() => {
    running = false;
    clearInterval(timer);
    const rate = (times.length * 1000) / (performance.now() - began);
    for (const client of clients) client.close();
    times.sort((one, two) => one - two);
    const at = (share) => times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? NaN;
    process.send({ perSecond: rate, refused, failed, skipped, p50: at(0.5), p99: at(0.99) });
  }, seconds * 1000);
});
