/** Made from openapi.json by `npm run client:write`. */
export interface paths {
  readonly '/api2/tokens': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Log in with a password and get one JWT */
    readonly post: operations['createLoginToken'];
    /** End every login token of the caller, on all devices */
    readonly delete: operations['invalidateLoginTokens'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api2/token/timeout': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Get the lifetime of new login tokens
     * @description Needs the role `admin`.
     */
    readonly get: operations['getLoginTimeout'];
    /**
     * Set the lifetime of login tokens issued from now on
     * @description Needs the role `admin`.
     */
    readonly put: operations['setLoginTimeout'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1alpha/token': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List the caller's tokens, expired ones too
     * @description Alias: `/v1alpha/token` is the same.
     */
    readonly get: operations['listNamedTokens'];
    readonly put?: never;
    /**
     * Issue a named token
     * @description Alias: `/v1alpha/token` is the same.
     */
    readonly post: operations['createNamedToken'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1alpha/token/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Get one of the caller's tokens
     * @description Alias: `/v1alpha/token/{id}` is the same.
     */
    readonly get: operations['getNamedToken'];
    readonly put?: never;
    readonly post?: never;
    /**
     * Delete one of the caller's tokens; it is refused at once
     * @description Alias: `/v1alpha/token/{id}` is the same.
     */
    readonly delete: operations['deleteNamedToken'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/authtokens': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Change the user or the contexts of a token; its text stays
     * @description Alias: `/authtokens` is the same.
     */
    readonly put: operations['updateContextToken'];
    /**
     * Issue a token for some contexts in a user's name
     * @description Alias: `/authtokens` is the same.
     */
    readonly post: operations['createContextToken'];
    /**
     * Revoke a token
     * @description Alias: `/authtokens` is the same.
     */
    readonly delete: operations['revokeContextToken'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/authtokens/json': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List tokens in clear: all of them for an admin (audited), their own for anybody else
     * @description Without `limit` the list is whole, and streams.
     *
     *     Alias: `/authtokens/json` is the same.
     */
    readonly get: operations['listContextTokens'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/authtokens/context/json': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List all contexts in the order of their codes
     * @description Alias: `/authtokens/context/json` is the same.
     */
    readonly get: operations['listAvailableContexts'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/login': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Log in, or be told what comes first: a new password, a code */
    readonly post: operations['logIn'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/token-refresh': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Get another access and id token */
    readonly post: operations['refreshTokens'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/token-revoke': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** End a session with all its tokens */
    readonly post: operations['revokeSession'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/forgot-password': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Have a confirmation code sent by mail */
    readonly post: operations['forgotPassword'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/forgot-password-confirm': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Set a new password with a confirmation code */
    readonly post: operations['confirmForgotPassword'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/change-password': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Change the password; all logins end but this one */
    readonly post: operations['changePassword'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/new-password-required': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Set the password that a login requires, and log in */
    readonly post: operations['setRequiredPassword'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/associate-software-token': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Begin to set up an authenticator app */
    readonly post: operations['associateSoftwareToken'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/verify-software-token': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Confirm the authenticator app by its first code; from then on each login needs one */
    readonly post: operations['verifySoftwareToken'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/respond-to-auth-challenge': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Log in by the code that a login asks for */
    readonly post: operations['respondToAuthChallenge'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/oauth2/introspect': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Tell what a token of any kind is (RFC 7662)
     * @description Needs the role `service` or `admin`.
     */
    readonly post: operations['introspectToken'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/oauth2/revoke': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Revoke a token, by possession of it (RFC 7009) */
    readonly post: operations['revokeToken'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/auth/verify': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Tell a proxy in front of a service whether to let a request pass */
    readonly get: operations['verifyRequest'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/.well-known/jwks.json': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Get the public keys: the next, the current, and the retired that tokens still need (RFC 7517) */
    readonly get: operations['getJwks'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/.well-known/oauth-authorization-server': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Tell programs what this server does (RFC 8414) */
    readonly get: operations['getServerMetadata'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/status-lists/{number}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Get the statuses of tokens, two bits each, 2^20 to a list, signed (IETF Token Status List) */
    readonly get: operations['getStatusList'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/revocations/events': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Follow revocations and suspensions as they happen, as server-sent events
     * @description Events are `revoked` of `{"uri", "idx": []}`, with `"suspended": true` where the tokens may come back, `restored` of the same, `key_revoked` of `{"kid"}`, and `reset`: read the lists and keys again. Whoever sends credentials takes none of the places that are for anyone.
     */
    readonly get: operations['followRevocations'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/audit/checkpoint': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Get the last checkpoint of the audit log (c2sp.org/tlog-checkpoint) */
    readonly get: operations['getAuditCheckpoint'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/audit/key': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Get the key that verifies the checkpoints (c2sp.org/signed-note) */
    readonly get: operations['getAuditKey'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/console/session': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Get whose session it is */
    readonly get: operations['getConsoleSession'];
    readonly put?: never;
    /** Log in with a password and get a cookie */
    readonly post: operations['openConsoleSession'];
    /** Log out: end the session on the server */
    readonly delete: operations['endConsoleSession'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/console/session/reauthenticate': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Send the password again, for acts that want it sent within 5 minutes */
    readonly post: operations['reauthenticateConsoleSession'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/audit/events': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Search the audit log, the newest events first
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['listAuditEvents'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/audit/events/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Get one event
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['getAuditEvent'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/audit/events/{id}/proof': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Get the proof that an event is in the log (RFC 9162, section 2.1.3)
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['proveAuditEvent'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/audit/consistency': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Get the proof that the log only grew from one size to another (RFC 9162, section 2.1.4)
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['proveAuditGrowth'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/audit/export': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Export the log so that it can be verified elsewhere
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['exportAuditLog'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/users': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List users, in the order of their ids; with a query, of what was found
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['listUsers'];
    readonly put?: never;
    /**
     * Create a user
     * @description Needs the role `admin`.
     */
    readonly post: operations['createUser'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/users/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Get one user
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['getUser'];
    readonly put?: never;
    readonly post?: never;
    /**
     * Delete a user; all their tokens end
     * @description Needs the role `admin`.
     */
    readonly delete: operations['deleteUser'];
    readonly options?: never;
    readonly head?: never;
    /**
     * Change a user; disabling them ends all their tokens
     * @description Needs the role `admin`.
     */
    readonly patch: operations['updateUser'];
    readonly trace?: never;
  };
  readonly '/admin/users/{id}/revoke-tokens': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * End every token of a user, of every kind
     * @description Needs the role `admin`.
     */
    readonly post: operations['revokeUserTokens'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/contexts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List the contexts that tokens can have
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['listContexts'];
    readonly put?: never;
    /**
     * Create a context
     * @description Needs the role `admin`.
     */
    readonly post: operations['createContext'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/contexts/{code}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /**
     * Delete a context that no token has
     * @description Needs the role `admin`.
     */
    readonly delete: operations['deleteContext'];
    readonly options?: never;
    readonly head?: never;
    /**
     * Rename or describe a context; its tokens stay valid
     * @description Needs the role `admin`.
     */
    readonly patch: operations['updateContext'];
    readonly trace?: never;
  };
  readonly '/admin/users/{id}/contexts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Get the contexts that a user may have
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['getAllowedContexts'];
    /**
     * Set the contexts that a user may have; no context token of theirs does anything else from now on
     * @description Needs the role `admin`.
     */
    readonly put: operations['setAllowedContexts'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/contexts/{code}/holders': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List who may do this now, and by which tokens
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['listContextHolders'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/explain': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Say why a text is accepted or refused as a token
     * @description Needs the role `admin`.
     */
    readonly post: operations['explainToken'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/search': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Find users by the beginning of their names and addresses, and anything by its id
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['search'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/overview': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * See what is alive, what happened in the last 24 hours, and what should be mended
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['getOverview'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/signing-keys': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List the signing keys, from the newest on
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['listSigningKeys'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/signing-keys/rotate': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Sign with the next key from now on; every token stays active
     * @description Needs the role `admin`.
     */
    readonly post: operations['rotateSigningKeys'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/signing-keys/{id}/revoke': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * End everything that a key signed, within a second everywhere; another signs at once
     * @description Needs the role `admin`.
     */
    readonly post: operations['revokeSigningKey'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/settings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Get every setting that persists, with its range
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['getSettings'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    /**
     * Change settings, all that are named or none; what was issued before keeps its end
     * @description Needs the role `admin`.
     */
    readonly patch: operations['updateSettings'];
    readonly trace?: never;
  };
  readonly '/admin/tokens': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List tokens of every kind, active or ended, the latest first
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['listTokens'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/tokens/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Get one token
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['getToken'];
    readonly put?: never;
    readonly post?: never;
    /**
     * End one token; a refresh token with its session
     * @description Needs the role `admin`.
     */
    readonly delete: operations['endToken'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/sessions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List login sessions, active or ended, the latest first
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['listSessions'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/sessions/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /**
     * End a login session with all its tokens
     * @description Needs the role `admin`.
     */
    readonly delete: operations['endSession'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/second-factors': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List who has a second factor
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['listSecondFactors'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/second-factors/roles': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Get the roles that a second factor is required of
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['getSecondFactorRoles'];
    /**
     * Set the roles that a second factor is required of, from the next login on
     * @description Needs the role `admin`.
     */
    readonly put: operations['setSecondFactorRoles'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/users/{id}/second-factor': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Get the second factor of a user
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['getSecondFactor'];
    /**
     * Say whether a user must have a second factor, from the next login on
     * @description Needs the role `admin`.
     */
    readonly put: operations['requireSecondFactor'];
    readonly post?: never;
    /**
     * Remove the second factor of a user with their recovery codes; they are told by mail
     * @description Needs the role `admin`.
     */
    readonly delete: operations['resetSecondFactor'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/revocations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List incidents, the newest first
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['listIncidents'];
    readonly put?: never;
    /**
     * Suspend, revoke or restore all tokens that match, or see beforehand which they are
     * @description Every instance and every local verifier refuses them, or accepts them again, within seconds.
     *
     *     Needs the role `admin`.
     */
    readonly post: operations['createIncident'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/admin/revocations/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Get one incident
     * @description Needs the role `admin` or `auditor`.
     */
    readonly get: operations['getIncident'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/me/tokens': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** List the caller's tokens, the latest first */
    readonly get: operations['listOwnTokens'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/me/tokens/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /** End one of the caller's tokens; a refresh token with its session */
    readonly delete: operations['endOwnToken'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/me/sessions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** List the caller's login sessions, the latest first */
    readonly get: operations['listOwnSessions'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/me/sessions/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /** End one of the caller's login sessions with its tokens */
    readonly delete: operations['endOwnSession'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/health/live': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Tell whether the process responds */
    readonly get: operations['getLiveness'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/health/ready': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Tell whether this instance can serve, and what was looked at */
    readonly get: operations['getReadiness'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Lead people to the console, and programs to this page */
    readonly get: operations['openDocumentation'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    readonly CreateLoginTokenDto: {
      /** @example denis */
      readonly username: string;
      /**
       * Format: password
       * @example j8BDWYrQwDF5u4Yu
       */
      readonly password: string;
    };
    readonly LoginTokenResponseDto: {
      /** @description A JWT signed with ES256. */
      readonly token: string;
      /** @enum {string} */
      readonly role: 'admin' | 'auditor' | 'viewer' | 'service';
      /**
       * @description The id of the user.
       * @example 2
       */
      readonly id: number;
      /**
       * @description Where the account lives.
       * @enum {string}
       */
      readonly source: 'local';
    };
    readonly LogoutResponseDto: {
      /** @enum {string} */
      readonly message: 'All tokens invalidated successfully' | 'Logged out successfully';
    };
    readonly TimeoutResponseDto: {
      /** @example 86400 */
      readonly timeout_seconds: number;
    };
    readonly SetTimeoutDto: {
      /** @example 172800 */
      readonly timeout_seconds: number;
    };
    readonly TimeoutUpdatedResponseDto: {
      /** @enum {integer} */
      readonly statusCode: 200;
      /** @enum {string} */
      readonly message: 'Successfully updated the token timeout.';
    };
    readonly CreateNamedTokenDto: {
      /**
       * @description Not blank, and not one that you have.
       * @example Token specter
       */
      readonly jwt_token_description: string;
      /**
       * @description weeks, days, hours, minutes and seconds in this order, such as "30 days", "1.5 hours" or "1h30m", or a clock such as "4:13:02"; more than nothing and at most 10 years (3650 days)
       * @example 6 hours
       */
      readonly jwt_token_life: string;
    };
    readonly NamedTokenIssuedResponseDto: {
      /** @enum {string} */
      readonly message: 'Token generated';
      /** Format: uuid */
      readonly jwt_token_id: string;
      /** @description A JWT signed with ES256, shown here and never again. */
      readonly jwt_token: string;
      /** @example Token specter */
      readonly jwt_token_description: string;
      /**
       * @description In seconds.
       * @example 21600
       */
      readonly jwt_token_life: number;
    };
    readonly ListedNamedTokenResponseDto: {
      /** @example Token alpha */
      readonly jwt_token_description: string;
      /**
       * @description In seconds.
       * @example 360
       */
      readonly jwt_token_life: number;
      /**
       * @description In seconds; 0 once expired.
       * @example 232.195
       */
      readonly jwt_token_remaining_life: number;
    };
    readonly NamedTokenListResponseDto: {
      /** @enum {string} */
      readonly message: 'Tokens exists';
      /** @description By id. */
      readonly jwt_tokens: {
        readonly [key: string]: components['schemas']['ListedNamedTokenResponseDto'];
      };
    };
    readonly NamedTokenResponseDto: {
      /** @enum {string} */
      readonly message: 'Tokens exists';
      /** @example Token alpha */
      readonly jwt_token_description: string;
      /**
       * @description In seconds.
       * @example 360
       */
      readonly jwt_token_life: number;
      /**
       * @description In seconds; 0 once expired.
       * @example 232.195
       */
      readonly jwt_token_life_remaining: number;
      /** @enum {string} */
      readonly expiry_status: 'Valid' | 'Expired';
    };
    readonly NamedTokenDeletedResponseDto: {
      /** @enum {string} */
      readonly message: 'Token deleted';
    };
    readonly CreateAuthtokenDto: {
      /**
       * @example [
       *       "AddCommentToChangeRequest"
       *     ]
       */
      readonly context?: readonly string[] | null;
      /**
       * @example [
       *       1,
       *       2
       *     ]
       */
      readonly contextAsCodesArray?: readonly number[] | null;
      /**
       * @description The caller's own, unless they are an admin.
       * @example 2
       */
      readonly userId: number;
    };
    readonly AuthtokenIssuedResponseDto: {
      /** @enum {boolean} */
      readonly success: true;
      /** @description 43 letters and digits. */
      readonly token: string;
    };
    readonly UpdateAuthtokenDto: {
      /**
       * @example [
       *       "AddCommentToChangeRequest"
       *     ]
       */
      readonly context?: readonly string[] | null;
      /**
       * @example [
       *       1,
       *       2
       *     ]
       */
      readonly contextAsCodesArray?: readonly number[] | null;
      /**
       * @description The existing token, whose text stays.
       * @example (token of createContextToken)
       */
      readonly token: string;
      /** @example 2 */
      readonly userId?: number | null;
    };
    readonly RevokeAuthtokenDto: {
      /**
       * @description The existing token.
       * @example (token of createContextToken)
       */
      readonly token: string;
    };
    readonly TokenContextResponseDto: {
      /** @example AddCommentToChangeRequest */
      readonly name: string;
      /** @example 1 */
      readonly code: number;
    };
    readonly AuthtokenResponseDto: {
      readonly context: readonly components['schemas']['TokenContextResponseDto'][];
      /** @example 2 */
      readonly userId: number;
      /**
       * @description The user's full name, or their user name where they have none.
       * @example Denis Weber
       */
      readonly userFullName: string;
      /** @description In clear; empty where its row was tampered with (the log says which). */
      readonly token: string;
    };
    readonly AuthtokenListResponseDto: {
      readonly list: readonly components['schemas']['AuthtokenResponseDto'][];
      /** @description Only where `limit` was given: pass it as `after` for the next page; null on the last. */
      readonly nextCursor?: string | null;
    };
    readonly CatalogueResponseDto: {
      readonly list: readonly components['schemas']['TokenContextResponseDto'][];
    };
    readonly LoginTokensResponseDto: {
      /** @description A JWT with `token_use` `id` that says who logged in, and when. */
      readonly id_token: string;
      /** @description A JWT with `token_use` `access`, to be sent as a Bearer token. */
      readonly access_token: string;
      /**
       * @description The lifetime of the access token in seconds.
       * @example 86400
       */
      readonly expires_in: number;
      /** @description Opaque; valid for 90 days. */
      readonly refresh_token: string;
    };
    readonly ChallengeResponseDto: {
      /** @enum {string} */
      readonly challenge_name: 'NEW_PASSWORD_REQUIRED' | 'SOFTWARE_TOKEN_MFA' | 'MFA_SETUP';
      /** @description For `/v1/new-password-required`, `/v1/respond-to-auth-challenge` or `/v1/associate-software-token`, by the name of the challenge: valid once, for 15 minutes. */
      readonly session: string;
    };
    readonly LoginDto: {
      /** @example denis */
      readonly username: string;
      /**
       * Format: password
       * @example j8BDWYrQwDF5u4Yu
       */
      readonly password: string;
    };
    readonly TokenRefreshDto: {
      /** @example denis */
      readonly username: string;
      /** @example (refresh_token of logIn) */
      readonly refresh_token: string;
    };
    readonly AccessTokensResponseDto: {
      /** @description A JWT with `token_use` `id` that says who logged in, and when. */
      readonly id_token: string;
      /** @description A JWT with `token_use` `access`, to be sent as a Bearer token. */
      readonly access_token: string;
      /**
       * @description The lifetime of the access token in seconds.
       * @example 86400
       */
      readonly expires_in: number;
    };
    readonly TokenRevokeDto: {
      /** @example (refresh_token of logIn) */
      readonly refresh_token: string;
    };
    readonly ForgotPasswordDto: {
      /**
       * @description The user name, or the e-mail address.
       * @example denis
       */
      readonly username: string;
    };
    readonly ForgotPasswordConfirmDto: {
      /** @example denis */
      readonly username: string;
      /**
       * Format: password
       * @description 8 to 72 bytes.
       * @example b2BDWZrQwDF5u4Yu
       */
      readonly password: string;
      /** @example (code of the mail) */
      readonly confirmation_code: string;
    };
    readonly ChangePasswordDto: {
      /** @example (access_token of logIn) */
      readonly access_token: string;
      /**
       * Format: password
       * @example j8BDWYrQwDF5u4Yu
       */
      readonly previous_password: string;
      /**
       * Format: password
       * @description 8 to 72 bytes.
       * @example b2BDWZrQwDF5u4Yu
       */
      readonly proposed_password: string;
    };
    readonly NewPasswordRequiredDto: {
      /** @example (session of logIn) */
      readonly session: string;
      /** @example denis */
      readonly username: string;
      /**
       * Format: password
       * @description 8 to 72 bytes.
       * @example b2BDWZrQwDF5u4Yu
       */
      readonly new_password: string;
    };
    readonly AssociateSoftwareTokenDto: {
      /**
       * @description Of a login within the last 15 minutes; this or `session`.
       * @example (access_token of logIn)
       */
      readonly access_token?: string;
      /** @description Of the challenge `MFA_SETUP`; this or `access_token`. */
      readonly session?: string;
    };
    readonly SoftwareTokenResponseDto: {
      /** @description The key for the authenticator app, in base32; told this once. */
      readonly secret_code: string;
      /** @description For the next call, where this one had a session: valid once. */
      readonly session?: string;
      /** @description The same for a QR code. */
      readonly otpauth_uri: string;
    };
    readonly VerifySoftwareTokenDto: {
      /**
       * @description Of a login within the last 15 minutes; this or `session`.
       * @example (access_token of logIn)
       */
      readonly access_token?: string;
      /** @description Of the challenge `MFA_SETUP`; this or `access_token`. */
      readonly session?: string;
      /**
       * @description Six digits, of the authenticator app.
       * @example (code of the app)
       */
      readonly user_code: string;
      /** @example My phone */
      readonly friendly_device_name?: string;
    };
    readonly SoftwareTokenVerifiedResponseDto: {
      /** @enum {string} */
      readonly status: 'SUCCESS';
      /** @description For `MFA_SETUP` of `/v1/respond-to-auth-challenge`, where this call had one. */
      readonly session?: string;
      /** @description Each logs in once without the app; told this once. */
      readonly recovery_codes: readonly string[];
    };
    readonly RespondToAuthChallengeDto: {
      /**
       * @example SOFTWARE_TOKEN_MFA
       * @enum {string}
       */
      readonly challenge_name: 'SOFTWARE_TOKEN_MFA' | 'MFA_SETUP';
      /**
       * @description Of the challenge; for `MFA_SETUP`, of `/v1/verify-software-token`.
       * @example (session of logIn)
       */
      readonly session: string;
      /** @example denis */
      readonly username: string;
      /**
       * @description For `SOFTWARE_TOKEN_MFA`: six digits, of the authenticator app; this or `recovery_code`.
       * @example (code of the app)
       */
      readonly software_token_mfa_code?: string;
      /** @description For `SOFTWARE_TOKEN_MFA`: one of the recovery codes, for users without their app. */
      readonly recovery_code?: string;
    };
    readonly FactorLoginResponseDto: {
      /** @description A JWT with `token_use` `id` that says who logged in, and when. */
      readonly id_token: string;
      /** @description A JWT with `token_use` `access`, to be sent as a Bearer token. */
      readonly access_token: string;
      /**
       * @description The lifetime of the access token in seconds.
       * @example 86400
       */
      readonly expires_in: number;
      /** @description Opaque; valid for 90 days. */
      readonly refresh_token: string;
      /** @description In the place of the recovery code that was used, if one was; told this once. */
      readonly recovery_code?: string;
    };
    readonly TokenRequestDto: {
      /** @example (token of createLoginToken) */
      readonly token: string;
      /** @description Of no effect: every kind of token is found without. */
      readonly token_type_hint?: string | null;
    };
    readonly IntrospectionResponseDto: {
      readonly active: boolean;
      /**
       * @description The id of the user.
       * @example 2
       */
      readonly sub?: string;
      /** @example denis */
      readonly username?: string;
      /**
       * @description The role that the user has now; `none` of a context token.
       * @enum {string}
       */
      readonly role?: 'admin' | 'auditor' | 'viewer' | 'service' | 'none';
      /** @example 1772366400 */
      readonly iat?: number;
      /**
       * @description Absent where the token lives until it is revoked.
       * @example 1772452800
       */
      readonly exp?: number;
      /** Format: uuid */
      readonly jti?: string;
      /** @example https://tokens.example.com */
      readonly iss?: string;
      /**
       * @description `N_A` (RFC 8693, section 2.2.1): active, but not to be accepted by a service.
       * @enum {string}
       */
      readonly token_type?: 'Bearer' | 'N_A';
      /** @enum {string} */
      readonly token_kind?:
        'login' | 'api_key' | 'context' | 'session_access' | 'session_id' | 'session_refresh' | 'console';
      /** @description The application that it was issued to, where there is one. */
      readonly client_id?: string;
      /** @description The contexts of a context token, with spaces between. */
      readonly scope?: string;
    };
    readonly JwkResponseDto: {
      /** @example EC */
      readonly kty: string;
      /** @example P-256 */
      readonly crv: string;
      readonly x: string;
      readonly y: string;
      /** @description The thumbprint of the key (RFC 7638). */
      readonly kid: string;
      /** @example sig */
      readonly use: string;
      /** @example ES256 */
      readonly alg: string;
      /** @description Since when it signs, in seconds since 1970; a token that is older was forged. */
      readonly signs_from?: number;
      /** @description Until when it signed, in seconds since 1970; a newer token was forged. */
      readonly signed_until?: number;
    };
    readonly JwksResponseDto: {
      readonly keys: readonly components['schemas']['JwkResponseDto'][];
    };
    readonly MetadataResponseDto: {
      /** @example https://tokens.example.com */
      readonly issuer: string;
      readonly jwks_uri: string;
      /** @example [] */
      readonly response_types_supported: readonly string[];
      /** @example [] */
      readonly grant_types_supported: readonly string[];
      readonly introspection_endpoint: string;
      readonly introspection_endpoint_auth_methods_supported: readonly string[];
      readonly revocation_endpoint: string;
      readonly revocation_endpoint_auth_methods_supported: readonly string[];
      /** @description Of our own: the stream of revoked places. */
      readonly revocation_events_endpoint: string;
      readonly service_documentation: string;
    };
    readonly OpenConsoleSessionDto: {
      /** @example denis */
      readonly username: string;
      /**
       * Format: password
       * @example j8BDWYrQwDF5u4Yu
       */
      readonly password: string;
      /**
       * Format: password
       * @description Replaces the password first, which ends all older logins; needed where it is temporary.
       */
      readonly newPassword?: string;
      /** @description Six digits, of the authenticator app of a user who has one. */
      readonly code?: string;
      /** @description In the place of `code`: one of the recovery codes. */
      readonly recoveryCode?: string;
    };
    readonly OpenedConsoleSessionResponseDto: {
      /**
       * Format: uuid
       * @description The id of the session among the tokens.
       */
      readonly id: string;
      /** @example 2 */
      readonly userId: number;
      /** @example denis */
      readonly username: string;
      /** @enum {string} */
      readonly role: 'admin' | 'auditor' | 'viewer' | 'service';
      /**
       * Format: date-time
       * @description When the password was last sent.
       */
      readonly passwordCheckedAt: string;
      /** @description In the place of the recovery code that was used, if one was; told this once. */
      readonly recoveryCode?: string;
    };
    readonly ConsoleSessionResponseDto: {
      /**
       * Format: uuid
       * @description The id of the session among the tokens.
       */
      readonly id: string;
      /** @example 2 */
      readonly userId: number;
      /** @example denis */
      readonly username: string;
      /** @enum {string} */
      readonly role: 'admin' | 'auditor' | 'viewer' | 'service';
      /**
       * Format: date-time
       * @description When the password was last sent.
       */
      readonly passwordCheckedAt: string;
    };
    readonly ReauthenticateDto: {
      /**
       * Format: password
       * @example j8BDWYrQwDF5u4Yu
       */
      readonly password: string;
    };
    readonly AuditActorResponseDto: {
      /** @enum {string} */
      readonly type: 'user' | 'anonymous' | 'system';
      readonly id: number | null;
      /** @description As it was then */
      readonly username: string | null;
      /** @description By which token they called */
      readonly tokenId: string | null;
    };
    readonly AuditSourceResponseDto: {
      readonly address: string | null;
      readonly userAgent: string | null;
      /** @description The X-Request-Id of the response */
      readonly requestId: string | null;
    };
    readonly AuditTargetResponseDto: {
      /** @example user */
      readonly type: string;
      readonly id: string | null;
      readonly name: string | null;
    };
    readonly AuditEventResponseDto: {
      /** Format: uuid */
      readonly id: string;
      /** Format: date-time */
      readonly time: string;
      /** @enum {string} */
      readonly action:
        | 'user.created'
        | 'user.updated'
        | 'user.enabled'
        | 'user.disabled'
        | 'user.role_changed'
        | 'user.contexts_changed'
        | 'user.deleted'
        | 'user.password_changed'
        | 'user.password_reset'
        | 'user.password_rehashed'
        | 'user.temporary_password_set'
        | 'user.second_factor_begun'
        | 'user.second_factor_enabled'
        | 'user.second_factor_reset'
        | 'user.second_factor_requirement_changed'
        | 'user.recovery_code_used'
        | 'login.refused'
        | 'login.challenged'
        | 'password_reset.requested'
        | 'password_reset.refused'
        | 'session.opened'
        | 'session.refreshed'
        | 'session.ended'
        | 'token.issued'
        | 'token.changed'
        | 'token.revoked'
        | 'token.reauthenticated'
        | 'tokens.revoked_of_user'
        | 'tokens.revoked_of_key'
        | 'tokens.suspended_by_match'
        | 'tokens.revoked_by_match'
        | 'tokens.restored_by_match'
        | 'incident.ended'
        | 'tokens.listed'
        | 'tokens.resealed'
        | 'factors.resealed'
        | 'context.created'
        | 'context.updated'
        | 'context.deleted'
        | 'key.published'
        | 'key.rotated'
        | 'key.revoked'
        | 'key.deleted'
        | 'key.resealed'
        | 'settings.changed'
        | 'expired.deleted'
        | 'audit.epoch_started'
        | 'audit.exported'
        | 'audit.payloads_dropped';
      /** @enum {string} */
      readonly outcome: 'success' | 'refused';
      readonly reason: string | null;
      readonly actor: components['schemas']['AuditActorResponseDto'];
      readonly source: components['schemas']['AuditSourceResponseDto'];
      readonly target: components['schemas']['AuditTargetResponseDto'];
      /** @description What changed; of a secret only that it was "set" */
      readonly changes: {
        readonly [key: string]: unknown;
      } | null;
    };
    readonly AuditEventPageResponseDto: {
      /** @description The newest first */
      readonly items: readonly components['schemas']['AuditEventResponseDto'][];
      /** @description The `after` of the next page */
      readonly next: string | null;
    };
    readonly EventProofResponseDto: {
      /** @description The event byte for byte as it was hashed */
      readonly payload: string;
      /** @description In base64 */
      readonly leafHash: string;
      readonly leafIndex: number;
      /** @description How many leaves the tree of the checkpoint has */
      readonly treeSize: number;
      /** @description The hashes of RFC 9162, section 2.1.3, in base64 */
      readonly inclusionPath: readonly string[];
      /** @description A C2SP signed note */
      readonly checkpoint: string;
    };
    readonly GrowthProofResponseDto: {
      readonly first: number;
      readonly second: number;
      /** @description The hashes of RFC 9162, section 2.1.4, in base64 */
      readonly consistencyPath: readonly string[];
    };
    readonly CreateUserDto: {
      /** @example denis */
      readonly username: string;
      /**
       * Format: password
       * @description 8 to 72 bytes; this or `temporaryPassword`.
       * @example j8BDWYrQwDF5u4Yu
       */
      readonly password?: string;
      /**
       * Format: password
       * @description As `password`, but the next login must choose another.
       */
      readonly temporaryPassword?: string;
      /**
       * @example viewer
       * @enum {string}
       */
      readonly role: 'admin' | 'auditor' | 'viewer' | 'service';
      /** @example Denis Weber */
      readonly fullName?: string | null;
      /**
       * Format: email
       * @example denis@example.com
       */
      readonly email?: string | null;
    };
    readonly UserResponseDto: {
      /** @example 2 */
      readonly id: number;
      /** @example denis */
      readonly username: string;
      /** @enum {string} */
      readonly role: 'admin' | 'auditor' | 'viewer' | 'service';
      /** @example Denis Weber */
      readonly fullName: string | null;
      /** @example denis@example.com */
      readonly email: string | null;
      readonly enabled: boolean;
      /**
       * @description Where the password is checked.
       * @enum {string}
       */
      readonly source: 'local';
      /** @description The password is temporary: the next login must choose another. */
      readonly passwordChangeRequired: boolean;
      /** Format: date-time */
      readonly createdAt: string;
      /** Format: date-time */
      readonly updatedAt: string;
      /**
       * Format: date-time
       * @description When the password was accepted last, in any family.
       */
      readonly lastLoginAt: string | null;
    };
    readonly UserPageResponseDto: {
      readonly items: readonly components['schemas']['UserResponseDto'][];
      /** @description The `after` of the next page; null on the last */
      readonly next: string | null;
    };
    readonly UpdateUserDto: {
      /** @enum {string} */
      readonly role?: 'admin' | 'auditor' | 'viewer' | 'service';
      /** @example Denis Weber-Lang */
      readonly fullName?: string | null;
      /** Format: email */
      readonly email?: string | null;
      /** @description false ends every token of the user at once. */
      readonly enabled?: boolean;
      /**
       * Format: password
       * @description 8 to 72 bytes; the next login must choose another.
       */
      readonly temporaryPassword?: string;
      /** @description With `temporaryPassword`: ends named and context tokens too, not logins alone. For a leaked password. */
      readonly endEverything?: boolean;
    };
    readonly RevokedTokensResponseDto: {
      /**
       * @description How many tokens ended.
       * @example 3
       */
      readonly revoked: number;
    };
    readonly ContextResponseDto: {
      /** @example 3 */
      readonly code: number;
      /** @example CloseChangeRequest */
      readonly name: string;
      readonly description: string | null;
    };
    readonly ContextListResponseDto: {
      /** @description In the order of their codes. */
      readonly contexts: readonly components['schemas']['ContextResponseDto'][];
    };
    readonly CreateContextDto: {
      /** @example 3 */
      readonly code: number;
      /** @example CloseChangeRequest */
      readonly name: string;
      /** @example Close a change request */
      readonly description?: string | null;
    };
    readonly UpdateContextDto: {
      /** @example CloseChangeRequest */
      readonly name?: string;
      /** @example Close a change request */
      readonly description?: string | null;
    };
    readonly AllowedContextsResponseDto: {
      /**
       * @description The names of the contexts that the user may have; null for all.
       * @example [
       *       "AddCommentToChangeRequest"
       *     ]
       */
      readonly allowed: readonly string[] | null;
    };
    readonly AllowedContextsDto: {
      /**
       * @description The names of the contexts that the user may have; null for all.
       * @example [
       *       "AddCommentToChangeRequest"
       *     ]
       */
      readonly allowed: readonly string[] | null;
    };
    readonly HolderUserResponseDto: {
      /** @example 2 */
      readonly id: number;
      /** @example denis */
      readonly username: string;
    };
    readonly HolderTokenResponseDto: {
      /** Format: uuid */
      readonly id: string;
      /** Format: date-time */
      readonly issuedAt: string;
    };
    readonly ContextHolderResponseDto: {
      readonly user: components['schemas']['HolderUserResponseDto'];
      /** @description The newest 100 of their active tokens, the newest first */
      readonly tokens: readonly components['schemas']['HolderTokenResponseDto'][];
      /** @description Whether there are older ones. */
      readonly hasMoreTokens: boolean;
    };
    readonly ContextHolderPageResponseDto: {
      /** @description In the order of the ids of the users. */
      readonly items: readonly components['schemas']['ContextHolderResponseDto'][];
      /** @description The `after` of the next page; null on the last */
      readonly next: string | null;
    };
    readonly ExplainTokenDto: {
      /**
       * @description Any text; it is logged nowhere.
       * @example not-a-token
       */
      readonly token: string;
    };
    readonly CheckResponseDto: {
      /** @enum {string} */
      readonly check:
        | 'form'
        | 'issuer'
        | 'key'
        | 'signature'
        | 'times'
        | 'known'
        | 'revocation'
        | 'owner'
        | 'context'
        | 'use'
        | 'verification';
      /** @description Where it is false, this keeps the token from being accepted. */
      readonly ok: boolean;
      /**
       * @description For people.
       * @example Revoked at 2026-01-31T08:00:00.000Z
       */
      readonly detail: string;
    };
    readonly ExplanationResponseDto: {
      /**
       * @description What introspection says
       * @enum {string}
       */
      readonly verdict: 'active' | 'refused';
      /** @description Each check that can be made of the text */
      readonly checks: readonly components['schemas']['CheckResponseDto'][];
    };
    readonly HitUserResponseDto: {
      /** @example 2 */
      readonly id: number;
      /** @example denis */
      readonly username: string;
    };
    readonly HitResponseDto: {
      /** @enum {string} */
      readonly type: 'user' | 'token' | 'session' | 'request' | 'incident';
      /** @example 2 */
      readonly id: string;
      /**
       * @description For people.
       * @example denis (Denis Weber)
       */
      readonly title: string;
      /** @description Whose it is, if that is a user */
      readonly user: components['schemas']['HitUserResponseDto'] | null;
    };
    readonly SearchResponseDto: {
      readonly items: readonly components['schemas']['HitResponseDto'][];
    };
    readonly UserCountsResponseDto: {
      readonly enabled: number;
      readonly disabled: number;
    };
    readonly LiveCountsResponseDto: {
      /**
       * Format: date-time
       * @description When they were counted: every five minutes
       */
      readonly asOf: string;
      /** @description The active ones, by kind. An active refresh token is an open session. */
      readonly tokens: {
        readonly login: number;
        readonly api_key: number;
        readonly context: number;
        readonly session_access: number;
        readonly session_id: number;
        readonly session_refresh: number;
        readonly console: number;
      };
      readonly users: components['schemas']['UserCountsResponseDto'];
    };
    readonly ActivityHourResponseDto: {
      /**
       * Format: date-time
       * @description When it began
       */
      readonly hour: string;
      readonly logins: number;
      /** @description Refused passwords, those of Basic too */
      readonly refusedLogins: number;
      /** @description Tokens that this service accepted; local verifiers are not counted */
      readonly verifications: number;
      /** @description Tokens that this service refused */
      readonly refusedVerifications: number;
      /** @description Tokens that were revoked */
      readonly revocations: number;
    };
    readonly AttentionResponseDto: {
      /** @enum {string} */
      readonly code: 'forwarded_for_untrusted' | 'single_admin' | 'signing_key_old' | 'audit_events_unsealed';
      /**
       * @description For people.
       * @example The current key has signed for 91 days
       */
      readonly message: string;
    };
    readonly OverviewResponseDto: {
      /** @description Null where nothing has been counted yet */
      readonly counts: components['schemas']['LiveCountsResponseDto'] | null;
      /** @description The last 24, the oldest first. Of other instances, what they did up to five seconds ago. */
      readonly hours: readonly components['schemas']['ActivityHourResponseDto'][];
      /** @description What an operator should mend */
      readonly attention: readonly components['schemas']['AttentionResponseDto'][];
    };
    readonly SigningKeyResponseDto: {
      /** @example 3 */
      readonly id: number;
      /** @description The thumbprint of the key (RFC 7638). */
      readonly kid: string;
      /** @enum {string} */
      readonly state: 'next' | 'current' | 'retired' | 'revoked';
      /** Format: date-time */
      readonly publishedAt: string;
      /**
       * Format: date-time
       * @description Null for one that never signed.
       */
      readonly signsFrom: string | null;
      /**
       * Format: date-time
       * @description Null for the one that signs.
       */
      readonly signedUntil: string | null;
      /** @description How many active tokens it signed. */
      readonly liveTokens: number;
    };
    readonly SigningKeyPageResponseDto: {
      /** @description From the newest on. */
      readonly items: readonly components['schemas']['SigningKeyResponseDto'][];
      /** @description The cursor of the next page; there is none. */
      readonly next: string | null;
    };
    readonly RevokeSigningKeyDto: {
      /** @example Its file was on a stolen laptop */
      readonly reason: string;
    };
    readonly RevokedSigningKeyResponseDto: {
      /** @description How many active tokens ended. */
      readonly endedTokens: number;
      /** @description The thumbprint of the key that signs now. */
      readonly currentKid: string;
    };
    readonly SettingsResponseDto: {
      /**
       * @description The lifetime of login tokens that api2 issues from now on.
       * @example 86400
       */
      readonly api2TokenSeconds: number;
      /**
       * @description The lifetime of access and id tokens that v1 issues from now on.
       * @example 86400
       */
      readonly v1AccessTokenSeconds: number;
      /**
       * @description How many active tokens of each kind a user may have; who has more keeps them, and is issued no others.
       * @example 10000
       */
      readonly maxTokensPerUser: number;
      /**
       * @description After so many days the events of a month are dropped from the audit log; null keeps them for ever.
       * @example 36500
       */
      readonly auditRetentionDays: number | null;
      /**
       * @description For so many days tokens and sessions are listed after they ended.
       * @example 30
       */
      readonly endedTokenRetentionDays: number;
      /** @description What each setting may be, and its default. */
      readonly ranges?: {
        readonly api2TokenSeconds: {
          readonly min: number;
          readonly max: number;
          readonly default: number | null;
        };
        readonly v1AccessTokenSeconds: {
          readonly min: number;
          readonly max: number;
          readonly default: number | null;
        };
        readonly maxTokensPerUser: {
          readonly min: number;
          readonly max: number;
          readonly default: number | null;
        };
        readonly auditRetentionDays: {
          readonly min: number;
          readonly max: number;
          readonly default: number | null;
        };
        readonly endedTokenRetentionDays: {
          readonly min: number;
          readonly max: number;
          readonly default: number | null;
        };
      };
    };
    readonly UpdateSettingsDto: {
      /**
       * @description The lifetime of login tokens that api2 issues from now on.
       * @example 86400
       */
      readonly api2TokenSeconds?: number;
      /**
       * @description The lifetime of access and id tokens that v1 issues from now on.
       * @example 86400
       */
      readonly v1AccessTokenSeconds?: number;
      /**
       * @description How many active tokens of each kind a user may have; who has more keeps them, and is issued no others.
       * @example 10000
       */
      readonly maxTokensPerUser?: number;
      /**
       * @description After so many days the events of a month are dropped from the audit log; null keeps them for ever.
       * @example 36500
       */
      readonly auditRetentionDays?: number | null;
      /**
       * @description For so many days tokens and sessions are listed after they ended.
       * @example 30
       */
      readonly endedTokenRetentionDays?: number;
    };
    readonly EnderResponseDto: {
      /**
       * @description The owner, somebody else in their place, or the service.
       * @enum {string}
       */
      readonly kind: 'user' | 'admin' | 'system';
      readonly id: number | null;
      readonly username: string | null;
    };
    readonly OwnerResponseDto: {
      readonly id: number;
      /** @description Null once the user is deleted. */
      readonly username: string | null;
    };
    readonly OriginResponseDto: {
      /** @example 192.0.2.1 */
      readonly address: string | null;
      readonly userAgent: string | null;
    };
    readonly TokenResponseDto: {
      /** @enum {string} */
      readonly status: 'active' | 'suspended' | 'expired' | 'revoked';
      /** Format: date-time */
      readonly endedAt: string | null;
      /** @description Null where it has not ended. */
      readonly endedBy: components['schemas']['EnderResponseDto'] | null;
      /** @description Why it ended. */
      readonly reason: string | null;
      /** Format: uuid */
      readonly id: string;
      /** @enum {string} */
      readonly kind: 'login' | 'api_key' | 'context' | 'session_access' | 'session_id' | 'session_refresh' | 'console';
      readonly user: components['schemas']['OwnerResponseDto'];
      /** Format: uuid */
      readonly sessionId: string | null;
      /** @description What the owner calls it. */
      readonly description: string | null;
      /** @description The names; null where it is valid for all that its owner may do. */
      readonly contexts: readonly string[] | null;
      /** Format: date-time */
      readonly issuedAt: string;
      readonly issuedFrom: components['schemas']['OriginResponseDto'];
      /**
       * Format: date-time
       * @description Null where it is active until it is revoked.
       */
      readonly expiresAt: string | null;
      /**
       * Format: date-time
       * @description To the minute.
       */
      readonly lastUsedAt: string | null;
      /** @description The address of whoever presented it. */
      readonly lastUsedFrom: string | null;
      /** @description The signing key; null for an opaque token. */
      readonly keyId: number | null;
    };
    readonly TokenPageResponseDto: {
      /** @description The latest first. */
      readonly items: readonly components['schemas']['TokenResponseDto'][];
      /** @description The `after` of the next page. */
      readonly next: string | null;
    };
    readonly EndDto: {
      /** @example The laptop was stolen */
      readonly reason: string;
    };
    readonly SessionResponseDto: {
      /** @enum {string} */
      readonly status: 'active' | 'suspended' | 'expired' | 'revoked';
      /** Format: date-time */
      readonly endedAt: string | null;
      /** @description Null where it has not ended. */
      readonly endedBy: components['schemas']['EnderResponseDto'] | null;
      /** @description Why it ended. */
      readonly reason: string | null;
      /** Format: uuid */
      readonly id: string;
      readonly user: components['schemas']['OwnerResponseDto'];
      /** Format: date-time */
      readonly createdAt: string;
      readonly createdFrom: components['schemas']['OriginResponseDto'];
      /** Format: date-time */
      readonly lastRefreshedAt: string | null;
      /** @description How often it was refreshed. */
      readonly refreshes: number;
      /** Format: date-time */
      readonly expiresAt: string;
      readonly activeTokens: number;
    };
    readonly SessionPageResponseDto: {
      /** @description The latest first. */
      readonly items: readonly components['schemas']['SessionResponseDto'][];
      /** @description The `after` of the next page. */
      readonly next: string | null;
    };
    readonly FactorUserResponseDto: {
      /** @example 2 */
      readonly id: number;
      /** @example denis */
      readonly username: string;
    };
    readonly FactorOfUserResponseDto: {
      /**
       * @description What the user calls it.
       * @example My phone
       */
      readonly deviceName: string | null;
      /** Format: date-time */
      readonly enabledAt: string;
      /**
       * Format: date-time
       * @description Null where it was only set up.
       */
      readonly lastUsedAt: string | null;
      /** @example 10 */
      readonly recoveryCodesLeft: number;
      readonly user: components['schemas']['FactorUserResponseDto'];
    };
    readonly FactorPageResponseDto: {
      /** @description In the order of the ids of the users. */
      readonly items: readonly components['schemas']['FactorOfUserResponseDto'][];
      /** @description The `after` of the next page; null on the last */
      readonly next: string | null;
    };
    readonly SecondFactorRolesDto: {
      /**
       * @example [
       *       "auditor"
       *     ]
       */
      readonly roles: readonly ('admin' | 'auditor' | 'viewer' | 'service')[];
    };
    readonly FactorResponseDto: {
      /**
       * @description What the user calls it.
       * @example My phone
       */
      readonly deviceName: string | null;
      /** Format: date-time */
      readonly enabledAt: string;
      /**
       * Format: date-time
       * @description Null where it was only set up.
       */
      readonly lastUsedAt: string | null;
      /** @example 10 */
      readonly recoveryCodesLeft: number;
    };
    readonly SecondFactorResponseDto: {
      /** @description Whether it is required of this user, whatever their role. */
      readonly required: boolean;
      /** @description Whether it is required of all who have their role. */
      readonly requiredByRole: boolean;
      /** @description The authenticator app; null where there is none. */
      readonly factor: components['schemas']['FactorResponseDto'] | null;
    };
    readonly RequireSecondFactorDto: {
      /** @example true */
      readonly required: boolean;
    };
    readonly CreateIncidentDto: {
      /**
       * @description The filters of `GET /admin/tokens`: tokens that fit all of them.
       * @example {
       *       "kind": "login",
       *       "issuedBefore": "2026-01-31T08:00:00Z"
       *     }
       */
      readonly match: {
        readonly [key: string]: unknown;
      };
      /**
       * @example suspend
       * @enum {string}
       */
      readonly action: 'suspend' | 'revoke' | 'restore';
      /** @description Required without `dryRun`. */
      readonly reason?: string;
      /**
       * @description Changes nothing, and says what would be changed.
       * @example true
       */
      readonly dryRun?: boolean;
      /** @description How many tokens match, as a dry run said. Required without `dryRun`; another number is refused. */
      readonly expect?: number;
    };
    readonly IncidentPreviewResponseDto: {
      /** @example 1204 */
      readonly matched: number;
      /** @description The same by kind. */
      readonly byKind: {
        readonly [key: string]: number;
      };
      /** @description How many users they are of. */
      readonly users: number;
      /** @description Some of them. */
      readonly sample: readonly components['schemas']['TokenResponseDto'][];
    };
    readonly IncidentBegunResponseDto: {
      /** Format: uuid */
      readonly id: string;
      /** @example 1204 */
      readonly matched: number;
    };
    readonly IncidentActorDto: {
      readonly id: number;
      /** @description As it was then. */
      readonly username: string;
    };
    readonly IncidentResponseDto: {
      /** Format: uuid */
      readonly id: string;
      /**
       * @description What it does to tokens counts from its beginning; until it is `done`, lists may not show it of all.
       * @enum {string}
       */
      readonly state: 'running' | 'done' | 'failed';
      /** @enum {string} */
      readonly action: 'suspend' | 'revoke' | 'restore';
      /** @description How many tokens it is about. */
      readonly matched: number;
      /** @description Of how many of them lists show it. */
      readonly done: number;
      /** Format: date-time */
      readonly startedAt: string;
      /** Format: date-time */
      readonly endedAt: string | null;
      readonly reason: string;
      readonly actor: components['schemas']['IncidentActorDto'];
      /** @description The filters of `GET /admin/tokens`: tokens that fit all of them. */
      readonly match: {
        readonly [key: string]: unknown;
      };
      /** @description Of a failed one: why, for people. */
      readonly failure: string | null;
    };
    readonly IncidentPageResponseDto: {
      /** @description From the newest on. */
      readonly items: readonly components['schemas']['IncidentResponseDto'][];
      /** @description The cursor of the next page. */
      readonly next: string | null;
    };
    readonly HealthResponseDto: {
      /** @enum {string} */
      readonly status: 'ok';
    };
    readonly DatabaseCheckResponseDto: {
      /** @enum {string} */
      readonly status: 'ok' | 'unreachable';
      /**
       * @description How long it took to respond, in milliseconds
       * @example 1
       */
      readonly responseMs?: number;
    };
    readonly ChangeFeedCheckResponseDto: {
      /**
       * @description Where it is stale, no token is accepted
       * @enum {string}
       */
      readonly status: 'ok' | 'stale';
      /**
       * @description Milliseconds since revocations were last read from the database
       * @example 87
       */
      readonly ageMs: number;
    };
    readonly ReadinessChecksResponseDto: {
      readonly database: components['schemas']['DatabaseCheckResponseDto'];
      readonly changeFeed: components['schemas']['ChangeFeedCheckResponseDto'];
    };
    readonly ReadinessResponseDto: {
      /** @enum {string} */
      readonly status: 'ok' | 'unavailable' | 'shutting_down';
      readonly checks: components['schemas']['ReadinessChecksResponseDto'];
      /** @description What an operator should mend, if anything */
      readonly warnings?: readonly string[];
    };
    /**
     * @description For programs.
     * @enum {string}
     */
    readonly ErrorCode:
      | 'malformed_request'
      | 'request_timeout'
      | 'headers_too_large'
      | 'expectation_failed'
      | 'malformed_body'
      | 'unsupported_media_type'
      | 'unsupported_content_encoding'
      | 'body_too_large'
      | 'invalid_request'
      | 'route_not_found'
      | 'method_not_allowed'
      | 'authorization_header_required'
      | 'credentials_missing'
      | 'credentials_invalid'
      | 'login_required'
      | 'reauthentication_required'
      | 'cross_origin_refused'
      | 'token_invalid'
      | 'password_change_required'
      | 'second_factor_required'
      | 'session_invalid'
      | 'refresh_limit_exceeded'
      | 'confirmation_code_invalid'
      | 'too_many_attempts'
      | 'role_required'
      | 'password_unacceptable'
      | 'setting_invalid'
      | 'user_not_found'
      | 'username_taken'
      | 'last_admin'
      | 'token_limit_reached'
      | 'lifetime_invalid'
      | 'description_taken_or_blank'
      | 'api_key_not_found'
      | 'no_api_keys'
      | 'rotation_too_early'
      | 'signing_key_not_found'
      | 'signing_key_revoked'
      | 'match_changed'
      | 'incident_not_found'
      | 'context_missing'
      | 'status_list_not_found'
      | 'token_not_found'
      | 'session_not_found'
      | 'context_not_found'
      | 'context_not_allowed'
      | 'context_taken'
      | 'context_in_use'
      | 'audit_event_not_found'
      | 'audit_event_not_sealed'
      | 'overloaded'
      | 'unavailable'
      | 'internal';
    readonly ProblemFieldDto: {
      /** @example username */
      readonly field: string;
      /** @example username must be a string */
      readonly message: string;
    };
    readonly ProblemDto: {
      /**
       * @description For pages that ask for the password again; every other problem has none of its own: `code` names it.
       * @enum {string}
       */
      readonly type: 'about:blank' | 'reauthentication-required';
      /**
       * @description The status's reason phrase.
       * @example Not Found
       */
      readonly title: string;
      /** @example 404 */
      readonly status: number;
      /**
       * @description For people.
       * @example There is no user of this id
       */
      readonly detail: string;
      /**
       * @description For programs.
       * @example user_not_found
       */
      readonly code: components['schemas']['ErrorCode'];
      /** @description What is wrong with which field or parameter. */
      readonly fields?: readonly components['schemas']['ProblemFieldDto'][];
      /** @description Of `context_in_use`: how many tokens name it. */
      readonly tokens?: number;
      /** @description Of `match_changed`: how many tokens match. */
      readonly matched?: number;
    };
    readonly Api2ErrorResponseDto: {
      /** @example 401 */
      readonly statusCode: number;
      /**
       * @description The status's reason phrase.
       * @example Unauthorized
       */
      readonly error: string;
      /** @example Invalid or expired token */
      readonly message: string;
    };
    readonly V1alphaErrorResponseDto: {
      /** @example Token does not exist, make sure to enter correct token id */
      readonly message: string;
    };
    readonly AuthtokensErrorResponseDto: {
      /** @enum {boolean} */
      readonly success: false;
      /** @example Unknown token */
      readonly message: string;
    };
    readonly V1ErrorResponseDto: {
      /** @example Unauthorized. */
      readonly message: string;
      /** @example 401 */
      readonly status: number;
      /** @description After a wrong code, for the next try while there is one. */
      readonly session?: string;
    };
    readonly OAuthErrorResponseDto: {
      /** @example invalid_client */
      readonly error: string;
      /** @example Authorization header is required */
      readonly error_description: string;
    };
  };
  responses: {
    /** @description Invalid username or password */
    readonly 'api2.401.credentials_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /**
     * @description - Too many logins at once; try again shortly
     *     - The service is not available at the moment
     */
    readonly 'api2.503.overloaded.unavailable': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /**
     * @description - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     */
    readonly 'api2.403.password_change_required.second_factor_required': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /** @description The user has as many active tokens of this kind as a user may have */
    readonly 'api2.409.token_limit_reached': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /**
     * @description - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    readonly 'api2.400.invalid_request.malformed_body.malformed_request': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /** @description The body is larger than 64 KB */
    readonly 'api2.413.body_too_large': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /** @description The body must not be compressed */
    readonly 'api2.415.unsupported_content_encoding': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /** @description Internal Server Error */
    readonly 'api2.500.internal': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    readonly 'api2.400.authorization_header_required.malformed_body.malformed_request': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /** @description Invalid or expired token */
    readonly 'api2.401.token_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /** @description The service is not available at the moment */
    readonly 'api2.503.unavailable': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - Invalid or expired token
     */
    readonly 'api2.401.credentials_missing.token_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /** @description Role admin required */
    readonly 'api2.403.role_required': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /** @description The request is not valid HTTP */
    readonly 'api2.400.malformed_request': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /**
     * @description - There is no such setting, or the value is out of its range
     *     - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    readonly 'api2.400.invalid_request.malformed_body.malformed_request.setting_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - Invalid username or password
     *     - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     */
    readonly 'v1alpha.401.credentials_invalid.credentials_missing.password_change_required.second_factor_required': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /**
     * @description - Too many logins at once; try again shortly
     *     - The service is not available at the moment
     */
    readonly 'v1alpha.503.overloaded.unavailable': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /** @description The user has no named tokens */
    readonly 'v1alpha.404.no_api_keys': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /** @description The request is not valid HTTP */
    readonly 'v1alpha.400.malformed_request': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /** @description Internal Server Error */
    readonly 'v1alpha.500.internal': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /**
     * @description - Token description already exists or is blank
     *     - The lifetime cannot be read, is not positive or is over 10 years
     *     - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    readonly 'v1alpha.400.description_taken_or_blank.invalid_request.lifetime_invalid.malformed_body.malformed_request': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /** @description The user has as many active tokens of this kind as a user may have */
    readonly 'v1alpha.409.token_limit_reached': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /** @description The body is larger than 64 KB */
    readonly 'v1alpha.413.body_too_large': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /**
     * @description - The body must not be compressed
     *     - The body must be application/json
     */
    readonly 'v1alpha.415.unsupported_content_encoding.unsupported_media_type': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /** @description Token does not exist, make sure to enter correct token id */
    readonly 'v1alpha.404.api_key_not_found': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /**
     * @description - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    readonly 'v1alpha.400.malformed_body.malformed_request': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - Invalid or expired token
     *     - Invalid username or password
     */
    readonly 'authtokens.401.credentials_invalid.credentials_missing.token_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /**
     * @description - Too many logins at once; try again shortly
     *     - The service is not available at the moment
     */
    readonly 'authtokens.503.overloaded.unavailable': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /**
     * @description - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     *     - The user is not allowed this context
     *     - Role admin required
     */
    readonly 'authtokens.403.context_not_allowed.password_change_required.role_required.second_factor_required': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /**
     * @description - There is no user of this id
     *     - There is no such context
     *     - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    readonly 'authtokens.400.context_not_found.invalid_request.malformed_body.malformed_request.user_not_found': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /** @description The user has as many active tokens of this kind as a user may have */
    readonly 'authtokens.409.token_limit_reached': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /** @description The body is larger than 64 KB */
    readonly 'authtokens.413.body_too_large': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /**
     * @description - The body must not be compressed
     *     - The body must be application/json
     */
    readonly 'authtokens.415.unsupported_content_encoding.unsupported_media_type': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /** @description Internal Server Error */
    readonly 'authtokens.500.internal': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /** @description Unknown token */
    readonly 'authtokens.404.token_not_found': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /**
     * @description - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     */
    readonly 'authtokens.403.password_change_required.second_factor_required': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /**
     * @description - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    readonly 'authtokens.400.invalid_request.malformed_body.malformed_request': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /**
     * @description - A field or a parameter is missing or not valid; the message says which
     *     - The request is not valid HTTP
     */
    readonly 'authtokens.400.invalid_request.malformed_request': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /** @description The request is not valid HTTP */
    readonly 'authtokens.400.malformed_request': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /** @description Invalid username or password */
    readonly 'v1.401.credentials_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /**
     * @description - Too many logins at once; try again shortly
     *     - The service is not available at the moment
     */
    readonly 'v1.503.overloaded.unavailable': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description The user has as many active tokens of this kind as a user may have */
    readonly 'v1.409.token_limit_reached': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /**
     * @description - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The body must be application/json
     */
    readonly 'v1.422.invalid_request.malformed_body.unsupported_media_type': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description The body is larger than 64 KB */
    readonly 'v1.413.body_too_large': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description The body must not be compressed */
    readonly 'v1.415.unsupported_content_encoding': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description The request is not valid HTTP */
    readonly 'v1.400.malformed_request': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description Internal Server Error */
    readonly 'v1.500.internal': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description The session is unknown, used or expired */
    readonly 'v1.401.session_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description The refresh token has issued all its access tokens */
    readonly 'v1.429.refresh_limit_exceeded': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'X-Should-Retry': components['headers']['X-Should-Retry'];
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description The service is not available at the moment */
    readonly 'v1.503.unavailable': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description Invalid or expired token */
    readonly 'v1.401.token_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description Too many attempts; try again later */
    readonly 'v1.429.too_many_attempts': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'X-Should-Retry': components['headers']['X-Should-Retry'];
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description The confirmation code is not valid */
    readonly 'v1.401.confirmation_code_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /**
     * @description - The password is too short, too long or too common
     *     - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The body must be application/json
     */
    readonly 'v1.422.invalid_request.malformed_body.password_unacceptable.unsupported_media_type': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /**
     * @description - The session is unknown, used or expired
     *     - Invalid or expired token
     *     - The password was sent more than 5 minutes ago: send it again first
     */
    readonly 'v1.401.reauthentication_required.session_invalid.token_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /**
     * @description - The confirmation code is not valid
     *     - The session is unknown, used or expired
     *     - Invalid or expired token
     *     - The password was sent more than 5 minutes ago: send it again first
     */
    readonly 'v1.401.confirmation_code_invalid.reauthentication_required.session_invalid.token_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /**
     * @description - The confirmation code is not valid
     *     - The session is unknown, used or expired
     *     - Invalid username or password
     */
    readonly 'v1.401.confirmation_code_invalid.credentials_invalid.session_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - Invalid or expired token
     *     - Invalid username or password
     */
    readonly 'oauth2.401.credentials_invalid.credentials_missing.token_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /**
     * @description - Too many logins at once; try again shortly
     *     - The service is not available at the moment
     */
    readonly 'oauth2.503.overloaded.unavailable': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /**
     * @description - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     *     - Role admin required
     */
    readonly 'oauth2.403.password_change_required.role_required.second_factor_required': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        /** @description How to authenticate (RFC 9110, section 11.6.1). */
        readonly 'WWW-Authenticate'?: string;
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /**
     * @description - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    readonly 'oauth2.400.invalid_request.malformed_body.malformed_request': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /** @description The body is larger than 64 KB */
    readonly 'oauth2.413.body_too_large': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /**
     * @description - The body must not be compressed
     *     - The body must be application/json
     */
    readonly 'oauth2.415.unsupported_content_encoding.unsupported_media_type': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /** @description Internal Server Error */
    readonly 'oauth2.500.internal': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /** @description The service is not available at the moment */
    readonly 'oauth2.503.unavailable': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /**
     * @description - A field or a parameter is missing or not valid; the message says which
     *     - The request is not valid HTTP
     */
    readonly 'oauth2.400.invalid_request.malformed_request': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - Invalid or expired token
     */
    readonly 'oauth2.401.authorization_header_required.token_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /** @description A context that the token is valid for must be named */
    readonly 'oauth2.403.context_missing': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /**
     * @description - A field or a parameter is missing or not valid; the message says which
     *     - The request is not valid HTTP
     */
    readonly 'problem.400.invalid_request.malformed_request': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The service is not available at the moment */
    readonly 'problem.503.unavailable': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description Internal Server Error */
    readonly 'problem.500.internal': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description There is no status list of this number */
    readonly 'problem.404.status_list_not_found': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Invalid or expired token
     *     - Invalid username or password
     */
    readonly 'problem.401.credentials_invalid.token_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Too many logins at once; try again shortly
     *     - The service is not available at the moment
     */
    readonly 'problem.503.overloaded.unavailable': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     */
    readonly 'problem.403.password_change_required.second_factor_required': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - There is no session, or it has ended: log in
     */
    readonly 'console.401.credentials_missing.login_required': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The request is not valid HTTP */
    readonly 'console.400.malformed_request': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The service is not available at the moment */
    readonly 'console.503.unavailable': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description Internal Server Error */
    readonly 'console.500.internal': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - The request does not come from a page of this service
     *     - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     */
    readonly 'console.403.cross_origin_refused.password_change_required.second_factor_required': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Invalid username or password
     *     - The confirmation code is not valid
     */
    readonly 'console.401.confirmation_code_invalid.credentials_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Too many logins at once; try again shortly
     *     - The service is not available at the moment
     */
    readonly 'console.503.overloaded.unavailable': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - The password is too short, too long or too common
     *     - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    readonly 'console.400.invalid_request.malformed_body.malformed_request.password_unacceptable': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The body is larger than 64 KB */
    readonly 'console.413.body_too_large': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - The body must not be compressed
     *     - The body must be application/json
     */
    readonly 'console.415.unsupported_content_encoding.unsupported_media_type': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The request does not come from a page of this service */
    readonly 'console.403.cross_origin_refused': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    readonly 'console.400.malformed_body.malformed_request': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - There is no session, or it has ended: log in
     *     - Invalid username or password
     */
    readonly 'console.401.credentials_invalid.credentials_missing.login_required': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    readonly 'console.400.invalid_request.malformed_body.malformed_request': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - There is no session, or it has ended: log in
     *     - Invalid or expired token
     *     - Invalid username or password
     */
    readonly 'problem.401.credentials_invalid.credentials_missing.login_required.token_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     *     - Role admin required
     */
    readonly 'problem.403.password_change_required.role_required.second_factor_required': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description There is no audit event of this id */
    readonly 'problem.404.audit_event_not_found': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The event is not in the tree yet */
    readonly 'problem.409.audit_event_not_sealed': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - There is no session, or it has ended: log in
     *     - The password was sent more than 5 minutes ago: send it again first
     *     - Invalid or expired token
     *     - Invalid username or password
     */
    readonly 'problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - The request does not come from a page of this service
     *     - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     *     - Role admin required
     */
    readonly 'problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description There is a user of this name already */
    readonly 'problem.409.username_taken': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - The password is too short, too long or too common
     *     - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    readonly 'problem.400.invalid_request.malformed_body.malformed_request.password_unacceptable': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The body is larger than 64 KB */
    readonly 'problem.413.body_too_large': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - The body must not be compressed
     *     - The body must be application/json
     */
    readonly 'problem.415.unsupported_content_encoding.unsupported_media_type': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description There is no user of this id */
    readonly 'problem.404.user_not_found': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The last enabled admin can be neither disabled, deleted nor demoted */
    readonly 'problem.409.last_admin': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    readonly 'problem.400.invalid_request.malformed_body.malformed_request': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description There is a context of this code or name already */
    readonly 'problem.409.context_taken': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description There is no such context */
    readonly 'problem.404.context_not_found': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description Tokens are valid for this context */
    readonly 'problem.409.context_in_use': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The next key is not published long enough for all to know it */
    readonly 'problem.409.rotation_too_early': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description There is no signing key of this id */
    readonly 'problem.404.signing_key_not_found': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The signing key is revoked already */
    readonly 'problem.409.signing_key_revoked': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - There is no such setting, or the value is out of its range
     *     - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    readonly 'problem.400.invalid_request.malformed_body.malformed_request.setting_invalid': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description Unknown token */
    readonly 'problem.404.token_not_found': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description There is no session of this id */
    readonly 'problem.404.session_not_found': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description Another number of tokens match than were expected */
    readonly 'problem.409.match_changed': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description There is no incident of this id */
    readonly 'problem.404.incident_not_found': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - The request does not come from a page of this service
     *     - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     */
    readonly 'problem.403.cross_origin_refused.password_change_required.second_factor_required': {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'Cache-Control': components['headers']['Cache-Control'];
        readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: {
    /** @description Names this request in our log: tell it to the operator when something is wrong. */
    readonly 'X-Request-Id': string;
    /** @description A response may hold a token (RFC 6749, section 5.1). */
    readonly 'Cache-Control': 'no-store';
    readonly 'X-Content-Type-Options': 'nosniff';
    /** @description How to authenticate (RFC 9110, section 11.6.1). */
    readonly 'WWW-Authenticate': string;
    /** @description Seconds after which it is worth trying again. */
    readonly 'Retry-After': number;
    /** @description Tells clients not to try again by themselves. */
    readonly 'X-Should-Retry': 'false';
    /** @description The cookie `__Host-tessera`, which no script can read and no other site can have sent. */
    readonly 'Set-Cookie': string;
    readonly Location: string;
    /** @description Tells nginx to pass events on at once. */
    readonly 'X-Accel-Buffering': 'no';
    /** @description For `If-None-Match`. */
    readonly ETag: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readonly createLoginToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "username": "denis",
         *       "password": "j8BDWYrQwDF5u4Yu"
         *     }
         */
        readonly 'application/json': components['schemas']['CreateLoginTokenDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['LoginTokenResponseDto'];
        };
      };
      readonly 400: components['responses']['api2.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['api2.401.credentials_invalid'];
      readonly 403: components['responses']['api2.403.password_change_required.second_factor_required'];
      readonly 409: components['responses']['api2.409.token_limit_reached'];
      readonly 413: components['responses']['api2.413.body_too_large'];
      readonly 415: components['responses']['api2.415.unsupported_content_encoding'];
      readonly 500: components['responses']['api2.500.internal'];
      readonly 503: components['responses']['api2.503.overloaded.unavailable'];
    };
  };
  readonly invalidateLoginTokens: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['LogoutResponseDto'];
        };
      };
      readonly 400: components['responses']['api2.400.authorization_header_required.malformed_body.malformed_request'];
      readonly 401: components['responses']['api2.401.token_invalid'];
      readonly 413: components['responses']['api2.413.body_too_large'];
      readonly 415: components['responses']['api2.415.unsupported_content_encoding'];
      readonly 500: components['responses']['api2.500.internal'];
      readonly 503: components['responses']['api2.503.unavailable'];
    };
  };
  readonly getLoginTimeout: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['TimeoutResponseDto'];
        };
      };
      readonly 400: components['responses']['api2.400.malformed_request'];
      readonly 401: components['responses']['api2.401.credentials_missing.token_invalid'];
      readonly 403: components['responses']['api2.403.role_required'];
      readonly 500: components['responses']['api2.500.internal'];
      readonly 503: components['responses']['api2.503.unavailable'];
    };
  };
  readonly setLoginTimeout: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "timeout_seconds": 172800
         *     }
         */
        readonly 'application/json': components['schemas']['SetTimeoutDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['TimeoutUpdatedResponseDto'];
        };
      };
      readonly 400: components['responses']['api2.400.invalid_request.malformed_body.malformed_request.setting_invalid'];
      readonly 401: components['responses']['api2.401.credentials_missing.token_invalid'];
      readonly 403: components['responses']['api2.403.role_required'];
      readonly 413: components['responses']['api2.413.body_too_large'];
      readonly 415: components['responses']['api2.415.unsupported_content_encoding'];
      readonly 500: components['responses']['api2.500.internal'];
      readonly 503: components['responses']['api2.503.unavailable'];
    };
  };
  readonly listNamedTokens: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['NamedTokenListResponseDto'];
        };
      };
      readonly 400: components['responses']['v1alpha.400.malformed_request'];
      readonly 401: components['responses']['v1alpha.401.credentials_invalid.credentials_missing.password_change_required.second_factor_required'];
      readonly 404: components['responses']['v1alpha.404.no_api_keys'];
      readonly 500: components['responses']['v1alpha.500.internal'];
      readonly 503: components['responses']['v1alpha.503.overloaded.unavailable'];
    };
  };
  readonly createNamedToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "jwt_token_description": "Token specter",
         *       "jwt_token_life": "6 hours"
         *     }
         */
        readonly 'application/json': components['schemas']['CreateNamedTokenDto'];
      };
    };
    readonly responses: {
      /** @description Created */
      readonly 201: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['NamedTokenIssuedResponseDto'];
        };
      };
      readonly 400: components['responses']['v1alpha.400.description_taken_or_blank.invalid_request.lifetime_invalid.malformed_body.malformed_request'];
      readonly 401: components['responses']['v1alpha.401.credentials_invalid.credentials_missing.password_change_required.second_factor_required'];
      readonly 409: components['responses']['v1alpha.409.token_limit_reached'];
      readonly 413: components['responses']['v1alpha.413.body_too_large'];
      readonly 415: components['responses']['v1alpha.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['v1alpha.500.internal'];
      readonly 503: components['responses']['v1alpha.503.overloaded.unavailable'];
    };
  };
  readonly getNamedToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['NamedTokenResponseDto'];
        };
      };
      readonly 400: components['responses']['v1alpha.400.malformed_request'];
      readonly 401: components['responses']['v1alpha.401.credentials_invalid.credentials_missing.password_change_required.second_factor_required'];
      readonly 404: components['responses']['v1alpha.404.api_key_not_found'];
      readonly 500: components['responses']['v1alpha.500.internal'];
      readonly 503: components['responses']['v1alpha.503.overloaded.unavailable'];
    };
  };
  readonly deleteNamedToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['NamedTokenDeletedResponseDto'];
        };
      };
      readonly 400: components['responses']['v1alpha.400.malformed_body.malformed_request'];
      readonly 401: components['responses']['v1alpha.401.credentials_invalid.credentials_missing.password_change_required.second_factor_required'];
      readonly 404: components['responses']['v1alpha.404.api_key_not_found'];
      readonly 413: components['responses']['v1alpha.413.body_too_large'];
      readonly 415: components['responses']['v1alpha.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['v1alpha.500.internal'];
      readonly 503: components['responses']['v1alpha.503.overloaded.unavailable'];
    };
  };
  readonly updateContextToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "context": [
         *         "AddCommentToChangeRequest"
         *       ],
         *       "contextAsCodesArray": [
         *         1,
         *         2
         *       ],
         *       "token": "(token of createContextToken)",
         *       "userId": 2
         *     }
         */
        readonly 'application/json': components['schemas']['UpdateAuthtokenDto'];
      };
    };
    readonly responses: {
      /** @description Changed */
      readonly 204: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['authtokens.400.context_not_found.invalid_request.malformed_body.malformed_request.user_not_found'];
      readonly 401: components['responses']['authtokens.401.credentials_invalid.credentials_missing.token_invalid'];
      readonly 403: components['responses']['authtokens.403.context_not_allowed.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['authtokens.404.token_not_found'];
      readonly 409: components['responses']['authtokens.409.token_limit_reached'];
      readonly 413: components['responses']['authtokens.413.body_too_large'];
      readonly 415: components['responses']['authtokens.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['authtokens.500.internal'];
      readonly 503: components['responses']['authtokens.503.overloaded.unavailable'];
    };
  };
  readonly createContextToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "context": [
         *         "AddCommentToChangeRequest"
         *       ],
         *       "contextAsCodesArray": [
         *         1,
         *         2
         *       ],
         *       "userId": 2
         *     }
         */
        readonly 'application/json': components['schemas']['CreateAuthtokenDto'];
      };
    };
    readonly responses: {
      /** @description Created */
      readonly 201: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AuthtokenIssuedResponseDto'];
        };
      };
      readonly 400: components['responses']['authtokens.400.context_not_found.invalid_request.malformed_body.malformed_request.user_not_found'];
      readonly 401: components['responses']['authtokens.401.credentials_invalid.credentials_missing.token_invalid'];
      readonly 403: components['responses']['authtokens.403.context_not_allowed.password_change_required.role_required.second_factor_required'];
      readonly 409: components['responses']['authtokens.409.token_limit_reached'];
      readonly 413: components['responses']['authtokens.413.body_too_large'];
      readonly 415: components['responses']['authtokens.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['authtokens.500.internal'];
      readonly 503: components['responses']['authtokens.503.overloaded.unavailable'];
    };
  };
  readonly revokeContextToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "token": "(token of createContextToken)"
         *     }
         */
        readonly 'application/json': components['schemas']['RevokeAuthtokenDto'];
      };
    };
    readonly responses: {
      /** @description Revoked */
      readonly 204: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['authtokens.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['authtokens.401.credentials_invalid.credentials_missing.token_invalid'];
      readonly 403: components['responses']['authtokens.403.password_change_required.second_factor_required'];
      readonly 404: components['responses']['authtokens.404.token_not_found'];
      readonly 413: components['responses']['authtokens.413.body_too_large'];
      readonly 415: components['responses']['authtokens.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['authtokens.500.internal'];
      readonly 503: components['responses']['authtokens.503.overloaded.unavailable'];
    };
  };
  readonly listContextTokens: {
    readonly parameters: {
      readonly query?: {
        /** @description The `nextCursor` of the page before. */
        readonly after?: string;
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AuthtokenListResponseDto'];
        };
      };
      readonly 400: components['responses']['authtokens.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['authtokens.401.credentials_invalid.credentials_missing.token_invalid'];
      readonly 403: components['responses']['authtokens.403.password_change_required.second_factor_required'];
      readonly 500: components['responses']['authtokens.500.internal'];
      readonly 503: components['responses']['authtokens.503.overloaded.unavailable'];
    };
  };
  readonly listAvailableContexts: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CatalogueResponseDto'];
        };
      };
      readonly 400: components['responses']['authtokens.400.malformed_request'];
      readonly 401: components['responses']['authtokens.401.credentials_invalid.credentials_missing.token_invalid'];
      readonly 403: components['responses']['authtokens.403.password_change_required.second_factor_required'];
      readonly 500: components['responses']['authtokens.500.internal'];
      readonly 503: components['responses']['authtokens.503.overloaded.unavailable'];
    };
  };
  readonly logIn: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "username": "denis",
         *       "password": "j8BDWYrQwDF5u4Yu"
         *     }
         */
        readonly 'application/json': components['schemas']['LoginDto'];
        /**
         * @example {
         *       "username": "denis",
         *       "password": "j8BDWYrQwDF5u4Yu"
         *     }
         */
        readonly 'application/x-www-form-urlencoded': components['schemas']['LoginDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['LoginTokensResponseDto'] | components['schemas']['ChallengeResponseDto'];
        };
      };
      readonly 400: components['responses']['v1.400.malformed_request'];
      readonly 401: components['responses']['v1.401.credentials_invalid'];
      readonly 409: components['responses']['v1.409.token_limit_reached'];
      readonly 413: components['responses']['v1.413.body_too_large'];
      readonly 415: components['responses']['v1.415.unsupported_content_encoding'];
      readonly 422: components['responses']['v1.422.invalid_request.malformed_body.unsupported_media_type'];
      readonly 500: components['responses']['v1.500.internal'];
      readonly 503: components['responses']['v1.503.overloaded.unavailable'];
    };
  };
  readonly refreshTokens: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "username": "denis",
         *       "refresh_token": "(refresh_token of logIn)"
         *     }
         */
        readonly 'application/json': components['schemas']['TokenRefreshDto'];
        /**
         * @example {
         *       "username": "denis",
         *       "refresh_token": "(refresh_token of logIn)"
         *     }
         */
        readonly 'application/x-www-form-urlencoded': components['schemas']['TokenRefreshDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AccessTokensResponseDto'];
        };
      };
      readonly 400: components['responses']['v1.400.malformed_request'];
      readonly 401: components['responses']['v1.401.session_invalid'];
      readonly 409: components['responses']['v1.409.token_limit_reached'];
      readonly 413: components['responses']['v1.413.body_too_large'];
      readonly 415: components['responses']['v1.415.unsupported_content_encoding'];
      readonly 422: components['responses']['v1.422.invalid_request.malformed_body.unsupported_media_type'];
      readonly 429: components['responses']['v1.429.refresh_limit_exceeded'];
      readonly 500: components['responses']['v1.500.internal'];
      readonly 503: components['responses']['v1.503.unavailable'];
    };
  };
  readonly revokeSession: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "refresh_token": "(refresh_token of logIn)"
         *     }
         */
        readonly 'application/json': components['schemas']['TokenRevokeDto'];
        /**
         * @example {
         *       "refresh_token": "(refresh_token of logIn)"
         *     }
         */
        readonly 'application/x-www-form-urlencoded': components['schemas']['TokenRevokeDto'];
      };
    };
    readonly responses: {
      /** @description Ended */
      readonly 204: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['v1.400.malformed_request'];
      readonly 401: components['responses']['v1.401.token_invalid'];
      readonly 413: components['responses']['v1.413.body_too_large'];
      readonly 415: components['responses']['v1.415.unsupported_content_encoding'];
      readonly 422: components['responses']['v1.422.invalid_request.malformed_body.unsupported_media_type'];
      readonly 500: components['responses']['v1.500.internal'];
      readonly 503: components['responses']['v1.503.unavailable'];
    };
  };
  readonly forgotPassword: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "username": "denis"
         *     }
         */
        readonly 'application/json': components['schemas']['ForgotPasswordDto'];
        /**
         * @example {
         *       "username": "denis"
         *     }
         */
        readonly 'application/x-www-form-urlencoded': components['schemas']['ForgotPasswordDto'];
      };
    };
    readonly responses: {
      /** @description Sent where there is such an account; nobody learns whether there is */
      readonly 204: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['v1.400.malformed_request'];
      readonly 413: components['responses']['v1.413.body_too_large'];
      readonly 415: components['responses']['v1.415.unsupported_content_encoding'];
      readonly 422: components['responses']['v1.422.invalid_request.malformed_body.unsupported_media_type'];
      readonly 429: components['responses']['v1.429.too_many_attempts'];
      readonly 500: components['responses']['v1.500.internal'];
      readonly 503: components['responses']['v1.503.unavailable'];
    };
  };
  readonly confirmForgotPassword: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "username": "denis",
         *       "password": "b2BDWZrQwDF5u4Yu",
         *       "confirmation_code": "(code of the mail)"
         *     }
         */
        readonly 'application/json': components['schemas']['ForgotPasswordConfirmDto'];
        /**
         * @example {
         *       "username": "denis",
         *       "password": "b2BDWZrQwDF5u4Yu",
         *       "confirmation_code": "(code of the mail)"
         *     }
         */
        readonly 'application/x-www-form-urlencoded': components['schemas']['ForgotPasswordConfirmDto'];
      };
    };
    readonly responses: {
      /** @description Set */
      readonly 204: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['v1.400.malformed_request'];
      readonly 401: components['responses']['v1.401.confirmation_code_invalid'];
      readonly 413: components['responses']['v1.413.body_too_large'];
      readonly 415: components['responses']['v1.415.unsupported_content_encoding'];
      readonly 422: components['responses']['v1.422.invalid_request.malformed_body.password_unacceptable.unsupported_media_type'];
      readonly 429: components['responses']['v1.429.too_many_attempts'];
      readonly 500: components['responses']['v1.500.internal'];
      readonly 503: components['responses']['v1.503.overloaded.unavailable'];
    };
  };
  readonly changePassword: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "access_token": "(access_token of logIn)",
         *       "previous_password": "j8BDWYrQwDF5u4Yu",
         *       "proposed_password": "b2BDWZrQwDF5u4Yu"
         *     }
         */
        readonly 'application/json': components['schemas']['ChangePasswordDto'];
        /**
         * @example {
         *       "access_token": "(access_token of logIn)",
         *       "previous_password": "j8BDWYrQwDF5u4Yu",
         *       "proposed_password": "b2BDWZrQwDF5u4Yu"
         *     }
         */
        readonly 'application/x-www-form-urlencoded': components['schemas']['ChangePasswordDto'];
      };
    };
    readonly responses: {
      /** @description Changed */
      readonly 204: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['v1.400.malformed_request'];
      readonly 401: components['responses']['v1.401.credentials_invalid'];
      readonly 413: components['responses']['v1.413.body_too_large'];
      readonly 415: components['responses']['v1.415.unsupported_content_encoding'];
      readonly 422: components['responses']['v1.422.invalid_request.malformed_body.password_unacceptable.unsupported_media_type'];
      readonly 500: components['responses']['v1.500.internal'];
      readonly 503: components['responses']['v1.503.overloaded.unavailable'];
    };
  };
  readonly setRequiredPassword: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "session": "(session of logIn)",
         *       "username": "denis",
         *       "new_password": "b2BDWZrQwDF5u4Yu"
         *     }
         */
        readonly 'application/json': components['schemas']['NewPasswordRequiredDto'];
        /**
         * @example {
         *       "session": "(session of logIn)",
         *       "username": "denis",
         *       "new_password": "b2BDWZrQwDF5u4Yu"
         *     }
         */
        readonly 'application/x-www-form-urlencoded': components['schemas']['NewPasswordRequiredDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['LoginTokensResponseDto'] | components['schemas']['ChallengeResponseDto'];
        };
      };
      readonly 400: components['responses']['v1.400.malformed_request'];
      readonly 401: components['responses']['v1.401.session_invalid'];
      readonly 409: components['responses']['v1.409.token_limit_reached'];
      readonly 413: components['responses']['v1.413.body_too_large'];
      readonly 415: components['responses']['v1.415.unsupported_content_encoding'];
      readonly 422: components['responses']['v1.422.invalid_request.malformed_body.password_unacceptable.unsupported_media_type'];
      readonly 500: components['responses']['v1.500.internal'];
      readonly 503: components['responses']['v1.503.overloaded.unavailable'];
    };
  };
  readonly associateSoftwareToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "access_token": "(access_token of logIn)"
         *     }
         */
        readonly 'application/json': components['schemas']['AssociateSoftwareTokenDto'];
        /**
         * @example {
         *       "access_token": "(access_token of logIn)"
         *     }
         */
        readonly 'application/x-www-form-urlencoded': components['schemas']['AssociateSoftwareTokenDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SoftwareTokenResponseDto'];
        };
      };
      readonly 400: components['responses']['v1.400.malformed_request'];
      readonly 401: components['responses']['v1.401.reauthentication_required.session_invalid.token_invalid'];
      readonly 413: components['responses']['v1.413.body_too_large'];
      readonly 415: components['responses']['v1.415.unsupported_content_encoding'];
      readonly 422: components['responses']['v1.422.invalid_request.malformed_body.unsupported_media_type'];
      readonly 500: components['responses']['v1.500.internal'];
      readonly 503: components['responses']['v1.503.overloaded.unavailable'];
    };
  };
  readonly verifySoftwareToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "access_token": "(access_token of logIn)",
         *       "user_code": "(code of the app)",
         *       "friendly_device_name": "My phone"
         *     }
         */
        readonly 'application/json': components['schemas']['VerifySoftwareTokenDto'];
        /**
         * @example {
         *       "access_token": "(access_token of logIn)",
         *       "user_code": "(code of the app)",
         *       "friendly_device_name": "My phone"
         *     }
         */
        readonly 'application/x-www-form-urlencoded': components['schemas']['VerifySoftwareTokenDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SoftwareTokenVerifiedResponseDto'];
        };
      };
      readonly 400: components['responses']['v1.400.malformed_request'];
      readonly 401: components['responses']['v1.401.confirmation_code_invalid.reauthentication_required.session_invalid.token_invalid'];
      readonly 413: components['responses']['v1.413.body_too_large'];
      readonly 415: components['responses']['v1.415.unsupported_content_encoding'];
      readonly 422: components['responses']['v1.422.invalid_request.malformed_body.unsupported_media_type'];
      readonly 500: components['responses']['v1.500.internal'];
      readonly 503: components['responses']['v1.503.overloaded.unavailable'];
    };
  };
  readonly respondToAuthChallenge: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "challenge_name": "SOFTWARE_TOKEN_MFA",
         *       "session": "(session of logIn)",
         *       "username": "denis",
         *       "software_token_mfa_code": "(code of the app)"
         *     }
         */
        readonly 'application/json': components['schemas']['RespondToAuthChallengeDto'];
        /**
         * @example {
         *       "challenge_name": "SOFTWARE_TOKEN_MFA",
         *       "session": "(session of logIn)",
         *       "username": "denis",
         *       "software_token_mfa_code": "(code of the app)"
         *     }
         */
        readonly 'application/x-www-form-urlencoded': components['schemas']['RespondToAuthChallengeDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['FactorLoginResponseDto'];
        };
      };
      readonly 400: components['responses']['v1.400.malformed_request'];
      readonly 401: components['responses']['v1.401.confirmation_code_invalid.credentials_invalid.session_invalid'];
      readonly 409: components['responses']['v1.409.token_limit_reached'];
      readonly 413: components['responses']['v1.413.body_too_large'];
      readonly 415: components['responses']['v1.415.unsupported_content_encoding'];
      readonly 422: components['responses']['v1.422.invalid_request.malformed_body.unsupported_media_type'];
      readonly 500: components['responses']['v1.500.internal'];
      readonly 503: components['responses']['v1.503.unavailable'];
    };
  };
  readonly introspectToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "token": "(token of createLoginToken)"
         *     }
         */
        readonly 'application/x-www-form-urlencoded': components['schemas']['TokenRequestDto'];
        /**
         * @example {
         *       "token": "(token of createLoginToken)"
         *     }
         */
        readonly 'application/json': components['schemas']['TokenRequestDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IntrospectionResponseDto'];
        };
      };
      readonly 400: components['responses']['oauth2.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['oauth2.401.credentials_invalid.credentials_missing.token_invalid'];
      readonly 403: components['responses']['oauth2.403.password_change_required.role_required.second_factor_required'];
      readonly 413: components['responses']['oauth2.413.body_too_large'];
      readonly 415: components['responses']['oauth2.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['oauth2.500.internal'];
      readonly 503: components['responses']['oauth2.503.overloaded.unavailable'];
    };
  };
  readonly revokeToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "token": "(token of createLoginToken)"
         *     }
         */
        readonly 'application/x-www-form-urlencoded': components['schemas']['TokenRequestDto'];
        /**
         * @example {
         *       "token": "(token of createLoginToken)"
         *     }
         */
        readonly 'application/json': components['schemas']['TokenRequestDto'];
      };
    };
    readonly responses: {
      /** @description The token is not active, whether or not it ever was */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['oauth2.400.invalid_request.malformed_body.malformed_request'];
      readonly 413: components['responses']['oauth2.413.body_too_large'];
      readonly 415: components['responses']['oauth2.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['oauth2.500.internal'];
      readonly 503: components['responses']['oauth2.503.unavailable'];
    };
  };
  readonly verifyRequest: {
    readonly parameters: {
      readonly query?: {
        /** @description The context that the token must be valid for; `*` stands for any. Without it no context token passes. */
        readonly context?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Let it pass */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          /** @description The user name, percent-encoded but for visible ASCII. */
          readonly 'X-Auth-User': string;
          readonly 'X-Auth-User-Id': string;
          /** @description The role that the user has now; `none` for a context token. */
          readonly 'X-Auth-Role': 'admin' | 'auditor' | 'viewer' | 'service' | 'none';
          /** @description The contexts of a context token, with spaces between; `*` for any other token. */
          readonly 'X-Auth-Contexts': string;
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['oauth2.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['oauth2.401.authorization_header_required.token_invalid'];
      readonly 403: components['responses']['oauth2.403.context_missing'];
      readonly 500: components['responses']['oauth2.500.internal'];
      readonly 503: components['responses']['oauth2.503.unavailable'];
    };
  };
  readonly getJwks: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of the copy that the caller has. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': 'public, max-age=300';
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['JwksResponseDto'];
        };
      };
      /** @description The copy that the caller has is still right */
      readonly 304: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': 'public, max-age=300';
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.unavailable'];
    };
  };
  readonly getServerMetadata: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['MetadataResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.unavailable'];
    };
  };
  readonly getStatusList: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of the copy that the caller has. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly number: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A JWT */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': 'public, no-cache';
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/statuslist+jwt': string;
        };
      };
      /** @description The copy that the caller has is still right */
      readonly 304: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': 'public, no-cache';
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 404: components['responses']['problem.404.status_list_not_found'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.unavailable'];
    };
  };
  readonly followRevocations: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Go on where an earlier stream ended. */
        readonly 'Last-Event-ID'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A stream without an end */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly 'X-Accel-Buffering': components['headers']['X-Accel-Buffering'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/event-stream': string;
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.second_factor_required'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly getAuditCheckpoint: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A signed note */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/plain': string;
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.unavailable'];
    };
  };
  readonly getAuditKey: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description name+id+key */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/plain': string;
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.unavailable'];
    };
  };
  readonly getConsoleSession: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ConsoleSessionResponseDto'];
        };
      };
      readonly 400: components['responses']['console.400.malformed_request'];
      readonly 401: components['responses']['console.401.credentials_missing.login_required'];
      readonly 500: components['responses']['console.500.internal'];
      readonly 503: components['responses']['console.503.unavailable'];
    };
  };
  readonly openConsoleSession: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "username": "denis",
         *       "password": "j8BDWYrQwDF5u4Yu"
         *     }
         */
        readonly 'application/json': components['schemas']['OpenConsoleSessionDto'];
      };
    };
    readonly responses: {
      /** @description Created */
      readonly 201: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly 'Set-Cookie': components['headers']['Set-Cookie'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OpenedConsoleSessionResponseDto'];
        };
      };
      readonly 400: components['responses']['console.400.invalid_request.malformed_body.malformed_request.password_unacceptable'];
      readonly 401: components['responses']['console.401.confirmation_code_invalid.credentials_invalid'];
      readonly 403: components['responses']['console.403.cross_origin_refused.password_change_required.second_factor_required'];
      readonly 413: components['responses']['console.413.body_too_large'];
      readonly 415: components['responses']['console.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['console.500.internal'];
      readonly 503: components['responses']['console.503.overloaded.unavailable'];
    };
  };
  readonly endConsoleSession: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The session has ended */
      readonly 204: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly 'Set-Cookie': components['headers']['Set-Cookie'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['console.400.malformed_body.malformed_request'];
      readonly 401: components['responses']['console.401.credentials_missing.login_required'];
      readonly 403: components['responses']['console.403.cross_origin_refused'];
      readonly 413: components['responses']['console.413.body_too_large'];
      readonly 415: components['responses']['console.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['console.500.internal'];
      readonly 503: components['responses']['console.503.unavailable'];
    };
  };
  readonly reauthenticateConsoleSession: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "password": "j8BDWYrQwDF5u4Yu"
         *     }
         */
        readonly 'application/json': components['schemas']['ReauthenticateDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ConsoleSessionResponseDto'];
        };
      };
      readonly 400: components['responses']['console.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['console.401.credentials_invalid.credentials_missing.login_required'];
      readonly 403: components['responses']['console.403.cross_origin_refused'];
      readonly 413: components['responses']['console.413.body_too_large'];
      readonly 415: components['responses']['console.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['console.500.internal'];
      readonly 503: components['responses']['console.503.overloaded.unavailable'];
    };
  };
  readonly listAuditEvents: {
    readonly parameters: {
      readonly query?: {
        readonly action?:
          | 'user.created'
          | 'user.updated'
          | 'user.enabled'
          | 'user.disabled'
          | 'user.role_changed'
          | 'user.contexts_changed'
          | 'user.deleted'
          | 'user.password_changed'
          | 'user.password_reset'
          | 'user.password_rehashed'
          | 'user.temporary_password_set'
          | 'user.second_factor_begun'
          | 'user.second_factor_enabled'
          | 'user.second_factor_reset'
          | 'user.second_factor_requirement_changed'
          | 'user.recovery_code_used'
          | 'login.refused'
          | 'login.challenged'
          | 'password_reset.requested'
          | 'password_reset.refused'
          | 'session.opened'
          | 'session.refreshed'
          | 'session.ended'
          | 'token.issued'
          | 'token.changed'
          | 'token.revoked'
          | 'token.reauthenticated'
          | 'tokens.revoked_of_user'
          | 'tokens.revoked_of_key'
          | 'tokens.suspended_by_match'
          | 'tokens.revoked_by_match'
          | 'tokens.restored_by_match'
          | 'incident.ended'
          | 'tokens.listed'
          | 'tokens.resealed'
          | 'factors.resealed'
          | 'context.created'
          | 'context.updated'
          | 'context.deleted'
          | 'key.published'
          | 'key.rotated'
          | 'key.revoked'
          | 'key.deleted'
          | 'key.resealed'
          | 'settings.changed'
          | 'expired.deleted'
          | 'audit.epoch_started'
          | 'audit.exported'
          | 'audit.payloads_dropped';
        /** @description An id or a user name. */
        readonly actor?: string;
        /** @description An id or a name. */
        readonly target?: string;
        readonly outcome?: 'success' | 'refused';
        readonly requestId?: string;
        /** @description Later than this time; or the `next` of the page before. */
        readonly after?: string;
        /** @description Earlier than this time (RFC 3339). */
        readonly before?: string;
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AuditEventPageResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly getAuditEvent: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AuditEventResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.audit_event_not_found'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly proveAuditEvent: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EventProofResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.audit_event_not_found'];
      readonly 409: components['responses']['problem.409.audit_event_not_sealed'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly proveAuditGrowth: {
    readonly parameters: {
      readonly query: {
        readonly first: number;
        /** @description The present size by default. */
        readonly second?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['GrowthProofResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly exportAuditLog: {
    readonly parameters: {
      readonly query?: {
        /** @description The first leaf. */
        readonly first?: number;
        /** @description The last leaf. */
        readonly last?: number;
        /** @description The newest by default. */
        readonly epoch?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description An event a line, and the checkpoint that signs them in the last */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/jsonl': string;
          readonly 'application/vnd.ocsf+json': string;
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly listUsers: {
    readonly parameters: {
      readonly query?: {
        /** @description The beginning of the user name, full name or e-mail, in any case. */
        readonly query?: string;
        readonly role?: 'admin' | 'auditor' | 'viewer' | 'service';
        readonly enabled?: boolean;
        readonly source?: 'local';
        /** @description The `next` of the page before. */
        readonly after?: string;
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['UserPageResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly createUser: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "username": "denis",
         *       "password": "j8BDWYrQwDF5u4Yu",
         *       "role": "viewer",
         *       "fullName": "Denis Weber",
         *       "email": "denis@example.com"
         *     }
         */
        readonly 'application/json': components['schemas']['CreateUserDto'];
      };
    };
    readonly responses: {
      /** @description Created */
      readonly 201: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['UserResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request.password_unacceptable'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      readonly 409: components['responses']['problem.409.username_taken'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly getUser: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['UserResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.user_not_found'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly deleteUser: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Deleted */
      readonly 204: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.user_not_found'];
      readonly 409: components['responses']['problem.409.last_admin'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly updateUser: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "fullName": "Denis Weber-Lang"
         *     }
         */
        readonly 'application/json': components['schemas']['UpdateUserDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['UserResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request.password_unacceptable'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.user_not_found'];
      readonly 409: components['responses']['problem.409.last_admin'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly revokeUserTokens: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RevokedTokensResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.user_not_found'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly listContexts: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ContextListResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly createContext: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "code": 3,
         *       "name": "CloseChangeRequest",
         *       "description": "Close a change request"
         *     }
         */
        readonly 'application/json': components['schemas']['CreateContextDto'];
      };
    };
    readonly responses: {
      /** @description Created */
      readonly 201: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ContextResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      readonly 409: components['responses']['problem.409.context_taken'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly deleteContext: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly code: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Deleted */
      readonly 204: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.context_not_found'];
      readonly 409: components['responses']['problem.409.context_in_use'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly updateContext: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly code: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "name": "CloseChangeRequest",
         *       "description": "Close a change request"
         *     }
         */
        readonly 'application/json': components['schemas']['UpdateContextDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ContextResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.context_not_found'];
      readonly 409: components['responses']['problem.409.context_taken'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly getAllowedContexts: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AllowedContextsResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.user_not_found'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly setAllowedContexts: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "allowed": [
         *         "AddCommentToChangeRequest"
         *       ]
         *     }
         */
        readonly 'application/json': components['schemas']['AllowedContextsDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AllowedContextsResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.user_not_found'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly listContextHolders: {
    readonly parameters: {
      readonly query?: {
        /** @description The `next` of the page before. */
        readonly after?: string;
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path: {
        readonly code: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ContextHolderPageResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.context_not_found'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly explainToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "token": "not-a-token"
         *     }
         */
        readonly 'application/json': components['schemas']['ExplainTokenDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ExplanationResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly search: {
    readonly parameters: {
      readonly query: {
        /** @description A user name, full name or e-mail address, or the id of a user, token, session or request. */
        readonly q: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SearchResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly getOverview: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OverviewResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly listSigningKeys: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SigningKeyPageResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly rotateSigningKeys: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SigningKeyPageResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      readonly 409: components['responses']['problem.409.rotation_too_early'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly revokeSigningKey: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "reason": "Its file was on a stolen laptop"
         *     }
         */
        readonly 'application/json': components['schemas']['RevokeSigningKeyDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RevokedSigningKeyResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.signing_key_not_found'];
      readonly 409: components['responses']['problem.409.signing_key_revoked'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly getSettings: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SettingsResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly updateSettings: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "api2TokenSeconds": 86400,
         *       "v1AccessTokenSeconds": 86400,
         *       "maxTokensPerUser": 10000,
         *       "auditRetentionDays": 36500,
         *       "endedTokenRetentionDays": 30
         *     }
         */
        readonly 'application/json': components['schemas']['UpdateSettingsDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SettingsResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request.setting_invalid'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly listTokens: {
    readonly parameters: {
      readonly query?: {
        /** @description One or several, with commas between, of login, api_key, context, session_access, session_id, session_refresh, console. */
        readonly kind?: string;
        readonly userId?: number;
        readonly username?: string;
        readonly sessionId?: string;
        readonly status?: 'active' | 'suspended' | 'expired' | 'revoked';
        /** @description The name of a context that the token itself lists. */
        readonly context?: string;
        /** @description What the owner calls it, to the letter. */
        readonly description?: string;
        /** @description Later than this. */
        readonly issuedAfter?: string;
        /** @description Earlier than this. */
        readonly issuedBefore?: string;
        /** @description Later than this; tokens that never expire are not among them. */
        readonly expiresAfter?: string;
        /** @description Earlier than this. */
        readonly expiresBefore?: string;
        /** @description Last used later than this. */
        readonly usedAfter?: string;
        /** @description Neither used nor issued since. */
        readonly unusedSince?: string;
        /** @description Where it was issued to: an address, or a network such as 192.0.2.0/24. */
        readonly address?: string;
        /** @description The id of the key that signed it. */
        readonly keyId?: number;
        /** @description The `next` of the page before. */
        readonly after?: string;
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['TokenPageResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly getToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['TokenResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.token_not_found'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly endToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "reason": "The laptop was stolen"
         *     }
         */
        readonly 'application/json': components['schemas']['EndDto'];
      };
    };
    readonly responses: {
      /** @description Ended */
      readonly 204: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.token_not_found'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly listSessions: {
    readonly parameters: {
      readonly query?: {
        readonly userId?: number;
        readonly username?: string;
        readonly status?: 'active' | 'suspended' | 'expired' | 'revoked';
        /** @description Later than this. */
        readonly issuedAfter?: string;
        /** @description Earlier than this. */
        readonly issuedBefore?: string;
        /** @description Where it was issued to: an address, or a network such as 192.0.2.0/24. */
        readonly address?: string;
        /** @description The `next` of the page before. */
        readonly after?: string;
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SessionPageResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly endSession: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "reason": "The laptop was stolen"
         *     }
         */
        readonly 'application/json': components['schemas']['EndDto'];
      };
    };
    readonly responses: {
      /** @description Ended */
      readonly 204: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.session_not_found'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly listSecondFactors: {
    readonly parameters: {
      readonly query?: {
        /** @description The `next` of the page before. */
        readonly after?: string;
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['FactorPageResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly getSecondFactorRoles: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SecondFactorRolesDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly setSecondFactorRoles: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "roles": [
         *         "auditor"
         *       ]
         *     }
         */
        readonly 'application/json': components['schemas']['SecondFactorRolesDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SecondFactorRolesDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly getSecondFactor: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SecondFactorResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.user_not_found'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly requireSecondFactor: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "required": true
         *     }
         */
        readonly 'application/json': components['schemas']['RequireSecondFactorDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SecondFactorResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.user_not_found'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly resetSecondFactor: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Removed, or there was none */
      readonly 204: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.user_not_found'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly listIncidents: {
    readonly parameters: {
      readonly query?: {
        /** @description The `next` of the page before. */
        readonly after?: string;
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentPageResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly createIncident: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "match": {
         *         "kind": "login",
         *         "issuedBefore": "2026-01-31T08:00:00Z"
         *       },
         *       "action": "suspend",
         *       "dryRun": true
         *     }
         */
        readonly 'application/json': components['schemas']['CreateIncidentDto'];
      };
    };
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentPreviewResponseDto'];
        };
      };
      /** @description Accepted */
      readonly 202: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentBegunResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      readonly 409: components['responses']['problem.409.match_changed'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly getIncident: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.incident_not_found'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly listOwnTokens: {
    readonly parameters: {
      readonly query?: {
        readonly status?: 'active' | 'suspended' | 'expired' | 'revoked';
        /** @description The `next` of the page before. */
        readonly after?: string;
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['TokenPageResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.second_factor_required'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly endOwnToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Ended */
      readonly 204: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.token_not_found'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly listOwnSessions: {
    readonly parameters: {
      readonly query?: {
        readonly status?: 'active' | 'suspended' | 'expired' | 'revoked';
        /** @description The `next` of the page before. */
        readonly after?: string;
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SessionPageResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.password_change_required.second_factor_required'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly endOwnSession: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Ended */
      readonly 204: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      readonly 401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      readonly 403: components['responses']['problem.403.cross_origin_refused.password_change_required.second_factor_required'];
      readonly 404: components['responses']['problem.404.session_not_found'];
      readonly 413: components['responses']['problem.413.body_too_large'];
      readonly 415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  readonly getLiveness: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['HealthResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.unavailable'];
    };
  };
  readonly getReadiness: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description OK */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReadinessResponseDto'];
        };
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 500: components['responses']['problem.500.internal'];
      /** @description Not ready; `checks` says what fails */
      readonly 503: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReadinessResponseDto'];
        };
      };
    };
  };
  readonly openDocumentation: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description To `/console` or `/docs` */
      readonly 302: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'Cache-Control': components['headers']['Cache-Control'];
          readonly 'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          readonly Location: components['headers']['Location'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['problem.400.invalid_request.malformed_request'];
      readonly 500: components['responses']['problem.500.internal'];
      readonly 503: components['responses']['problem.503.unavailable'];
    };
  };
}
