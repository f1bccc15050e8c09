// Asks the registry whether advisories are known for the production dependencies. Where it does not respond, that is
// said and nothing fails: the change under test cannot help it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000'], {
  cwd: join(import.meta.dirname, '..'),
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const { vulnerabilities, message = 'npm audit printed no report' } = parse(stdout);

if (!vulnerabilities) {
  console.log(`NOTICE: the registry tells nothing of advisories (${message}).`);
} else if (Object.keys(vulnerabilities).length === 0) {
  console.log('No advisory is known for the production dependencies.');
} else {
  for (const { name, severity, range, via } of Object.values(vulnerabilities)) {
    const advisories = via.map((cause) =>
      typeof cause === 'string' ? `by ${cause}` : `${cause.title} (${cause.url})`,
    );
    console.error(`${name} ${range}: ${severity}: ${advisories.join('; ')}`);
  }
  process.exitCode = 1;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
