/** Ends the process with one sentence and status 1 on a Node.js that is too old. Must itself run on old versions. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Tessera needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
