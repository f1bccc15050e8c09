import type { LoginOutcome, LoginStep } from '../../sessions/sessions.service.js';
import type { AccessTokens, LoginTokens } from '../../sessions/session-tokens.js';
import type {
  AccessTokensResponseDto,
  ChallengeName,
  ChallengeResponseDto,
  LoginTokensResponseDto,
} from './dto/responses.dto.js';

/** As Amazon Cognito calls them. */
const CHALLENGE_NAMES: Readonly<Record<LoginStep, ChallengeName>> = {
  new_password: 'NEW_PASSWORD_REQUIRED',
  factor_code: 'SOFTWARE_TOKEN_MFA',
  factor_setup: 'MFA_SETUP',
};

export function presentLogin(outcome: LoginOutcome): LoginTokensResponseDto | ChallengeResponseDto {
  return 'challenge' in outcome
    ? { challenge_name: CHALLENGE_NAMES[outcome.step], session: outcome.challenge }
    : presentLoginTokens(outcome);
}

export function presentLoginTokens(tokens: LoginTokens): LoginTokensResponseDto {
  const { idToken, accessToken, refreshToken, expiresIn } = tokens;
  return { id_token: idToken, access_token: accessToken, refresh_token: refreshToken, expires_in: expiresIn };
}

export function presentAccessTokens({ idToken, accessToken, expiresIn }: AccessTokens): AccessTokensResponseDto {
  return { id_token: idToken, access_token: accessToken, expires_in: expiresIn };
}
