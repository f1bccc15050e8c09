import type { LoginOutcome } from '../../sessions/sessions.service.js';
import type { AccessTokens, LoginTokens } from '../../sessions/session-tokens.js';
import type { AccessTokensResponseDto, ChallengeResponseDto, LoginTokensResponseDto } from './dto/responses.dto.js';

export function presentLogin(outcome: LoginOutcome): LoginTokensResponseDto | ChallengeResponseDto {
  return 'challenge' in outcome
    ? { challenge_name: 'NEW_PASSWORD_REQUIRED', session: outcome.challenge }
    : presentLoginTokens(outcome);
}

export function presentLoginTokens(tokens: LoginTokens): LoginTokensResponseDto {
  const { idToken, accessToken, refreshToken, expiresIn } = tokens;
  return { id_token: idToken, access_token: accessToken, refresh_token: refreshToken, expires_in: expiresIn };
}

export function presentAccessTokens({ idToken, accessToken, expiresIn }: AccessTokens): AccessTokensResponseDto {
  return { id_token: idToken, access_token: accessToken, expires_in: expiresIn };
}
