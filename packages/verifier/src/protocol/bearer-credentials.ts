/** RFC 6750, section 2.1. Not any number of spaces: a cached token keeps the header that it came in. */
const HEADER = /^bearer {1,64}([A-Za-z0-9._~+/=-]+)$/i;
const SCHEME = /^bearer(\s|$)/i;

/** The token in an `Authorization` header, or undefined where there is none. */
export function parseBearerCredentials(header: string | undefined): string | undefined {
  return HEADER.exec(header ?? '')?.[1];
}

/** RFC 6750, section 3.1: who uses no scheme or another one is told no error in the challenge. */
export function usesBearerScheme(header: string | undefined): boolean {
  return SCHEME.test(header ?? '');
}
