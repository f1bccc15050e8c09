/** RFC 6750, section 2.1. */
const HEADER = /^bearer +([A-Za-z0-9._~+/=-]+)$/i;

/** The token in an `Authorization` header, or undefined where there is none. */
export function parseBearerCredentials(header: string | undefined): string | undefined {
  return HEADER.exec(header ?? '')?.[1];
}
