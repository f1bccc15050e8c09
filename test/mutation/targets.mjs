/**
 * The folders whose code is made wrong, each with the specs that have to notice: those of the first stage are tried
 * first, because they take seconds, and the next only where they noticed nothing. Each is a pattern of paths.
 */
export const TARGETS = [
  {
    folder: 'src/tokens',
    stages: [
      ['src/tokens/', 'test/tokens/', 'test/api/api2/', 'test/api/oauth2/', 'test/verification/status-lists'],
      [
        'test/verification/(verification-paths|revocation-events|disabled-owner|attacks|contexts)',
        'test/abuse/(leaked|forged|keys-in-motion|lost-connection)',
        'test/auth/token-ends',
        'test/api/(well-known|admin/signing-keys|v1/sessions|v1alpha/tokens)',
        'test/events/',
        'test/database/change-feed',
      ],
    ],
  },
  {
    folder: 'src/database/changes',
    stages: [
      ['test/database/change-feed', 'test/tokens/', 'test/verification/revocation-events'],
      ['test/abuse/(leaked|forged|frozen|lost)', 'test/api/health', 'test/verification/status-lists'],
    ],
  },
  {
    folder: 'src/sessions',
    stages: [
      ['test/api/v1/', 'test/auth/token-ends'],
      ['test/api/oauth2/', 'test/verification/verification-paths', 'test/events/', 'test/database/cleanup'],
    ],
  },
  {
    folder: 'src/contexts',
    stages: [
      ['test/api/authtokens/', 'test/verification/(contexts|disabled-owner)', 'test/api/admin/contexts'],
      ['test/api/oauth2/', 'test/database/reseal', 'test/auth/token-ends', 'test/events/'],
    ],
  },
  {
    folder: 'src/auth',
    stages: [
      ['src/auth/', 'test/auth/', 'test/api/v1/', 'test/architecture/', 'test/api/api2/'],
      ['test/abuse/', 'test/api/v1alpha/access', 'test/api/oauth2/', 'test/events/', 'test/tokens/'],
    ],
  },
];
