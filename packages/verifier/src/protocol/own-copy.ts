/**
 * The same text in memory of its own. What V8 cuts out of a longer text keeps all of that alive: a cached token the
 * whole header or body that it came in.
 * @param text of ASCII.
 */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}
