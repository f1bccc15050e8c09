/** Names can stand in an OAuth `scope`, which separates by spaces (RFC 6749, section 3.3, scope-token). */
export const CONTEXT_NAME = /^[\x21\x23-\x5B\x5D-\x7E]{1,100}$/;

export const MAX_CONTEXT_CODE = 2 ** 31 - 1;
