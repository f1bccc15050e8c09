/**
 * Names can stand in an OAuth `scope`, which separates by spaces (RFC 6749, section 3.3, scope-token), and in a list with
 * commas; and none is `*`, which stands for any.
 */
export const CONTEXT_NAME = /^[A-Za-z0-9._:-]{1,100}$/;

/** What names could be when the first contexts were added: they are still found by them. */
export const OLD_CONTEXT_NAME = /^[\x21\x23-\x5B\x5D-\x7E]{1,100}$/;

export const MAX_CONTEXT_CODE = 2 ** 31 - 1;
