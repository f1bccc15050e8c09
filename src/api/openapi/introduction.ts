/** What the whole document has in common, in Markdown. */
export const INTRODUCTION = `
A self-hosted token authority: four documented token APIs, and what operates and verifies them, over one core of users, tokens and revocation.

## Authentication

| scheme | what is sent | accepted by |
|---|---|---|
| \`basic\` | \`Authorization: Basic\`, the user name and password (RFC 7617, UTF-8) | \`v1alpha\`, \`authtokens\`, \`oauth2\`, \`admin\`, \`audit\` |
| \`bearer\` | \`Authorization: Bearer\`, a token from \`POST /api2/tokens\`, an access token of \`v1\` or a named token of \`v1alpha\` | \`api2\`, \`authtokens\`, \`oauth2\`, \`admin\`, \`audit\` |
| \`cookie\` | the cookie of \`POST /console/session\`; whatever changes something must come from a page of this service (\`Sec-Fetch-Site\`, or \`Origin\`) | \`admin\`, \`audit\`, \`me\`, \`console\` |
| in the body | the password, token or code that the call is about | \`POST /api2/tokens\`, every call of \`v1\`, \`POST /oauth2/revoke\` |

There is one store of users: a password works in every API, and a disabled user in none. Five wrong passwords delay the next attempt, from a second to 15 minutes. A context token (\`authtokens\`) is for the service that needs its context, and authenticates nobody here.

## Requests

Bodies are JSON, uncompressed; \`v1\` and \`oauth2\` take forms too. A body has at most 64 KB. Unknown fields are ignored, and nothing is converted: \`"5"\` is not a number. A trailing slash makes no difference. A query parameter that is not described is refused, save by \`api2\`, \`v1\`, \`v1alpha\` and \`authtokens\`, which ignore it.

The examples work as they stand, against a service whose first admin \`admin\` has created \`denis\` by the example of \`POST /admin/users\`. What stands in parentheses, such as \`(token of createLoginToken)\`, is what that operation has sent: put your own there.

## Errors

Each API has one shape for all its errors:

| paths | body |
|---|---|
| \`/api2\` | \`{"statusCode", "error", "message"}\` |
| \`/v1\` | \`{"message", "status"}\` |
| \`/api/v1alpha\` | \`{"message"}\` |
| \`/api/authtokens\` | \`{"success": false, "message"}\` |
| \`/oauth2\`, \`/auth\` | \`{"error", "error_description"}\` (RFC 6749, section 5.2) |
| all others | \`application/problem+json\` (RFC 9457) with a \`code\` for programs |

An unknown path is 404 and a wrong method 405 with \`Allow\`, in the shape of the path (\`/v1\`: 404 for both). What is not valid HTTP, or too slow, is 400, 408, 413, 417 or 431, in the shape of the path as far as it was read. 503 and 429 say in \`Retry-After\` when to try again. \`X-Request-Id\` names the request in the log of the service.

## Paging

A list takes \`limit\` and \`after\`. Its response has \`next\` (\`nextCursor\` in \`authtokens\`): send it as \`after\` for the next page; it is null on the last. A cursor is opaque, and holds as long as the list does.
`.trim();

/** In the order in which the page has them. */
export const TAGS: readonly (readonly [name: string, description: string])[] = [
  ['api2', 'A password in, one JWT out.'],
  ['v1', 'Login sessions: an id, an access and a refresh token.'],
  ['v1alpha', 'Named, long-lived API tokens. Also served without `/api`.'],
  ['authtokens', 'Context tokens, which may do only some operations. Also served without `/api`.'],
  ['oauth2', 'For services: whose is this token, and is it active?'],
  ['revocations', 'For services that verify tokens by themselves: what was revoked.'],
  ['well-known', 'For programs: the keys, and where everything is.'],
  ['admin', 'Users, tokens, login sessions, contexts, settings and signing keys.'],
  ['me', 'What is yours: your tokens and login sessions.'],
  ['audit', 'What happened, and proofs that nothing was taken out.'],
  ['console', 'Sessions of the page for people at `/console`.'],
  ['service', 'Whether it is alive, and where it is described.'],
];
