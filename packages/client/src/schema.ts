/** Made from openapi.json by `npm run client:write`. */
export interface paths {
  '/api2/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Log in with a password and get one JWT */
    post: operations['createLoginToken'];
    /** End every login token of the caller, on all devices */
    delete: operations['invalidateLoginTokens'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api2/token/timeout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the lifetime of new login tokens
     * @description Needs the role `admin`.
     */
    get: operations['getLoginTimeout'];
    /**
     * Set the lifetime of login tokens issued from now on
     * @description Needs the role `admin`.
     */
    put: operations['setLoginTimeout'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1alpha/token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the caller's tokens, expired ones too
     * @description Alias: `/v1alpha/token` is the same.
     */
    get: operations['listNamedTokens'];
    put?: never;
    /**
     * Issue a named token
     * @description Alias: `/v1alpha/token` is the same.
     */
    post: operations['createNamedToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1alpha/token/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get one of the caller's tokens
     * @description Alias: `/v1alpha/token/{id}` is the same.
     */
    get: operations['getNamedToken'];
    put?: never;
    post?: never;
    /**
     * Delete one of the caller's tokens; it is refused at once
     * @description Alias: `/v1alpha/token/{id}` is the same.
     */
    delete: operations['deleteNamedToken'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/authtokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Change the user or the contexts of a token; its text stays
     * @description Alias: `/authtokens` is the same.
     */
    put: operations['updateContextToken'];
    /**
     * Issue a token for some contexts in a user's name
     * @description Alias: `/authtokens` is the same.
     */
    post: operations['createContextToken'];
    /**
     * Revoke a token
     * @description Alias: `/authtokens` is the same.
     */
    delete: operations['revokeContextToken'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/authtokens/json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List tokens in clear: all of them for an admin (audited), their own for anybody else
     * @description Without `limit` the list is whole, and streams.
     *
     *     Alias: `/authtokens/json` is the same.
     */
    get: operations['listContextTokens'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/authtokens/context/json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List all contexts in the order of their codes
     * @description Alias: `/authtokens/context/json` is the same.
     */
    get: operations['listAvailableContexts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Log in, or be told what comes first: a new password, a code */
    post: operations['logIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/token-refresh': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Get another access and id token */
    post: operations['refreshTokens'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/token-revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End a session with all its tokens */
    post: operations['revokeSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/forgot-password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Have a confirmation code sent by mail */
    post: operations['forgotPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/forgot-password-confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Set a new password with a confirmation code */
    post: operations['confirmForgotPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/change-password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Change the password; all logins end but this one */
    post: operations['changePassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/new-password-required': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Set the password that a login requires, and log in */
    post: operations['setRequiredPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/associate-software-token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin to set up an authenticator app */
    post: operations['associateSoftwareToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/verify-software-token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Confirm the authenticator app by its first code; from then on each login needs one */
    post: operations['verifySoftwareToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/respond-to-auth-challenge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Log in by the code that a login asks for */
    post: operations['respondToAuthChallenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/oauth2/introspect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tell what a token of any kind is (RFC 7662)
     * @description Needs the role `service` or `admin`.
     */
    post: operations['introspectToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/oauth2/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Revoke a token, by possession of it (RFC 7009) */
    post: operations['revokeToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tell a proxy in front of a service whether to let a request pass */
    get: operations['verifyRequest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/.well-known/jwks.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get the public keys: the next, the current, and the retired that tokens still need (RFC 7517) */
    get: operations['getJwks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/.well-known/oauth-authorization-server': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tell programs what this server does (RFC 8414) */
    get: operations['getServerMetadata'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/status-lists/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get the statuses of tokens, two bits each, 2^20 to a list, signed (IETF Token Status List) */
    get: operations['getStatusList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/revocations/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Follow revocations and suspensions as they happen, as server-sent events
     * @description Events are `revoked` of `{"uri", "idx": []}`, with `"suspended": true` where the tokens may come back, `restored` of the same, `key_revoked` of `{"kid"}`, and `reset`: read the lists and keys again. Whoever sends credentials takes none of the places that are for anyone.
     */
    get: operations['followRevocations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/audit/checkpoint': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get the last checkpoint of the audit log (c2sp.org/tlog-checkpoint) */
    get: operations['getAuditCheckpoint'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/audit/key': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get the key that verifies the checkpoints (c2sp.org/signed-note) */
    get: operations['getAuditKey'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/console/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get whose session it is */
    get: operations['getConsoleSession'];
    put?: never;
    /** Log in with a password and get a cookie */
    post: operations['openConsoleSession'];
    /** Log out: end the session on the server */
    delete: operations['endConsoleSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/console/session/reauthenticate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send the password again, for acts that want it sent within 5 minutes */
    post: operations['reauthenticateConsoleSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/audit/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Search the audit log, the newest events first
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['listAuditEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/audit/events/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get one event
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['getAuditEvent'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/audit/events/{id}/proof': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the proof that an event is in the log (RFC 9162, section 2.1.3)
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['proveAuditEvent'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/audit/consistency': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the proof that the log only grew from one size to another (RFC 9162, section 2.1.4)
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['proveAuditGrowth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/audit/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Export the log so that it can be verified elsewhere
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['exportAuditLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List users, in the order of their ids; with a query, of what was found
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['listUsers'];
    put?: never;
    /**
     * Create a user
     * @description Needs the role `admin`.
     */
    post: operations['createUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/users/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get one user
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['getUser'];
    put?: never;
    post?: never;
    /**
     * Delete a user; all their tokens end
     * @description Needs the role `admin`.
     */
    delete: operations['deleteUser'];
    options?: never;
    head?: never;
    /**
     * Change a user; disabling them ends all their tokens
     * @description Needs the role `admin`.
     */
    patch: operations['updateUser'];
    trace?: never;
  };
  '/admin/users/{id}/revoke-tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End every token of a user, of every kind
     * @description Needs the role `admin`.
     */
    post: operations['revokeUserTokens'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/contexts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the contexts that tokens can have
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['listContexts'];
    put?: never;
    /**
     * Create a context
     * @description Needs the role `admin`.
     */
    post: operations['createContext'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/contexts/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete a context that no token has
     * @description Needs the role `admin`.
     */
    delete: operations['deleteContext'];
    options?: never;
    head?: never;
    /**
     * Rename or describe a context; its tokens stay valid
     * @description Needs the role `admin`.
     */
    patch: operations['updateContext'];
    trace?: never;
  };
  '/admin/users/{id}/contexts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the contexts that a user may have
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['getAllowedContexts'];
    /**
     * Set the contexts that a user may have; no context token of theirs does anything else from now on
     * @description Needs the role `admin`.
     */
    put: operations['setAllowedContexts'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/contexts/{code}/holders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List who may do this now, and by which tokens
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['listContextHolders'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/explain': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say why a text is accepted or refused as a token
     * @description Needs the role `admin`.
     */
    post: operations['explainToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Find users by the beginning of their names and addresses, and anything by its id
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['search'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * See what is alive, what happened in the last 24 hours, and what should be mended
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['getOverview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/signing-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the signing keys, from the newest on
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['listSigningKeys'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/signing-keys/rotate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign with the next key from now on; every token stays active
     * @description Needs the role `admin`.
     */
    post: operations['rotateSigningKeys'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/signing-keys/{id}/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End everything that a key signed, within a second everywhere; another signs at once
     * @description Needs the role `admin`.
     */
    post: operations['revokeSigningKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get every setting that persists, with its range
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['getSettings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change settings, all that are named or none; what was issued before keeps its end
     * @description Needs the role `admin`.
     */
    patch: operations['updateSettings'];
    trace?: never;
  };
  '/admin/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List tokens of every kind, active or ended, the latest first
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['listTokens'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/tokens/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get one token
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['getToken'];
    put?: never;
    post?: never;
    /**
     * End one token; a refresh token with its session
     * @description Needs the role `admin`.
     */
    delete: operations['endToken'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List login sessions, active or ended, the latest first
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['listSessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * End a login session with all its tokens
     * @description Needs the role `admin`.
     */
    delete: operations['endSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/second-factors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List who has a second factor
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['listSecondFactors'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/second-factors/roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the roles that a second factor is required of
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['getSecondFactorRoles'];
    /**
     * Set the roles that a second factor is required of, from the next login on
     * @description Needs the role `admin`.
     */
    put: operations['setSecondFactorRoles'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/users/{id}/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the second factor of a user
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['getSecondFactor'];
    /**
     * Say whether a user must have a second factor, from the next login on
     * @description Needs the role `admin`.
     */
    put: operations['requireSecondFactor'];
    post?: never;
    /**
     * Remove the second factor of a user with their recovery codes; they are told by mail
     * @description Needs the role `admin`.
     */
    delete: operations['resetSecondFactor'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/revocations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List incidents, the newest first
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['listIncidents'];
    put?: never;
    /**
     * Suspend, revoke or restore all tokens that match, or see beforehand which they are
     * @description Every instance and every local verifier refuses them, or accepts them again, within seconds.
     *
     *     Needs the role `admin`.
     */
    post: operations['createIncident'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/admin/revocations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get one incident
     * @description Needs the role `admin` or `auditor`.
     */
    get: operations['getIncident'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/me/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the caller's tokens, the latest first */
    get: operations['listOwnTokens'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/me/tokens/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End one of the caller's tokens; a refresh token with its session */
    delete: operations['endOwnToken'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/me/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the caller's login sessions, the latest first */
    get: operations['listOwnSessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/me/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End one of the caller's login sessions with its tokens */
    delete: operations['endOwnSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/me/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get the caller's second factor */
    get: operations['getOwnSecondFactor'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tell whether the process responds */
    get: operations['getLiveness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tell whether this instance can serve, and what was looked at */
    get: operations['getReadiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lead people to the console, and programs to this page */
    get: operations['openDocumentation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    CreateLoginTokenDto: {
      /** @example denis */
      username: string;
      /**
       * Format: password
       * @example j8BDWYrQwDF5u4Yu
       */
      password: string;
    };
    LoginTokenResponseDto: {
      /** @description A JWT signed with ES256. */
      token: string;
      /** @enum {string} */
      role: 'admin' | 'auditor' | 'viewer' | 'service';
      /**
       * @description The id of the user.
       * @example 2
       */
      id: number;
      /**
       * @description Where the account lives.
       * @enum {string}
       */
      source: 'local';
    };
    LogoutResponseDto: {
      /** @enum {string} */
      message: 'All tokens invalidated successfully' | 'Logged out successfully';
    };
    TimeoutResponseDto: {
      /** @example 86400 */
      timeout_seconds: number;
    };
    SetTimeoutDto: {
      /** @example 172800 */
      timeout_seconds: number;
    };
    TimeoutUpdatedResponseDto: {
      /** @enum {integer} */
      statusCode: 200;
      /** @enum {string} */
      message: 'Successfully updated the token timeout.';
    };
    CreateNamedTokenDto: {
      /**
       * @description Not blank, and not one that you have.
       * @example Token specter
       */
      jwt_token_description: string;
      /**
       * @description weeks, days, hours, minutes and seconds in this order, such as "30 days", "1.5 hours" or "1h30m", or a clock such as "4:13:02"; more than nothing and at most 10 years (3650 days)
       * @example 6 hours
       */
      jwt_token_life: string;
    };
    NamedTokenIssuedResponseDto: {
      /** @enum {string} */
      message: 'Token generated';
      /** Format: uuid */
      jwt_token_id: string;
      /** @description A JWT signed with ES256, shown here and never again. */
      jwt_token: string;
      /** @example Token specter */
      jwt_token_description: string;
      /**
       * @description In seconds.
       * @example 21600
       */
      jwt_token_life: number;
    };
    ListedNamedTokenResponseDto: {
      /** @example Token alpha */
      jwt_token_description: string;
      /**
       * @description In seconds.
       * @example 360
       */
      jwt_token_life: number;
      /**
       * @description In seconds; 0 once expired.
       * @example 232.195
       */
      jwt_token_remaining_life: number;
    };
    NamedTokenListResponseDto: {
      /** @enum {string} */
      message: 'Tokens exists';
      /** @description By id. */
      jwt_tokens: {
        [key: string]: components['schemas']['ListedNamedTokenResponseDto'];
      };
    };
    NamedTokenResponseDto: {
      /** @enum {string} */
      message: 'Tokens exists';
      /** @example Token alpha */
      jwt_token_description: string;
      /**
       * @description In seconds.
       * @example 360
       */
      jwt_token_life: number;
      /**
       * @description In seconds; 0 once expired.
       * @example 232.195
       */
      jwt_token_life_remaining: number;
      /** @enum {string} */
      expiry_status: 'Valid' | 'Expired';
    };
    NamedTokenDeletedResponseDto: {
      /** @enum {string} */
      message: 'Token deleted';
    };
    CreateAuthtokenDto: {
      /**
       * @example [
       *       "AddCommentToChangeRequest"
       *     ]
       */
      context?: string[] | null;
      /**
       * @example [
       *       1,
       *       2
       *     ]
       */
      contextAsCodesArray?: number[] | null;
      /**
       * @description The caller's own, unless they are an admin.
       * @example 2
       */
      userId: number;
    };
    AuthtokenIssuedResponseDto: {
      /** @enum {boolean} */
      success: true;
      /** @description 43 letters and digits. */
      token: string;
    };
    UpdateAuthtokenDto: {
      /**
       * @example [
       *       "AddCommentToChangeRequest"
       *     ]
       */
      context?: string[] | null;
      /**
       * @example [
       *       1,
       *       2
       *     ]
       */
      contextAsCodesArray?: number[] | null;
      /**
       * @description The existing token, whose text stays.
       * @example (token of createContextToken)
       */
      token: string;
      /** @example 2 */
      userId?: number | null;
    };
    RevokeAuthtokenDto: {
      /**
       * @description The existing token.
       * @example (token of createContextToken)
       */
      token: string;
    };
    TokenContextResponseDto: {
      /** @example AddCommentToChangeRequest */
      name: string;
      /** @example 1 */
      code: number;
    };
    AuthtokenResponseDto: {
      context: components['schemas']['TokenContextResponseDto'][];
      /** @example 2 */
      userId: number;
      /**
       * @description The user's full name, or their user name where they have none.
       * @example Denis Weber
       */
      userFullName: string;
      /** @description In clear; empty where its row was tampered with (the log says which). */
      token: string;
    };
    AuthtokenListResponseDto: {
      list: components['schemas']['AuthtokenResponseDto'][];
      /** @description Only where `limit` was given: pass it as `after` for the next page; null on the last. */
      nextCursor?: string | null;
    };
    CatalogueResponseDto: {
      list: components['schemas']['TokenContextResponseDto'][];
    };
    LoginTokensResponseDto: {
      /** @description A JWT with `token_use` `id` that says who logged in, and when. */
      id_token: string;
      /** @description A JWT with `token_use` `access`, to be sent as a Bearer token. */
      access_token: string;
      /**
       * @description The lifetime of the access token in seconds.
       * @example 86400
       */
      expires_in: number;
      /** @description Opaque; valid for 90 days. */
      refresh_token: string;
    };
    ChallengeResponseDto: {
      /** @enum {string} */
      challenge_name: 'NEW_PASSWORD_REQUIRED' | 'SOFTWARE_TOKEN_MFA' | 'MFA_SETUP';
      /** @description For `/v1/new-password-required`, `/v1/respond-to-auth-challenge` or `/v1/associate-software-token`, by the name of the challenge: valid once, for 15 minutes. */
      session: string;
    };
    LoginDto: {
      /** @example denis */
      username: string;
      /**
       * Format: password
       * @example j8BDWYrQwDF5u4Yu
       */
      password: string;
    };
    TokenRefreshDto: {
      /** @example denis */
      username: string;
      /** @example (refresh_token of logIn) */
      refresh_token: string;
    };
    AccessTokensResponseDto: {
      /** @description A JWT with `token_use` `id` that says who logged in, and when. */
      id_token: string;
      /** @description A JWT with `token_use` `access`, to be sent as a Bearer token. */
      access_token: string;
      /**
       * @description The lifetime of the access token in seconds.
       * @example 86400
       */
      expires_in: number;
    };
    TokenRevokeDto: {
      /** @example (refresh_token of logIn) */
      refresh_token: string;
    };
    ForgotPasswordDto: {
      /**
       * @description The user name, or the e-mail address.
       * @example denis
       */
      username: string;
    };
    ForgotPasswordConfirmDto: {
      /** @example denis */
      username: string;
      /**
       * Format: password
       * @description 8 to 72 bytes.
       * @example b2BDWZrQwDF5u4Yu
       */
      password: string;
      /** @example (code of the mail) */
      confirmation_code: string;
    };
    ChangePasswordDto: {
      /** @example (access_token of logIn) */
      access_token: string;
      /**
       * Format: password
       * @example j8BDWYrQwDF5u4Yu
       */
      previous_password: string;
      /**
       * Format: password
       * @description 8 to 72 bytes.
       * @example b2BDWZrQwDF5u4Yu
       */
      proposed_password: string;
    };
    NewPasswordRequiredDto: {
      /** @example (session of logIn) */
      session: string;
      /** @example denis */
      username: string;
      /**
       * Format: password
       * @description 8 to 72 bytes.
       * @example b2BDWZrQwDF5u4Yu
       */
      new_password: string;
    };
    AssociateSoftwareTokenDto: {
      /**
       * @description Of a login within the last 15 minutes; this or `session`.
       * @example (access_token of logIn)
       */
      access_token?: string;
      /** @description Of the challenge `MFA_SETUP`; this or `access_token`. */
      session?: string;
    };
    SoftwareTokenResponseDto: {
      /** @description The key for the authenticator app, in base32; told this once. */
      secret_code: string;
      /** @description For the next call, where this one had a session: valid once. */
      session?: string;
      /** @description The same for a QR code. */
      otpauth_uri: string;
    };
    VerifySoftwareTokenDto: {
      /**
       * @description Of a login within the last 15 minutes; this or `session`.
       * @example (access_token of logIn)
       */
      access_token?: string;
      /** @description Of the challenge `MFA_SETUP`; this or `access_token`. */
      session?: string;
      /**
       * @description Six digits, of the authenticator app.
       * @example (code of the app)
       */
      user_code: string;
      /** @example My phone */
      friendly_device_name?: string;
    };
    SoftwareTokenVerifiedResponseDto: {
      /** @enum {string} */
      status: 'SUCCESS';
      /** @description For `MFA_SETUP` of `/v1/respond-to-auth-challenge`, where this call had one. */
      session?: string;
      /** @description Each logs in once without the app; told this once. */
      recovery_codes: string[];
    };
    RespondToAuthChallengeDto: {
      /**
       * @example SOFTWARE_TOKEN_MFA
       * @enum {string}
       */
      challenge_name: 'SOFTWARE_TOKEN_MFA' | 'MFA_SETUP';
      /**
       * @description Of the challenge; for `MFA_SETUP`, of `/v1/verify-software-token`.
       * @example (session of logIn)
       */
      session: string;
      /** @example denis */
      username: string;
      /**
       * @description For `SOFTWARE_TOKEN_MFA`: six digits, of the authenticator app; this or `recovery_code`.
       * @example (code of the app)
       */
      software_token_mfa_code?: string;
      /** @description For `SOFTWARE_TOKEN_MFA`: one of the recovery codes, for users without their app. */
      recovery_code?: string;
    };
    FactorLoginResponseDto: {
      /** @description A JWT with `token_use` `id` that says who logged in, and when. */
      id_token: string;
      /** @description A JWT with `token_use` `access`, to be sent as a Bearer token. */
      access_token: string;
      /**
       * @description The lifetime of the access token in seconds.
       * @example 86400
       */
      expires_in: number;
      /** @description Opaque; valid for 90 days. */
      refresh_token: string;
      /** @description In the place of the recovery code that was used, if one was; told this once. */
      recovery_code?: string;
    };
    TokenRequestDto: {
      /** @example (token of createLoginToken) */
      token: string;
      /** @description Of no effect: every kind of token is found without. */
      token_type_hint?: string | null;
    };
    IntrospectionResponseDto: {
      active: boolean;
      /**
       * @description The id of the user.
       * @example 2
       */
      sub?: string;
      /** @example denis */
      username?: string;
      /**
       * @description The role that the user has now; `none` of a context token.
       * @enum {string}
       */
      role?: 'admin' | 'auditor' | 'viewer' | 'service' | 'none';
      /** @example 1772366400 */
      iat?: number;
      /**
       * @description Absent where the token lives until it is revoked.
       * @example 1772452800
       */
      exp?: number;
      /** Format: uuid */
      jti?: string;
      /** @example https://tokens.example.com */
      iss?: string;
      /**
       * @description `N_A` (RFC 8693, section 2.2.1): active, but not to be accepted by a service.
       * @enum {string}
       */
      token_type?: 'Bearer' | 'N_A';
      /** @enum {string} */
      token_kind?: 'login' | 'api_key' | 'context' | 'session_access' | 'session_id' | 'session_refresh' | 'console';
      /** @description The application that it was issued to, where there is one. */
      client_id?: string;
      /** @description The contexts of a context token, with spaces between. */
      scope?: string;
    };
    JwkResponseDto: {
      /** @example EC */
      kty: string;
      /** @example P-256 */
      crv: string;
      x: string;
      y: string;
      /** @description The thumbprint of the key (RFC 7638). */
      kid: string;
      /** @example sig */
      use: string;
      /** @example ES256 */
      alg: string;
      /** @description Since when it signs, in seconds since 1970; a token that is older was forged. */
      signs_from?: number;
      /** @description Until when it signed, in seconds since 1970; a newer token was forged. */
      signed_until?: number;
    };
    JwksResponseDto: {
      keys: components['schemas']['JwkResponseDto'][];
    };
    MetadataResponseDto: {
      /** @example https://tokens.example.com */
      issuer: string;
      jwks_uri: string;
      /** @example [] */
      response_types_supported: string[];
      /** @example [] */
      grant_types_supported: string[];
      introspection_endpoint: string;
      introspection_endpoint_auth_methods_supported: string[];
      revocation_endpoint: string;
      revocation_endpoint_auth_methods_supported: string[];
      /** @description Of our own: the stream of revoked places. */
      revocation_events_endpoint: string;
      service_documentation: string;
    };
    OpenConsoleSessionDto: {
      /** @example denis */
      username: string;
      /**
       * Format: password
       * @example j8BDWYrQwDF5u4Yu
       */
      password: string;
      /**
       * Format: password
       * @description Replaces the password first, which ends all older logins; needed where it is temporary.
       */
      newPassword?: string;
      /** @description Six digits, of the authenticator app of a user who has one. */
      code?: string;
      /** @description In the place of `code`: one of the recovery codes. */
      recoveryCode?: string;
    };
    OpenedConsoleSessionResponseDto: {
      /**
       * Format: uuid
       * @description The id of the session among the tokens.
       */
      id: string;
      /** @example 2 */
      userId: number;
      /** @example denis */
      username: string;
      /** @enum {string} */
      role: 'admin' | 'auditor' | 'viewer' | 'service';
      /**
       * Format: date-time
       * @description When the password was last sent.
       */
      passwordCheckedAt: string;
      /** @description In the place of the recovery code that was used, if one was; told this once. */
      recoveryCode?: string;
    };
    ConsoleSessionResponseDto: {
      /**
       * Format: uuid
       * @description The id of the session among the tokens.
       */
      id: string;
      /** @example 2 */
      userId: number;
      /** @example denis */
      username: string;
      /** @enum {string} */
      role: 'admin' | 'auditor' | 'viewer' | 'service';
      /**
       * Format: date-time
       * @description When the password was last sent.
       */
      passwordCheckedAt: string;
    };
    ReauthenticateDto: {
      /**
       * Format: password
       * @example j8BDWYrQwDF5u4Yu
       */
      password: string;
    };
    AuditActorResponseDto: {
      /** @enum {string} */
      type: 'user' | 'anonymous' | 'system';
      id: number | null;
      /** @description As it was then */
      username: string | null;
      /** @description By which token they called */
      tokenId: string | null;
    };
    AuditSourceResponseDto: {
      address: string | null;
      userAgent: string | null;
      /** @description The X-Request-Id of the response */
      requestId: string | null;
      /**
       * @description Its place in a trace (W3C Trace Context); absent where no request is behind it
       * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
       */
      traceparent?: string;
    };
    AuditTargetResponseDto: {
      /** @example user */
      type: string;
      id: string | null;
      name: string | null;
    };
    AuditEventResponseDto: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      time: string;
      /** @enum {string} */
      action:
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
      outcome: 'success' | 'refused';
      reason: string | null;
      actor: components['schemas']['AuditActorResponseDto'];
      source: components['schemas']['AuditSourceResponseDto'];
      target: components['schemas']['AuditTargetResponseDto'];
      /** @description What changed; of a secret only that it was "set" */
      changes: {
        [key: string]: unknown;
      } | null;
    };
    AuditEventPageResponseDto: {
      /** @description The newest first */
      items: components['schemas']['AuditEventResponseDto'][];
      /** @description The `after` of the next page */
      next: string | null;
    };
    EventProofResponseDto: {
      /** @description The event byte for byte as it was hashed */
      payload: string;
      /** @description In base64 */
      leafHash: string;
      leafIndex: number;
      /** @description How many leaves the tree of the checkpoint has */
      treeSize: number;
      /** @description The hashes of RFC 9162, section 2.1.3, in base64 */
      inclusionPath: string[];
      /** @description A C2SP signed note */
      checkpoint: string;
    };
    GrowthProofResponseDto: {
      first: number;
      second: number;
      /** @description The hashes of RFC 9162, section 2.1.4, in base64 */
      consistencyPath: string[];
    };
    CreateUserDto: {
      /** @example denis */
      username: string;
      /**
       * Format: password
       * @description 8 to 72 bytes; this or `temporaryPassword`.
       * @example j8BDWYrQwDF5u4Yu
       */
      password?: string;
      /**
       * Format: password
       * @description As `password`, but the next login must choose another.
       */
      temporaryPassword?: string;
      /**
       * @example viewer
       * @enum {string}
       */
      role: 'admin' | 'auditor' | 'viewer' | 'service';
      /** @example Denis Weber */
      fullName?: string | null;
      /**
       * Format: email
       * @example denis@example.com
       */
      email?: string | null;
    };
    UserResponseDto: {
      /** @example 2 */
      id: number;
      /** @example denis */
      username: string;
      /** @enum {string} */
      role: 'admin' | 'auditor' | 'viewer' | 'service';
      /** @example Denis Weber */
      fullName: string | null;
      /** @example denis@example.com */
      email: string | null;
      enabled: boolean;
      /**
       * @description Where the password is checked.
       * @enum {string}
       */
      source: 'local';
      /** @description The password is temporary: the next login must choose another. */
      passwordChangeRequired: boolean;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
      /**
       * Format: date-time
       * @description When the password was accepted last, in any family.
       */
      lastLoginAt: string | null;
    };
    UserPageResponseDto: {
      items: components['schemas']['UserResponseDto'][];
      /** @description The `after` of the next page; null on the last */
      next: string | null;
    };
    UpdateUserDto: {
      /** @enum {string} */
      role?: 'admin' | 'auditor' | 'viewer' | 'service';
      /** @example Denis Weber-Lang */
      fullName?: string | null;
      /** Format: email */
      email?: string | null;
      /** @description false ends every token of the user at once. */
      enabled?: boolean;
      /**
       * Format: password
       * @description 8 to 72 bytes; the next login must choose another.
       */
      temporaryPassword?: string;
      /** @description With `temporaryPassword`: ends named and context tokens too, not logins alone. For a leaked password. */
      endEverything?: boolean;
    };
    RevokedTokensResponseDto: {
      /**
       * @description How many tokens ended.
       * @example 3
       */
      revoked: number;
    };
    ContextResponseDto: {
      /** @example 3 */
      code: number;
      /** @example CloseChangeRequest */
      name: string;
      description: string | null;
    };
    ContextListResponseDto: {
      /** @description In the order of their codes. */
      contexts: components['schemas']['ContextResponseDto'][];
    };
    CreateContextDto: {
      /** @example 3 */
      code: number;
      /** @example CloseChangeRequest */
      name: string;
      /** @example Close a change request */
      description?: string | null;
    };
    UpdateContextDto: {
      /** @example CloseChangeRequest */
      name?: string;
      /** @example Close a change request */
      description?: string | null;
    };
    AllowedContextsResponseDto: {
      /**
       * @description The names of the contexts that the user may have; null for all.
       * @example [
       *       "AddCommentToChangeRequest"
       *     ]
       */
      allowed: string[] | null;
    };
    AllowedContextsDto: {
      /**
       * @description The names of the contexts that the user may have; null for all.
       * @example [
       *       "AddCommentToChangeRequest"
       *     ]
       */
      allowed: string[] | null;
    };
    HolderUserResponseDto: {
      /** @example 2 */
      id: number;
      /** @example denis */
      username: string;
    };
    HolderTokenResponseDto: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      issuedAt: string;
    };
    ContextHolderResponseDto: {
      user: components['schemas']['HolderUserResponseDto'];
      /** @description The newest 100 of their active tokens, the newest first */
      tokens: components['schemas']['HolderTokenResponseDto'][];
      /** @description Whether there are older ones. */
      hasMoreTokens: boolean;
    };
    ContextHolderPageResponseDto: {
      /** @description In the order of the ids of the users. */
      items: components['schemas']['ContextHolderResponseDto'][];
      /** @description The `after` of the next page; null on the last */
      next: string | null;
    };
    ExplainTokenDto: {
      /**
       * @description Any text; it is logged nowhere.
       * @example not-a-token
       */
      token: string;
    };
    CheckResponseDto: {
      /** @enum {string} */
      check:
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
      ok: boolean;
      /**
       * @description For people.
       * @example Revoked at 2026-01-31T08:00:00.000Z
       */
      detail: string;
    };
    ExplanationResponseDto: {
      /**
       * @description What introspection says
       * @enum {string}
       */
      verdict: 'active' | 'refused';
      /** @description Each check that can be made of the text */
      checks: components['schemas']['CheckResponseDto'][];
    };
    HitUserResponseDto: {
      /** @example 2 */
      id: number;
      /** @example denis */
      username: string;
    };
    HitResponseDto: {
      /** @enum {string} */
      type: 'user' | 'token' | 'session' | 'request' | 'incident';
      /** @example 2 */
      id: string;
      /**
       * @description For people.
       * @example denis (Denis Weber)
       */
      title: string;
      /** @description Whose it is, if that is a user */
      user: components['schemas']['HitUserResponseDto'] | null;
    };
    SearchResponseDto: {
      items: components['schemas']['HitResponseDto'][];
    };
    UserCountsResponseDto: {
      enabled: number;
      disabled: number;
    };
    LiveCountsResponseDto: {
      /**
       * Format: date-time
       * @description When they were counted: every five minutes
       */
      asOf: string;
      /** @description The active ones, by kind. An active refresh token is an open session. */
      tokens: {
        login: number;
        api_key: number;
        context: number;
        session_access: number;
        session_id: number;
        session_refresh: number;
        console: number;
      };
      users: components['schemas']['UserCountsResponseDto'];
    };
    ActivityHourResponseDto: {
      /**
       * Format: date-time
       * @description When it began
       */
      hour: string;
      logins: number;
      /** @description Refused passwords, those of Basic too */
      refusedLogins: number;
      /** @description Tokens that this service accepted; local verifiers are not counted */
      verifications: number;
      /** @description Tokens that this service refused */
      refusedVerifications: number;
      /** @description Tokens that were revoked */
      revocations: number;
    };
    AttentionResponseDto: {
      /** @enum {string} */
      code: 'forwarded_for_untrusted' | 'single_admin' | 'signing_key_old' | 'audit_events_unsealed';
      /**
       * @description For people.
       * @example The current key has signed for 91 days
       */
      message: string;
    };
    OverviewResponseDto: {
      /** @description Null where nothing has been counted yet */
      counts: components['schemas']['LiveCountsResponseDto'] | null;
      /** @description The last 24, the oldest first. Of other instances, what they did up to five seconds ago. */
      hours: components['schemas']['ActivityHourResponseDto'][];
      /** @description What an operator should mend */
      attention: components['schemas']['AttentionResponseDto'][];
    };
    SigningKeyResponseDto: {
      /** @example 3 */
      id: number;
      /** @description The thumbprint of the key (RFC 7638). */
      kid: string;
      /** @enum {string} */
      state: 'next' | 'current' | 'retired' | 'revoked';
      /** Format: date-time */
      publishedAt: string;
      /**
       * Format: date-time
       * @description Null for one that never signed.
       */
      signsFrom: string | null;
      /**
       * Format: date-time
       * @description Null for the one that signs.
       */
      signedUntil: string | null;
      /** @description How many active tokens it signed. */
      liveTokens: number;
    };
    SigningKeyPageResponseDto: {
      /** @description From the newest on. */
      items: components['schemas']['SigningKeyResponseDto'][];
      /** @description The cursor of the next page; there is none. */
      next: string | null;
    };
    RevokeSigningKeyDto: {
      /** @example Its file was on a stolen laptop */
      reason: string;
    };
    RevokedSigningKeyResponseDto: {
      /** @description How many active tokens ended. */
      endedTokens: number;
      /** @description The thumbprint of the key that signs now. */
      currentKid: string;
    };
    SettingsResponseDto: {
      /**
       * @description The lifetime of login tokens that api2 issues from now on.
       * @example 86400
       */
      api2TokenSeconds: number;
      /**
       * @description The lifetime of access and id tokens that v1 issues from now on.
       * @example 86400
       */
      v1AccessTokenSeconds: number;
      /**
       * @description How many active tokens of each kind a user may have; who has more keeps them, and is issued no others.
       * @example 10000
       */
      maxTokensPerUser: number;
      /**
       * @description After so many days the events of a month are dropped from the audit log; null keeps them for ever.
       * @example 36500
       */
      auditRetentionDays: number | null;
      /**
       * @description For so many days tokens and sessions are listed after they ended.
       * @example 30
       */
      endedTokenRetentionDays: number;
      /** @description What each setting may be, and its default. */
      ranges?: {
        api2TokenSeconds: {
          min: number;
          max: number;
          default: number | null;
        };
        v1AccessTokenSeconds: {
          min: number;
          max: number;
          default: number | null;
        };
        maxTokensPerUser: {
          min: number;
          max: number;
          default: number | null;
        };
        auditRetentionDays: {
          min: number;
          max: number;
          default: number | null;
        };
        endedTokenRetentionDays: {
          min: number;
          max: number;
          default: number | null;
        };
      };
    };
    UpdateSettingsDto: {
      /**
       * @description The lifetime of login tokens that api2 issues from now on.
       * @example 86400
       */
      api2TokenSeconds?: number;
      /**
       * @description The lifetime of access and id tokens that v1 issues from now on.
       * @example 86400
       */
      v1AccessTokenSeconds?: number;
      /**
       * @description How many active tokens of each kind a user may have; who has more keeps them, and is issued no others.
       * @example 10000
       */
      maxTokensPerUser?: number;
      /**
       * @description After so many days the events of a month are dropped from the audit log; null keeps them for ever.
       * @example 36500
       */
      auditRetentionDays?: number | null;
      /**
       * @description For so many days tokens and sessions are listed after they ended.
       * @example 30
       */
      endedTokenRetentionDays?: number;
    };
    EnderResponseDto: {
      /**
       * @description The owner, somebody else in their place, or the service.
       * @enum {string}
       */
      kind: 'user' | 'admin' | 'system';
      id: number | null;
      username: string | null;
    };
    OwnerResponseDto: {
      id: number;
      /** @description Null once the user is deleted. */
      username: string | null;
    };
    OriginResponseDto: {
      /** @example 192.0.2.1 */
      address: string | null;
      userAgent: string | null;
    };
    TokenResponseDto: {
      /** @enum {string} */
      status: 'active' | 'suspended' | 'expired' | 'revoked';
      /** Format: date-time */
      endedAt: string | null;
      /** @description Null where it has not ended. */
      endedBy: components['schemas']['EnderResponseDto'] | null;
      /** @description Why it ended. */
      reason: string | null;
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'login' | 'api_key' | 'context' | 'session_access' | 'session_id' | 'session_refresh' | 'console';
      user: components['schemas']['OwnerResponseDto'];
      /** Format: uuid */
      sessionId: string | null;
      /** @description What the owner calls it. */
      description: string | null;
      /** @description The names; null where it is valid for all that its owner may do. */
      contexts: string[] | null;
      /** Format: date-time */
      issuedAt: string;
      issuedFrom: components['schemas']['OriginResponseDto'];
      /**
       * Format: date-time
       * @description Null where it is active until it is revoked.
       */
      expiresAt: string | null;
      /**
       * Format: date-time
       * @description To the minute.
       */
      lastUsedAt: string | null;
      /** @description The address of whoever presented it. */
      lastUsedFrom: string | null;
      /** @description The signing key; null for an opaque token. */
      keyId: number | null;
    };
    TokenPageResponseDto: {
      /** @description The latest first. */
      items: components['schemas']['TokenResponseDto'][];
      /** @description The `after` of the next page. */
      next: string | null;
    };
    EndDto: {
      /** @example The laptop was stolen */
      reason: string;
    };
    SessionResponseDto: {
      /** @enum {string} */
      status: 'active' | 'suspended' | 'expired' | 'revoked';
      /** Format: date-time */
      endedAt: string | null;
      /** @description Null where it has not ended. */
      endedBy: components['schemas']['EnderResponseDto'] | null;
      /** @description Why it ended. */
      reason: string | null;
      /** Format: uuid */
      id: string;
      user: components['schemas']['OwnerResponseDto'];
      /** Format: date-time */
      createdAt: string;
      createdFrom: components['schemas']['OriginResponseDto'];
      /** Format: date-time */
      lastRefreshedAt: string | null;
      /** @description How often it was refreshed. */
      refreshes: number;
      /** Format: date-time */
      expiresAt: string;
      activeTokens: number;
    };
    SessionPageResponseDto: {
      /** @description The latest first. */
      items: components['schemas']['SessionResponseDto'][];
      /** @description The `after` of the next page. */
      next: string | null;
    };
    FactorUserResponseDto: {
      /** @example 2 */
      id: number;
      /** @example denis */
      username: string;
    };
    FactorOfUserResponseDto: {
      /**
       * @description What the user calls it.
       * @example My phone
       */
      deviceName: string | null;
      /** Format: date-time */
      enabledAt: string;
      /**
       * Format: date-time
       * @description Null where it was only set up.
       */
      lastUsedAt: string | null;
      /** @example 10 */
      recoveryCodesLeft: number;
      user: components['schemas']['FactorUserResponseDto'];
    };
    FactorPageResponseDto: {
      /** @description In the order of the ids of the users. */
      items: components['schemas']['FactorOfUserResponseDto'][];
      /** @description The `after` of the next page; null on the last */
      next: string | null;
    };
    SecondFactorRolesResponseDto: {
      /**
       * @example [
       *       "auditor"
       *     ]
       */
      roles: ('admin' | 'auditor' | 'viewer' | 'service')[];
    };
    SecondFactorRolesDto: {
      /**
       * @example [
       *       "auditor"
       *     ]
       */
      roles: ('admin' | 'auditor' | 'viewer' | 'service')[];
    };
    FactorResponseDto: {
      /**
       * @description What the user calls it.
       * @example My phone
       */
      deviceName: string | null;
      /** Format: date-time */
      enabledAt: string;
      /**
       * Format: date-time
       * @description Null where it was only set up.
       */
      lastUsedAt: string | null;
      /** @example 10 */
      recoveryCodesLeft: number;
    };
    SecondFactorResponseDto: {
      /** @description Whether it is required of this user, whatever their role. */
      required: boolean;
      /** @description Whether it is required of all who have their role. */
      requiredByRole: boolean;
      /** @description The authenticator app; null where there is none. */
      factor: components['schemas']['FactorResponseDto'] | null;
    };
    RequireSecondFactorDto: {
      /** @example true */
      required: boolean;
    };
    CreateIncidentDto: {
      /**
       * @description The filters of `GET /admin/tokens`: tokens that fit all of them.
       * @example {
       *       "kind": "login",
       *       "issuedBefore": "2026-01-31T08:00:00Z"
       *     }
       */
      match: {
        [key: string]: unknown;
      };
      /**
       * @example suspend
       * @enum {string}
       */
      action: 'suspend' | 'revoke' | 'restore';
      /** @description Required without `dryRun`. */
      reason?: string;
      /**
       * @description Changes nothing, and says what would be changed.
       * @example true
       */
      dryRun?: boolean;
      /** @description How many tokens match, as a dry run said. Required without `dryRun`; another number is refused. */
      expect?: number;
    };
    IncidentPreviewResponseDto: {
      /** @example 1204 */
      matched: number;
      /** @description The same by kind. */
      byKind: {
        [key: string]: number;
      };
      /** @description How many users they are of. */
      users: number;
      /** @description Some of them. */
      sample: components['schemas']['TokenResponseDto'][];
    };
    IncidentBegunResponseDto: {
      /** Format: uuid */
      id: string;
      /** @example 1204 */
      matched: number;
    };
    IncidentActorDto: {
      id: number;
      /** @description As it was then. */
      username: string;
    };
    IncidentResponseDto: {
      /** Format: uuid */
      id: string;
      /**
       * @description What it does to tokens counts from its beginning; until it is `done`, lists may not show it of all.
       * @enum {string}
       */
      state: 'running' | 'done' | 'failed';
      /** @enum {string} */
      action: 'suspend' | 'revoke' | 'restore';
      /** @description How many tokens it is about. */
      matched: number;
      /** @description Of how many of them lists show it. */
      done: number;
      /** Format: date-time */
      startedAt: string;
      /** Format: date-time */
      endedAt: string | null;
      reason: string;
      actor: components['schemas']['IncidentActorDto'];
      /** @description The filters of `GET /admin/tokens`: tokens that fit all of them. */
      match: {
        [key: string]: unknown;
      };
      /** @description Of a failed one: why, for people. */
      failure: string | null;
    };
    IncidentPageResponseDto: {
      /** @description From the newest on. */
      items: components['schemas']['IncidentResponseDto'][];
      /** @description The cursor of the next page. */
      next: string | null;
    };
    HealthResponseDto: {
      /** @enum {string} */
      status: 'ok';
    };
    DatabaseCheckResponseDto: {
      /** @enum {string} */
      status: 'ok' | 'unreachable';
      /**
       * @description How long it took to respond, in milliseconds
       * @example 1
       */
      responseMs?: number;
    };
    ChangeFeedCheckResponseDto: {
      /**
       * @description Where it is stale, no token is accepted
       * @enum {string}
       */
      status: 'ok' | 'stale';
      /**
       * @description Milliseconds since revocations were last read from the database
       * @example 87
       */
      ageMs: number;
    };
    ReadinessChecksResponseDto: {
      database: components['schemas']['DatabaseCheckResponseDto'];
      changeFeed: components['schemas']['ChangeFeedCheckResponseDto'];
    };
    ReadinessResponseDto: {
      /** @enum {string} */
      status: 'ok' | 'unavailable' | 'shutting_down';
      checks: components['schemas']['ReadinessChecksResponseDto'];
      /** @description What an operator should mend, if anything */
      warnings?: string[];
    };
    /**
     * @description For programs.
     * @enum {string}
     */
    ErrorCode:
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
    ProblemFieldDto: {
      /** @example username */
      field: string;
      /** @example username must be a string */
      message: string;
    };
    ProblemDto: {
      /**
       * @description For pages that ask for the password again; every other problem has none of its own: `code` names it.
       * @enum {string}
       */
      type: 'about:blank' | 'reauthentication-required';
      /**
       * @description The status's reason phrase.
       * @example Not Found
       */
      title: string;
      /** @example 404 */
      status: number;
      /**
       * @description For people.
       * @example There is no user of this id
       */
      detail: string;
      /**
       * @description For programs.
       * @example user_not_found
       */
      code: components['schemas']['ErrorCode'];
      /** @description What is wrong with which field or parameter. */
      fields?: components['schemas']['ProblemFieldDto'][];
      /** @description Of `context_in_use`: how many tokens name it. */
      tokens?: number;
      /** @description Of `match_changed`: how many tokens match. */
      matched?: number;
    };
    Api2ErrorResponseDto: {
      /** @example 401 */
      statusCode: number;
      /**
       * @description The status's reason phrase.
       * @example Unauthorized
       */
      error: string;
      /** @example Invalid or expired token */
      message: string;
    };
    V1alphaErrorResponseDto: {
      /** @example Token does not exist, make sure to enter correct token id */
      message: string;
    };
    AuthtokensErrorResponseDto: {
      /** @enum {boolean} */
      success: false;
      /** @example Unknown token */
      message: string;
    };
    V1ErrorResponseDto: {
      /** @example Unauthorized. */
      message: string;
      /** @example 401 */
      status: number;
      /** @description After a wrong code, for the next try while there is one. */
      session?: string;
    };
    OAuthErrorResponseDto: {
      /** @example invalid_client */
      error: string;
      /** @example Authorization header is required */
      error_description: string;
    };
  };
  responses: {
    /** @description Invalid username or password */
    'api2.401.credentials_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /**
     * @description - Too many logins at once; try again shortly
     *     - The service is not available at the moment
     */
    'api2.503.overloaded.unavailable': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /**
     * @description - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     */
    'api2.403.password_change_required.second_factor_required': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /** @description The user has as many active tokens of this kind as a user may have */
    'api2.409.token_limit_reached': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /**
     * @description - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    'api2.400.invalid_request.malformed_body.malformed_request': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /** @description The body is larger than 64 KB */
    'api2.413.body_too_large': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /** @description The body must not be compressed */
    'api2.415.unsupported_content_encoding': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /** @description Internal Server Error */
    'api2.500.internal': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    'api2.400.authorization_header_required.malformed_body.malformed_request': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /** @description Invalid or expired token */
    'api2.401.token_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /** @description The service is not available at the moment */
    'api2.503.unavailable': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - Invalid or expired token
     */
    'api2.401.credentials_missing.token_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /** @description Role admin required */
    'api2.403.role_required': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /** @description The request is not valid HTTP */
    'api2.400.malformed_request': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /**
     * @description - There is no such setting, or the value is out of its range
     *     - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    'api2.400.invalid_request.malformed_body.malformed_request.setting_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Api2ErrorResponseDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - Invalid username or password
     *     - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     */
    'v1alpha.401.credentials_invalid.credentials_missing.password_change_required.second_factor_required': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /**
     * @description - Too many logins at once; try again shortly
     *     - The service is not available at the moment
     */
    'v1alpha.503.overloaded.unavailable': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /** @description The user has no named tokens */
    'v1alpha.404.no_api_keys': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /** @description The request is not valid HTTP */
    'v1alpha.400.malformed_request': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /** @description Internal Server Error */
    'v1alpha.500.internal': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /**
     * @description - Token description already exists or is blank
     *     - The lifetime cannot be read, is not positive or is over 10 years
     *     - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    'v1alpha.400.description_taken_or_blank.invalid_request.lifetime_invalid.malformed_body.malformed_request': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /** @description The user has as many active tokens of this kind as a user may have */
    'v1alpha.409.token_limit_reached': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /** @description The body is larger than 64 KB */
    'v1alpha.413.body_too_large': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /**
     * @description - The body must not be compressed
     *     - The body must be application/json
     */
    'v1alpha.415.unsupported_content_encoding.unsupported_media_type': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /** @description Token does not exist, make sure to enter correct token id */
    'v1alpha.404.api_key_not_found': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /**
     * @description - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    'v1alpha.400.malformed_body.malformed_request': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1alphaErrorResponseDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - Invalid or expired token
     *     - Invalid username or password
     */
    'authtokens.401.credentials_invalid.credentials_missing.token_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /**
     * @description - Too many logins at once; try again shortly
     *     - The service is not available at the moment
     */
    'authtokens.503.overloaded.unavailable': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /**
     * @description - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     *     - The user is not allowed this context
     *     - Role admin required
     */
    'authtokens.403.context_not_allowed.password_change_required.role_required.second_factor_required': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /**
     * @description - There is no user of this id
     *     - There is no such context
     *     - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    'authtokens.400.context_not_found.invalid_request.malformed_body.malformed_request.user_not_found': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /** @description The user has as many active tokens of this kind as a user may have */
    'authtokens.409.token_limit_reached': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /** @description The body is larger than 64 KB */
    'authtokens.413.body_too_large': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /**
     * @description - The body must not be compressed
     *     - The body must be application/json
     */
    'authtokens.415.unsupported_content_encoding.unsupported_media_type': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /** @description Internal Server Error */
    'authtokens.500.internal': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /** @description Unknown token */
    'authtokens.404.token_not_found': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /**
     * @description - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     */
    'authtokens.403.password_change_required.second_factor_required': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /**
     * @description - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    'authtokens.400.invalid_request.malformed_body.malformed_request': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /**
     * @description - A field or a parameter is missing or not valid; the message says which
     *     - The request is not valid HTTP
     */
    'authtokens.400.invalid_request.malformed_request': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /** @description The request is not valid HTTP */
    'authtokens.400.malformed_request': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['AuthtokensErrorResponseDto'];
      };
    };
    /** @description Invalid username or password */
    'v1.401.credentials_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /**
     * @description - Too many logins at once; try again shortly
     *     - The service is not available at the moment
     */
    'v1.503.overloaded.unavailable': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description The user has as many active tokens of this kind as a user may have */
    'v1.409.token_limit_reached': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /**
     * @description - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The body must be application/json
     */
    'v1.422.invalid_request.malformed_body.unsupported_media_type': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description The body is larger than 64 KB */
    'v1.413.body_too_large': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description The body must not be compressed */
    'v1.415.unsupported_content_encoding': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description The request is not valid HTTP */
    'v1.400.malformed_request': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description Internal Server Error */
    'v1.500.internal': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description The session is unknown, used or expired */
    'v1.401.session_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description The refresh token has issued all its access tokens */
    'v1.429.refresh_limit_exceeded': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'X-Should-Retry': components['headers']['X-Should-Retry'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description The service is not available at the moment */
    'v1.503.unavailable': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description Invalid or expired token */
    'v1.401.token_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description Too many attempts; try again later */
    'v1.429.too_many_attempts': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'X-Should-Retry': components['headers']['X-Should-Retry'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /** @description The confirmation code is not valid */
    'v1.401.confirmation_code_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /**
     * @description - The password is too short, too long or too common
     *     - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The body must be application/json
     */
    'v1.422.invalid_request.malformed_body.password_unacceptable.unsupported_media_type': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /**
     * @description - The session is unknown, used or expired
     *     - Invalid or expired token
     *     - The password was sent more than 5 minutes ago: send it again first
     */
    'v1.401.reauthentication_required.session_invalid.token_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /**
     * @description - The confirmation code is not valid
     *     - The session is unknown, used or expired
     *     - Invalid or expired token
     *     - The password was sent more than 5 minutes ago: send it again first
     */
    'v1.401.confirmation_code_invalid.reauthentication_required.session_invalid.token_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /**
     * @description - The confirmation code is not valid
     *     - The session is unknown, used or expired
     *     - Invalid username or password
     */
    'v1.401.confirmation_code_invalid.credentials_invalid.session_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['V1ErrorResponseDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - Invalid or expired token
     *     - Invalid username or password
     */
    'oauth2.401.credentials_invalid.credentials_missing.token_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /**
     * @description - Too many logins at once; try again shortly
     *     - The service is not available at the moment
     */
    'oauth2.503.overloaded.unavailable': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /**
     * @description - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     *     - Role admin required
     */
    'oauth2.403.password_change_required.role_required.second_factor_required': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        /** @description How to authenticate (RFC 9110, section 11.6.1). */
        'WWW-Authenticate'?: string;
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /**
     * @description - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    'oauth2.400.invalid_request.malformed_body.malformed_request': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /** @description The body is larger than 64 KB */
    'oauth2.413.body_too_large': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /**
     * @description - The body must not be compressed
     *     - The body must be application/json
     */
    'oauth2.415.unsupported_content_encoding.unsupported_media_type': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /** @description Internal Server Error */
    'oauth2.500.internal': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /** @description The service is not available at the moment */
    'oauth2.503.unavailable': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /**
     * @description - A field or a parameter is missing or not valid; the message says which
     *     - The request is not valid HTTP
     */
    'oauth2.400.invalid_request.malformed_request': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - Invalid or expired token
     */
    'oauth2.401.authorization_header_required.token_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /** @description A context that the token is valid for must be named */
    'oauth2.403.context_missing': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['OAuthErrorResponseDto'];
      };
    };
    /**
     * @description - A field or a parameter is missing or not valid; the message says which
     *     - The request is not valid HTTP
     */
    'problem.400.invalid_request.malformed_request': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The service is not available at the moment */
    'problem.503.unavailable': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description Internal Server Error */
    'problem.500.internal': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description There is no status list of this number */
    'problem.404.status_list_not_found': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Invalid or expired token
     *     - Invalid username or password
     */
    'problem.401.credentials_invalid.token_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Too many logins at once; try again shortly
     *     - The service is not available at the moment
     */
    'problem.503.overloaded.unavailable': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     */
    'problem.403.password_change_required.second_factor_required': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - There is no session, or it has ended: log in
     */
    'console.401.credentials_missing.login_required': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The request is not valid HTTP */
    'console.400.malformed_request': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The service is not available at the moment */
    'console.503.unavailable': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description Internal Server Error */
    'console.500.internal': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - The request does not come from a page of this service
     *     - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     */
    'console.403.cross_origin_refused.password_change_required.second_factor_required': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Invalid username or password
     *     - The confirmation code is not valid
     */
    'console.401.confirmation_code_invalid.credentials_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Too many logins at once; try again shortly
     *     - The service is not available at the moment
     */
    'console.503.overloaded.unavailable': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - The password is too short, too long or too common
     *     - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    'console.400.invalid_request.malformed_body.malformed_request.password_unacceptable': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The body is larger than 64 KB */
    'console.413.body_too_large': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - The body must not be compressed
     *     - The body must be application/json
     */
    'console.415.unsupported_content_encoding.unsupported_media_type': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The request does not come from a page of this service */
    'console.403.cross_origin_refused': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    'console.400.malformed_body.malformed_request': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - There is no session, or it has ended: log in
     *     - Invalid username or password
     */
    'console.401.credentials_invalid.credentials_missing.login_required': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    'console.400.invalid_request.malformed_body.malformed_request': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - There is no session, or it has ended: log in
     *     - Invalid or expired token
     *     - Invalid username or password
     */
    'problem.401.credentials_invalid.credentials_missing.login_required.token_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     *     - Role admin required
     */
    'problem.403.password_change_required.role_required.second_factor_required': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description There is no audit event of this id */
    'problem.404.audit_event_not_found': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The event is not in the tree yet */
    'problem.409.audit_event_not_sealed': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - Authorization header is required
     *     - There is no session, or it has ended: log in
     *     - The password was sent more than 5 minutes ago: send it again first
     *     - Invalid or expired token
     *     - Invalid username or password
     */
    'problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - The request does not come from a page of this service
     *     - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     *     - Role admin required
     */
    'problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description There is a user of this name already */
    'problem.409.username_taken': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - The password is too short, too long or too common
     *     - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    'problem.400.invalid_request.malformed_body.malformed_request.password_unacceptable': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The body is larger than 64 KB */
    'problem.413.body_too_large': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - The body must not be compressed
     *     - The body must be application/json
     */
    'problem.415.unsupported_content_encoding.unsupported_media_type': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description There is no user of this id */
    'problem.404.user_not_found': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The last enabled admin can be neither disabled, deleted nor demoted */
    'problem.409.last_admin': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    'problem.400.invalid_request.malformed_body.malformed_request': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description There is a context of this code or name already */
    'problem.409.context_taken': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description There is no such context */
    'problem.404.context_not_found': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description Tokens are valid for this context */
    'problem.409.context_in_use': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The next key is not published long enough for all to know it */
    'problem.409.rotation_too_early': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description There is no signing key of this id */
    'problem.404.signing_key_not_found': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description The signing key is revoked already */
    'problem.409.signing_key_revoked': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - There is no such setting, or the value is out of its range
     *     - A field or a parameter is missing or not valid; the message says which
     *     - The body is not valid JSON
     *     - The request is not valid HTTP
     */
    'problem.400.invalid_request.malformed_body.malformed_request.setting_invalid': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description Unknown token */
    'problem.404.token_not_found': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description There is no session of this id */
    'problem.404.session_not_found': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description Another number of tokens match than were expected */
    'problem.409.match_changed': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description There is no incident of this id */
    'problem.404.incident_not_found': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /**
     * @description - The request does not come from a page of this service
     *     - Password change required
     *     - The user has a second factor, or must have one: log in at /v1/login, or use a named token made before
     */
    'problem.403.cross_origin_refused.password_change_required.second_factor_required': {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Cache-Control': components['headers']['Cache-Control'];
        'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: {
    /** @description Names this request in our log: tell it to the operator when something is wrong. */
    'X-Request-Id': string;
    /** @description A response may hold a token (RFC 6749, section 5.1). */
    'Cache-Control': 'no-store';
    'X-Content-Type-Options': 'nosniff';
    /** @description How to authenticate (RFC 9110, section 11.6.1). */
    'WWW-Authenticate': string;
    /** @description Seconds after which it is worth trying again. */
    'Retry-After': number;
    /** @description Tells clients not to try again by themselves. */
    'X-Should-Retry': 'false';
    /** @description The cookie `__Host-tessera`, which no script can read and no other site can have sent. */
    'Set-Cookie': string;
    Location: string;
    /** @description Tells nginx to pass events on at once. */
    'X-Accel-Buffering': 'no';
    /** @description For `If-None-Match`. */
    ETag: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  createLoginToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "username": "denis",
         *       "password": "j8BDWYrQwDF5u4Yu"
         *     }
         */
        'application/json': components['schemas']['CreateLoginTokenDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LoginTokenResponseDto'];
        };
      };
      400: components['responses']['api2.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['api2.401.credentials_invalid'];
      403: components['responses']['api2.403.password_change_required.second_factor_required'];
      409: components['responses']['api2.409.token_limit_reached'];
      413: components['responses']['api2.413.body_too_large'];
      415: components['responses']['api2.415.unsupported_content_encoding'];
      500: components['responses']['api2.500.internal'];
      503: components['responses']['api2.503.overloaded.unavailable'];
    };
  };
  invalidateLoginTokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogoutResponseDto'];
        };
      };
      400: components['responses']['api2.400.authorization_header_required.malformed_body.malformed_request'];
      401: components['responses']['api2.401.token_invalid'];
      413: components['responses']['api2.413.body_too_large'];
      415: components['responses']['api2.415.unsupported_content_encoding'];
      500: components['responses']['api2.500.internal'];
      503: components['responses']['api2.503.unavailable'];
    };
  };
  getLoginTimeout: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TimeoutResponseDto'];
        };
      };
      400: components['responses']['api2.400.malformed_request'];
      401: components['responses']['api2.401.credentials_missing.token_invalid'];
      403: components['responses']['api2.403.role_required'];
      500: components['responses']['api2.500.internal'];
      503: components['responses']['api2.503.unavailable'];
    };
  };
  setLoginTimeout: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "timeout_seconds": 172800
         *     }
         */
        'application/json': components['schemas']['SetTimeoutDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TimeoutUpdatedResponseDto'];
        };
      };
      400: components['responses']['api2.400.invalid_request.malformed_body.malformed_request.setting_invalid'];
      401: components['responses']['api2.401.credentials_missing.token_invalid'];
      403: components['responses']['api2.403.role_required'];
      413: components['responses']['api2.413.body_too_large'];
      415: components['responses']['api2.415.unsupported_content_encoding'];
      500: components['responses']['api2.500.internal'];
      503: components['responses']['api2.503.unavailable'];
    };
  };
  listNamedTokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NamedTokenListResponseDto'];
        };
      };
      400: components['responses']['v1alpha.400.malformed_request'];
      401: components['responses']['v1alpha.401.credentials_invalid.credentials_missing.password_change_required.second_factor_required'];
      404: components['responses']['v1alpha.404.no_api_keys'];
      500: components['responses']['v1alpha.500.internal'];
      503: components['responses']['v1alpha.503.overloaded.unavailable'];
    };
  };
  createNamedToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "jwt_token_description": "Token specter",
         *       "jwt_token_life": "6 hours"
         *     }
         */
        'application/json': components['schemas']['CreateNamedTokenDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NamedTokenIssuedResponseDto'];
        };
      };
      400: components['responses']['v1alpha.400.description_taken_or_blank.invalid_request.lifetime_invalid.malformed_body.malformed_request'];
      401: components['responses']['v1alpha.401.credentials_invalid.credentials_missing.password_change_required.second_factor_required'];
      409: components['responses']['v1alpha.409.token_limit_reached'];
      413: components['responses']['v1alpha.413.body_too_large'];
      415: components['responses']['v1alpha.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['v1alpha.500.internal'];
      503: components['responses']['v1alpha.503.overloaded.unavailable'];
    };
  };
  getNamedToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NamedTokenResponseDto'];
        };
      };
      400: components['responses']['v1alpha.400.malformed_request'];
      401: components['responses']['v1alpha.401.credentials_invalid.credentials_missing.password_change_required.second_factor_required'];
      404: components['responses']['v1alpha.404.api_key_not_found'];
      500: components['responses']['v1alpha.500.internal'];
      503: components['responses']['v1alpha.503.overloaded.unavailable'];
    };
  };
  deleteNamedToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NamedTokenDeletedResponseDto'];
        };
      };
      400: components['responses']['v1alpha.400.malformed_body.malformed_request'];
      401: components['responses']['v1alpha.401.credentials_invalid.credentials_missing.password_change_required.second_factor_required'];
      404: components['responses']['v1alpha.404.api_key_not_found'];
      413: components['responses']['v1alpha.413.body_too_large'];
      415: components['responses']['v1alpha.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['v1alpha.500.internal'];
      503: components['responses']['v1alpha.503.overloaded.unavailable'];
    };
  };
  updateContextToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
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
        'application/json': components['schemas']['UpdateAuthtokenDto'];
      };
    };
    responses: {
      /** @description Changed */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['authtokens.400.context_not_found.invalid_request.malformed_body.malformed_request.user_not_found'];
      401: components['responses']['authtokens.401.credentials_invalid.credentials_missing.token_invalid'];
      403: components['responses']['authtokens.403.context_not_allowed.password_change_required.role_required.second_factor_required'];
      404: components['responses']['authtokens.404.token_not_found'];
      409: components['responses']['authtokens.409.token_limit_reached'];
      413: components['responses']['authtokens.413.body_too_large'];
      415: components['responses']['authtokens.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['authtokens.500.internal'];
      503: components['responses']['authtokens.503.overloaded.unavailable'];
    };
  };
  createContextToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
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
        'application/json': components['schemas']['CreateAuthtokenDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthtokenIssuedResponseDto'];
        };
      };
      400: components['responses']['authtokens.400.context_not_found.invalid_request.malformed_body.malformed_request.user_not_found'];
      401: components['responses']['authtokens.401.credentials_invalid.credentials_missing.token_invalid'];
      403: components['responses']['authtokens.403.context_not_allowed.password_change_required.role_required.second_factor_required'];
      409: components['responses']['authtokens.409.token_limit_reached'];
      413: components['responses']['authtokens.413.body_too_large'];
      415: components['responses']['authtokens.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['authtokens.500.internal'];
      503: components['responses']['authtokens.503.overloaded.unavailable'];
    };
  };
  revokeContextToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "token": "(token of createContextToken)"
         *     }
         */
        'application/json': components['schemas']['RevokeAuthtokenDto'];
      };
    };
    responses: {
      /** @description Revoked */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['authtokens.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['authtokens.401.credentials_invalid.credentials_missing.token_invalid'];
      403: components['responses']['authtokens.403.password_change_required.second_factor_required'];
      404: components['responses']['authtokens.404.token_not_found'];
      413: components['responses']['authtokens.413.body_too_large'];
      415: components['responses']['authtokens.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['authtokens.500.internal'];
      503: components['responses']['authtokens.503.overloaded.unavailable'];
    };
  };
  listContextTokens: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before. */
        after?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthtokenListResponseDto'];
        };
      };
      400: components['responses']['authtokens.400.invalid_request.malformed_request'];
      401: components['responses']['authtokens.401.credentials_invalid.credentials_missing.token_invalid'];
      403: components['responses']['authtokens.403.password_change_required.second_factor_required'];
      500: components['responses']['authtokens.500.internal'];
      503: components['responses']['authtokens.503.overloaded.unavailable'];
    };
  };
  listAvailableContexts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CatalogueResponseDto'];
        };
      };
      400: components['responses']['authtokens.400.malformed_request'];
      401: components['responses']['authtokens.401.credentials_invalid.credentials_missing.token_invalid'];
      403: components['responses']['authtokens.403.password_change_required.second_factor_required'];
      500: components['responses']['authtokens.500.internal'];
      503: components['responses']['authtokens.503.overloaded.unavailable'];
    };
  };
  logIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "username": "denis",
         *       "password": "j8BDWYrQwDF5u4Yu"
         *     }
         */
        'application/json': components['schemas']['LoginDto'];
        /**
         * @example {
         *       "username": "denis",
         *       "password": "j8BDWYrQwDF5u4Yu"
         *     }
         */
        'application/x-www-form-urlencoded': components['schemas']['LoginDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            components['schemas']['LoginTokensResponseDto'] | components['schemas']['ChallengeResponseDto'];
        };
      };
      400: components['responses']['v1.400.malformed_request'];
      401: components['responses']['v1.401.credentials_invalid'];
      409: components['responses']['v1.409.token_limit_reached'];
      413: components['responses']['v1.413.body_too_large'];
      415: components['responses']['v1.415.unsupported_content_encoding'];
      422: components['responses']['v1.422.invalid_request.malformed_body.unsupported_media_type'];
      500: components['responses']['v1.500.internal'];
      503: components['responses']['v1.503.overloaded.unavailable'];
    };
  };
  refreshTokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "username": "denis",
         *       "refresh_token": "(refresh_token of logIn)"
         *     }
         */
        'application/json': components['schemas']['TokenRefreshDto'];
        /**
         * @example {
         *       "username": "denis",
         *       "refresh_token": "(refresh_token of logIn)"
         *     }
         */
        'application/x-www-form-urlencoded': components['schemas']['TokenRefreshDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessTokensResponseDto'];
        };
      };
      400: components['responses']['v1.400.malformed_request'];
      401: components['responses']['v1.401.session_invalid'];
      409: components['responses']['v1.409.token_limit_reached'];
      413: components['responses']['v1.413.body_too_large'];
      415: components['responses']['v1.415.unsupported_content_encoding'];
      422: components['responses']['v1.422.invalid_request.malformed_body.unsupported_media_type'];
      429: components['responses']['v1.429.refresh_limit_exceeded'];
      500: components['responses']['v1.500.internal'];
      503: components['responses']['v1.503.unavailable'];
    };
  };
  revokeSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "refresh_token": "(refresh_token of logIn)"
         *     }
         */
        'application/json': components['schemas']['TokenRevokeDto'];
        /**
         * @example {
         *       "refresh_token": "(refresh_token of logIn)"
         *     }
         */
        'application/x-www-form-urlencoded': components['schemas']['TokenRevokeDto'];
      };
    };
    responses: {
      /** @description Ended */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['v1.400.malformed_request'];
      401: components['responses']['v1.401.token_invalid'];
      413: components['responses']['v1.413.body_too_large'];
      415: components['responses']['v1.415.unsupported_content_encoding'];
      422: components['responses']['v1.422.invalid_request.malformed_body.unsupported_media_type'];
      500: components['responses']['v1.500.internal'];
      503: components['responses']['v1.503.unavailable'];
    };
  };
  forgotPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "username": "denis"
         *     }
         */
        'application/json': components['schemas']['ForgotPasswordDto'];
        /**
         * @example {
         *       "username": "denis"
         *     }
         */
        'application/x-www-form-urlencoded': components['schemas']['ForgotPasswordDto'];
      };
    };
    responses: {
      /** @description Sent where there is such an account; nobody learns whether there is */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['v1.400.malformed_request'];
      413: components['responses']['v1.413.body_too_large'];
      415: components['responses']['v1.415.unsupported_content_encoding'];
      422: components['responses']['v1.422.invalid_request.malformed_body.unsupported_media_type'];
      429: components['responses']['v1.429.too_many_attempts'];
      500: components['responses']['v1.500.internal'];
      503: components['responses']['v1.503.unavailable'];
    };
  };
  confirmForgotPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "username": "denis",
         *       "password": "b2BDWZrQwDF5u4Yu",
         *       "confirmation_code": "(code of the mail)"
         *     }
         */
        'application/json': components['schemas']['ForgotPasswordConfirmDto'];
        /**
         * @example {
         *       "username": "denis",
         *       "password": "b2BDWZrQwDF5u4Yu",
         *       "confirmation_code": "(code of the mail)"
         *     }
         */
        'application/x-www-form-urlencoded': components['schemas']['ForgotPasswordConfirmDto'];
      };
    };
    responses: {
      /** @description Set */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['v1.400.malformed_request'];
      401: components['responses']['v1.401.confirmation_code_invalid'];
      413: components['responses']['v1.413.body_too_large'];
      415: components['responses']['v1.415.unsupported_content_encoding'];
      422: components['responses']['v1.422.invalid_request.malformed_body.password_unacceptable.unsupported_media_type'];
      429: components['responses']['v1.429.too_many_attempts'];
      500: components['responses']['v1.500.internal'];
      503: components['responses']['v1.503.overloaded.unavailable'];
    };
  };
  changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "access_token": "(access_token of logIn)",
         *       "previous_password": "j8BDWYrQwDF5u4Yu",
         *       "proposed_password": "b2BDWZrQwDF5u4Yu"
         *     }
         */
        'application/json': components['schemas']['ChangePasswordDto'];
        /**
         * @example {
         *       "access_token": "(access_token of logIn)",
         *       "previous_password": "j8BDWYrQwDF5u4Yu",
         *       "proposed_password": "b2BDWZrQwDF5u4Yu"
         *     }
         */
        'application/x-www-form-urlencoded': components['schemas']['ChangePasswordDto'];
      };
    };
    responses: {
      /** @description Changed */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['v1.400.malformed_request'];
      401: components['responses']['v1.401.credentials_invalid'];
      413: components['responses']['v1.413.body_too_large'];
      415: components['responses']['v1.415.unsupported_content_encoding'];
      422: components['responses']['v1.422.invalid_request.malformed_body.password_unacceptable.unsupported_media_type'];
      500: components['responses']['v1.500.internal'];
      503: components['responses']['v1.503.overloaded.unavailable'];
    };
  };
  setRequiredPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "session": "(session of logIn)",
         *       "username": "denis",
         *       "new_password": "b2BDWZrQwDF5u4Yu"
         *     }
         */
        'application/json': components['schemas']['NewPasswordRequiredDto'];
        /**
         * @example {
         *       "session": "(session of logIn)",
         *       "username": "denis",
         *       "new_password": "b2BDWZrQwDF5u4Yu"
         *     }
         */
        'application/x-www-form-urlencoded': components['schemas']['NewPasswordRequiredDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            components['schemas']['LoginTokensResponseDto'] | components['schemas']['ChallengeResponseDto'];
        };
      };
      400: components['responses']['v1.400.malformed_request'];
      401: components['responses']['v1.401.session_invalid'];
      409: components['responses']['v1.409.token_limit_reached'];
      413: components['responses']['v1.413.body_too_large'];
      415: components['responses']['v1.415.unsupported_content_encoding'];
      422: components['responses']['v1.422.invalid_request.malformed_body.password_unacceptable.unsupported_media_type'];
      500: components['responses']['v1.500.internal'];
      503: components['responses']['v1.503.overloaded.unavailable'];
    };
  };
  associateSoftwareToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "access_token": "(access_token of logIn)"
         *     }
         */
        'application/json': components['schemas']['AssociateSoftwareTokenDto'];
        /**
         * @example {
         *       "access_token": "(access_token of logIn)"
         *     }
         */
        'application/x-www-form-urlencoded': components['schemas']['AssociateSoftwareTokenDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SoftwareTokenResponseDto'];
        };
      };
      400: components['responses']['v1.400.malformed_request'];
      401: components['responses']['v1.401.reauthentication_required.session_invalid.token_invalid'];
      413: components['responses']['v1.413.body_too_large'];
      415: components['responses']['v1.415.unsupported_content_encoding'];
      422: components['responses']['v1.422.invalid_request.malformed_body.unsupported_media_type'];
      500: components['responses']['v1.500.internal'];
      503: components['responses']['v1.503.overloaded.unavailable'];
    };
  };
  verifySoftwareToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "access_token": "(access_token of logIn)",
         *       "user_code": "(code of the app)",
         *       "friendly_device_name": "My phone"
         *     }
         */
        'application/json': components['schemas']['VerifySoftwareTokenDto'];
        /**
         * @example {
         *       "access_token": "(access_token of logIn)",
         *       "user_code": "(code of the app)",
         *       "friendly_device_name": "My phone"
         *     }
         */
        'application/x-www-form-urlencoded': components['schemas']['VerifySoftwareTokenDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SoftwareTokenVerifiedResponseDto'];
        };
      };
      400: components['responses']['v1.400.malformed_request'];
      401: components['responses']['v1.401.confirmation_code_invalid.reauthentication_required.session_invalid.token_invalid'];
      413: components['responses']['v1.413.body_too_large'];
      415: components['responses']['v1.415.unsupported_content_encoding'];
      422: components['responses']['v1.422.invalid_request.malformed_body.unsupported_media_type'];
      500: components['responses']['v1.500.internal'];
      503: components['responses']['v1.503.overloaded.unavailable'];
    };
  };
  respondToAuthChallenge: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "challenge_name": "SOFTWARE_TOKEN_MFA",
         *       "session": "(session of logIn)",
         *       "username": "denis",
         *       "software_token_mfa_code": "(code of the app)"
         *     }
         */
        'application/json': components['schemas']['RespondToAuthChallengeDto'];
        /**
         * @example {
         *       "challenge_name": "SOFTWARE_TOKEN_MFA",
         *       "session": "(session of logIn)",
         *       "username": "denis",
         *       "software_token_mfa_code": "(code of the app)"
         *     }
         */
        'application/x-www-form-urlencoded': components['schemas']['RespondToAuthChallengeDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FactorLoginResponseDto'];
        };
      };
      400: components['responses']['v1.400.malformed_request'];
      401: components['responses']['v1.401.confirmation_code_invalid.credentials_invalid.session_invalid'];
      409: components['responses']['v1.409.token_limit_reached'];
      413: components['responses']['v1.413.body_too_large'];
      415: components['responses']['v1.415.unsupported_content_encoding'];
      422: components['responses']['v1.422.invalid_request.malformed_body.unsupported_media_type'];
      500: components['responses']['v1.500.internal'];
      503: components['responses']['v1.503.unavailable'];
    };
  };
  introspectToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "token": "(token of createLoginToken)"
         *     }
         */
        'application/x-www-form-urlencoded': components['schemas']['TokenRequestDto'];
        /**
         * @example {
         *       "token": "(token of createLoginToken)"
         *     }
         */
        'application/json': components['schemas']['TokenRequestDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IntrospectionResponseDto'];
        };
      };
      400: components['responses']['oauth2.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['oauth2.401.credentials_invalid.credentials_missing.token_invalid'];
      403: components['responses']['oauth2.403.password_change_required.role_required.second_factor_required'];
      413: components['responses']['oauth2.413.body_too_large'];
      415: components['responses']['oauth2.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['oauth2.500.internal'];
      503: components['responses']['oauth2.503.overloaded.unavailable'];
    };
  };
  revokeToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "token": "(token of createLoginToken)"
         *     }
         */
        'application/x-www-form-urlencoded': components['schemas']['TokenRequestDto'];
        /**
         * @example {
         *       "token": "(token of createLoginToken)"
         *     }
         */
        'application/json': components['schemas']['TokenRequestDto'];
      };
    };
    responses: {
      /** @description The token is not active, whether or not it ever was */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['oauth2.400.invalid_request.malformed_body.malformed_request'];
      413: components['responses']['oauth2.413.body_too_large'];
      415: components['responses']['oauth2.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['oauth2.500.internal'];
      503: components['responses']['oauth2.503.unavailable'];
    };
  };
  verifyRequest: {
    parameters: {
      query?: {
        /** @description The context that the token must be valid for; `*` stands for any. Without it no context token passes. */
        context?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Let it pass */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          /** @description The user name, percent-encoded but for visible ASCII. */
          'X-Auth-User': string;
          'X-Auth-User-Id': string;
          /** @description The role that the user has now; `none` for a context token. */
          'X-Auth-Role': 'admin' | 'auditor' | 'viewer' | 'service' | 'none';
          /** @description The contexts of a context token, with spaces between; `*` for any other token. */
          'X-Auth-Contexts': string;
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['oauth2.400.invalid_request.malformed_request'];
      401: components['responses']['oauth2.401.authorization_header_required.token_invalid'];
      403: components['responses']['oauth2.403.context_missing'];
      500: components['responses']['oauth2.500.internal'];
      503: components['responses']['oauth2.503.unavailable'];
    };
  };
  getJwks: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the copy that the caller has. */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': 'public, max-age=300';
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JwksResponseDto'];
        };
      };
      /** @description The copy that the caller has is still right */
      304: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': 'public, max-age=300';
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.unavailable'];
    };
  };
  getServerMetadata: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MetadataResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.unavailable'];
    };
  };
  getStatusList: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the copy that the caller has. */
        'If-None-Match'?: string;
      };
      path: {
        number: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A JWT */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': 'public, no-cache';
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/statuslist+jwt': string;
        };
      };
      /** @description The copy that the caller has is still right */
      304: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': 'public, no-cache';
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      404: components['responses']['problem.404.status_list_not_found'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.unavailable'];
    };
  };
  followRevocations: {
    parameters: {
      query?: never;
      header?: {
        /** @description Go on where an earlier stream ended. */
        'Last-Event-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A stream without an end */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'X-Accel-Buffering': components['headers']['X-Accel-Buffering'];
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.token_invalid'];
      403: components['responses']['problem.403.password_change_required.second_factor_required'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  getAuditCheckpoint: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A signed note */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.unavailable'];
    };
  };
  getAuditKey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description name+id+key */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.unavailable'];
    };
  };
  getConsoleSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsoleSessionResponseDto'];
        };
      };
      400: components['responses']['console.400.malformed_request'];
      401: components['responses']['console.401.credentials_missing.login_required'];
      500: components['responses']['console.500.internal'];
      503: components['responses']['console.503.unavailable'];
    };
  };
  openConsoleSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "username": "denis",
         *       "password": "j8BDWYrQwDF5u4Yu"
         *     }
         */
        'application/json': components['schemas']['OpenConsoleSessionDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Set-Cookie': components['headers']['Set-Cookie'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpenedConsoleSessionResponseDto'];
        };
      };
      400: components['responses']['console.400.invalid_request.malformed_body.malformed_request.password_unacceptable'];
      401: components['responses']['console.401.confirmation_code_invalid.credentials_invalid'];
      403: components['responses']['console.403.cross_origin_refused.password_change_required.second_factor_required'];
      413: components['responses']['console.413.body_too_large'];
      415: components['responses']['console.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['console.500.internal'];
      503: components['responses']['console.503.overloaded.unavailable'];
    };
  };
  endConsoleSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session has ended */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Set-Cookie': components['headers']['Set-Cookie'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['console.400.malformed_body.malformed_request'];
      401: components['responses']['console.401.credentials_missing.login_required'];
      403: components['responses']['console.403.cross_origin_refused'];
      413: components['responses']['console.413.body_too_large'];
      415: components['responses']['console.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['console.500.internal'];
      503: components['responses']['console.503.unavailable'];
    };
  };
  reauthenticateConsoleSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "password": "j8BDWYrQwDF5u4Yu"
         *     }
         */
        'application/json': components['schemas']['ReauthenticateDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsoleSessionResponseDto'];
        };
      };
      400: components['responses']['console.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['console.401.credentials_invalid.credentials_missing.login_required'];
      403: components['responses']['console.403.cross_origin_refused'];
      413: components['responses']['console.413.body_too_large'];
      415: components['responses']['console.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['console.500.internal'];
      503: components['responses']['console.503.overloaded.unavailable'];
    };
  };
  listAuditEvents: {
    parameters: {
      query?: {
        action?:
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
        actor?: string;
        /** @description An id or a name. */
        target?: string;
        outcome?: 'success' | 'refused';
        requestId?: string;
        /** @description Later than this time; or the `next` of the page before. */
        after?: string;
        /** @description Earlier than this time (RFC 3339). */
        before?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditEventPageResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  getAuditEvent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditEventResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.audit_event_not_found'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  proveAuditEvent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventProofResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.audit_event_not_found'];
      409: components['responses']['problem.409.audit_event_not_sealed'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  proveAuditGrowth: {
    parameters: {
      query: {
        first: number;
        /** @description The present size by default. */
        second?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GrowthProofResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  exportAuditLog: {
    parameters: {
      query?: {
        /** @description The first leaf. */
        first?: number;
        /** @description The last leaf. */
        last?: number;
        /** @description The newest by default. */
        epoch?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description An event a line, and the checkpoint that signs them in the last */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/jsonl': string;
          'application/vnd.ocsf+json': string;
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  listUsers: {
    parameters: {
      query?: {
        /** @description The beginning of the user name, full name or e-mail, in any case. */
        query?: string;
        role?: 'admin' | 'auditor' | 'viewer' | 'service';
        enabled?: boolean;
        source?: 'local';
        /** @description The `next` of the page before. */
        after?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserPageResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  createUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "username": "denis",
         *       "password": "j8BDWYrQwDF5u4Yu",
         *       "role": "viewer",
         *       "fullName": "Denis Weber",
         *       "email": "denis@example.com"
         *     }
         */
        'application/json': components['schemas']['CreateUserDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request.password_unacceptable'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      409: components['responses']['problem.409.username_taken'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  getUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.user_not_found'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  deleteUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Deleted */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.user_not_found'];
      409: components['responses']['problem.409.last_admin'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  updateUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "fullName": "Denis Weber-Lang"
         *     }
         */
        'application/json': components['schemas']['UpdateUserDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request.password_unacceptable'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.user_not_found'];
      409: components['responses']['problem.409.last_admin'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  revokeUserTokens: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevokedTokensResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.user_not_found'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  listContexts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContextListResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  createContext: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "code": 3,
         *       "name": "CloseChangeRequest",
         *       "description": "Close a change request"
         *     }
         */
        'application/json': components['schemas']['CreateContextDto'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContextResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      409: components['responses']['problem.409.context_taken'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  deleteContext: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Deleted */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.context_not_found'];
      409: components['responses']['problem.409.context_in_use'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  updateContext: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "CloseChangeRequest",
         *       "description": "Close a change request"
         *     }
         */
        'application/json': components['schemas']['UpdateContextDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContextResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.context_not_found'];
      409: components['responses']['problem.409.context_taken'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  getAllowedContexts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AllowedContextsResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.user_not_found'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  setAllowedContexts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "allowed": [
         *         "AddCommentToChangeRequest"
         *       ]
         *     }
         */
        'application/json': components['schemas']['AllowedContextsDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AllowedContextsResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.user_not_found'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  listContextHolders: {
    parameters: {
      query?: {
        /** @description The `next` of the page before. */
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        code: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContextHolderPageResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.context_not_found'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  explainToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "token": "not-a-token"
         *     }
         */
        'application/json': components['schemas']['ExplainTokenDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExplanationResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  search: {
    parameters: {
      query: {
        /** @description A user name, full name or e-mail address, or the id of a user, token, session or request. */
        q: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  getOverview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OverviewResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  listSigningKeys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SigningKeyPageResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  rotateSigningKeys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SigningKeyPageResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      409: components['responses']['problem.409.rotation_too_early'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  revokeSigningKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "Its file was on a stolen laptop"
         *     }
         */
        'application/json': components['schemas']['RevokeSigningKeyDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevokedSigningKeyResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.signing_key_not_found'];
      409: components['responses']['problem.409.signing_key_revoked'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  getSettings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingsResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  updateSettings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "api2TokenSeconds": 86400,
         *       "v1AccessTokenSeconds": 86400,
         *       "maxTokensPerUser": 10000,
         *       "auditRetentionDays": 36500,
         *       "endedTokenRetentionDays": 30
         *     }
         */
        'application/json': components['schemas']['UpdateSettingsDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingsResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request.setting_invalid'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  listTokens: {
    parameters: {
      query?: {
        /** @description One or several, with commas between, of login, api_key, context, session_access, session_id, session_refresh, console. */
        kind?: string;
        userId?: number;
        username?: string;
        sessionId?: string;
        status?: 'active' | 'suspended' | 'expired' | 'revoked';
        /** @description The name of a context that the token itself lists. */
        context?: string;
        /** @description What the owner calls it, to the letter. */
        description?: string;
        /** @description Later than this. */
        issuedAfter?: string;
        /** @description Earlier than this. */
        issuedBefore?: string;
        /** @description Later than this; tokens that never expire are not among them. */
        expiresAfter?: string;
        /** @description Earlier than this. */
        expiresBefore?: string;
        /** @description Last used later than this. */
        usedAfter?: string;
        /** @description Neither used nor issued since. */
        unusedSince?: string;
        /** @description Where it was issued to: an address, or a network such as 192.0.2.0/24. */
        address?: string;
        /** @description The id of the key that signed it. */
        keyId?: number;
        /** @description The `next` of the page before. */
        after?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenPageResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  getToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.token_not_found'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  endToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "The laptop was stolen"
         *     }
         */
        'application/json': components['schemas']['EndDto'];
      };
    };
    responses: {
      /** @description Ended */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.token_not_found'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  listSessions: {
    parameters: {
      query?: {
        userId?: number;
        username?: string;
        status?: 'active' | 'suspended' | 'expired' | 'revoked';
        /** @description Later than this. */
        issuedAfter?: string;
        /** @description Earlier than this. */
        issuedBefore?: string;
        /** @description Where it was issued to: an address, or a network such as 192.0.2.0/24. */
        address?: string;
        /** @description The `next` of the page before. */
        after?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionPageResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  endSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "The laptop was stolen"
         *     }
         */
        'application/json': components['schemas']['EndDto'];
      };
    };
    responses: {
      /** @description Ended */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.session_not_found'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  listSecondFactors: {
    parameters: {
      query?: {
        /** @description The `next` of the page before. */
        after?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FactorPageResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  getSecondFactorRoles: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SecondFactorRolesResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  setSecondFactorRoles: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "roles": [
         *         "auditor"
         *       ]
         *     }
         */
        'application/json': components['schemas']['SecondFactorRolesDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SecondFactorRolesResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  getSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SecondFactorResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.user_not_found'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  requireSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "required": true
         *     }
         */
        'application/json': components['schemas']['RequireSecondFactorDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SecondFactorResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.user_not_found'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  resetSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Removed, or there was none */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.user_not_found'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  listIncidents: {
    parameters: {
      query?: {
        /** @description The `next` of the page before. */
        after?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentPageResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  createIncident: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
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
        'application/json': components['schemas']['CreateIncidentDto'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentPreviewResponseDto'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentBegunResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.reauthentication_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.role_required.second_factor_required'];
      409: components['responses']['problem.409.match_changed'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  getIncident: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.role_required.second_factor_required'];
      404: components['responses']['problem.404.incident_not_found'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  listOwnTokens: {
    parameters: {
      query?: {
        status?: 'active' | 'suspended' | 'expired' | 'revoked';
        /** @description The `next` of the page before. */
        after?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenPageResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.second_factor_required'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  endOwnToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ended */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.second_factor_required'];
      404: components['responses']['problem.404.token_not_found'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  listOwnSessions: {
    parameters: {
      query?: {
        status?: 'active' | 'suspended' | 'expired' | 'revoked';
        /** @description The `next` of the page before. */
        after?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionPageResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.second_factor_required'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  endOwnSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ended */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['problem.400.invalid_request.malformed_body.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.cross_origin_refused.password_change_required.second_factor_required'];
      404: components['responses']['problem.404.session_not_found'];
      413: components['responses']['problem.413.body_too_large'];
      415: components['responses']['problem.415.unsupported_content_encoding.unsupported_media_type'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  getOwnSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SecondFactorResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      401: components['responses']['problem.401.credentials_invalid.credentials_missing.login_required.token_invalid'];
      403: components['responses']['problem.403.password_change_required.second_factor_required'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.overloaded.unavailable'];
    };
  };
  getLiveness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HealthResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.unavailable'];
    };
  };
  getReadiness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadinessResponseDto'];
        };
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      500: components['responses']['problem.500.internal'];
      /** @description Not ready; `checks` says what fails */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadinessResponseDto'];
        };
      };
    };
  };
  openDocumentation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description To `/console` or `/docs` */
      302: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['problem.400.invalid_request.malformed_request'];
      500: components['responses']['problem.500.internal'];
      503: components['responses']['problem.503.unavailable'];
    };
  };
}
