/** Where a user comes from, and their password is checked. */
export const USER_SOURCES = ['local'] as const;

export type UserSource = (typeof USER_SOURCES)[number];
