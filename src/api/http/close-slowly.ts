import type { Socket } from 'node:net';

const PATIENCE_MS = 1_000;

/**
 * Has `socket`, when its last response is sent, wait a moment for the client to end: what the client still sends would
 * meet a closed connection, and take the response from it before it is read (RFC 9112, section 9.6).
 */
export function closeSlowly(socket: Socket): void {
  socket.destroySoon = () => {
    const timer = setTimeout(() => socket.destroy(), PATIENCE_MS).unref();
    socket.once('close', () => clearTimeout(timer));
    socket.end();
    socket.resume();
  };
}
