// A load generator in a process of its own: keep-alive connections, one request at a time on each.
// Told by its parent {host, port, requests: [texts], seconds, connections}; answers with requests a second.
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

process.on('message', ({ host, port, requests, seconds, connections }) => {
  let next = 0;
  let done = 0;
  let failed = 0;
  let running = true;
  const sockets = Array.from({ length: connections }, () => {
    const socket = connect(port, host);
    let pending = '';
    const send = () => socket.write(requests[next++ % requests.length]);
    socket.setNoDelay().setEncoding('latin1');
    socket.on('connect', send);
    socket.on('data', (text) => {
      pending += text;
      const end = pending.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(pending)?.[1] ?? 0);
      if (pending.length < end + 4 + length) return;
      if (pending.startsWith('HTTP/1.1 200')) done++;
      else failed++;
      pending = '';
      if (running) send();
      else socket.destroy();
    });
    socket.on('error', () => failed++);
    return socket;
  });
  const began = performance.now();
  setTimeout(() => {
    running = false;
    const perSecond = (done * 1000) / (performance.now() - began);
    for (const socket of sockets) socket.destroy();
    process.send({ perSecond, failed });
  }, seconds * 1000);
});
