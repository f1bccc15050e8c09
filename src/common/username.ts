/** User names are stored and matched in lower case; composed and decomposed letters are the same name. */
export function normalizeUsername(username: string): string {
  return username.normalize('NFC').toLowerCase();
}
