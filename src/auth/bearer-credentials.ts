/** RFC 6750, section 2.1. Not any number of spaces: whoever remembers the token keeps the header that it came in. */
const HEADER = /^bearer {1,64}([A-Za-z0-9._~+/=-]+)$/i;

/** The token in an `Authorization` header, or undefined where there is none. */
export function parseBearerCredentials(header: string | undefined): string | undefined {
  return HEADER.exec(header ?? '')?.[1];
}
