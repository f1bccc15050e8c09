/**
 * Why `key`, 32 bytes, is plainly not random, in words that follow "it"; undefined where nothing speaks against it.
 *
 * How likely 32 random bytes are to be refused:
 * - at most 16 different values among them: 2.2e-15 (counted exactly; 30 are usual). A byte repeated, a pattern of up
 *   to 16 bytes repeated, digits in hexadecimal and zeros with little else are all of this kind.
 * - all of them printable ASCII: (95/256)^32 = 1.7e-14.
 * - each one step after the one before: 256^-30.
 * Together less than 2e-14: of a million keys made each day, one in more than a hundred thousand years.
 */
export function whyNotRandom(key: Buffer): string | undefined {
  if (new Set(key).size <= 16) return 'repeats the same few bytes';
  if (key.every((byte) => byte >= 0x20 && byte <= 0x7e)) return 'is readable text';
  if (countsInEqualSteps(key)) return 'counts in equal steps';
  return undefined;
}

function countsInEqualSteps(key: Buffer): boolean {
  const step = key[1]! - key[0]!;
  return key.every((byte, index) => index === 0 || byte === ((key[index - 1]! + step) & 0xff));
}
