import type { LoginOutcome } from '../../sessions/sessions.service.js';
import type { AccessTokens, LoginTokens } from '../../sessions/session-tokens.js';
import type { AccessTokensDto, ChallengeDto, LoginTokensDto } from './dto/responses.dto.js';

export function presentLogin(outcome: LoginOutcome): LoginTokensDto | ChallengeDto {
  return 'challenge' in outcome
    ? { challenge_name: 'NEW_PASSWORD_REQUIRED', session: outcome.challenge }
    : presentLoginTokens(outcome);
}

export function presentLoginTokens(tokens: LoginTokens): LoginTokensDto {
  const { idToken, accessToken, refreshToken, expiresIn } = tokens;
  return { id_token: idToken, access_token: accessToken, refresh_token: refreshToken, expires_in: expiresIn };
}

export function presentAccessTokens({ idToken, accessToken, expiresIn }: AccessTokens): AccessTokensDto {
  return { id_token: idToken, access_token: accessToken, expires_in: expiresIn };
}
