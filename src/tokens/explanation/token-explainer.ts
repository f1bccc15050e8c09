import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { TokenStateRepository } from '../../database/repositories/token-state.repository.js';
import { TokenIntrospection } from '../token-introspection.js';
import { check, type Check, type Explanation } from './explanation.js';
import { JwtExplainer } from './jwt-explainer.js';
import { checksOfState } from './state-checks.js';

/** Explains to an operator why a text is accepted or refused. The text is told nobody, neither in the log nor in errors. */
@Injectable()
export class TokenExplainer {
  constructor(
    private readonly introspection: TokenIntrospection,
    private readonly jwts: JwtExplainer,
    private readonly states: TokenStateRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `unavailable` where the revocations are not known. */
  async explain(text: string): Promise<Explanation> {
    const verdict = (await this.introspection.introspect(text)) ? 'active' : 'refused';
    const checks = text.includes('.') ? await this.jwts.explain(text) : await this.explainOpaque(text);
    const isSame = checks.every(({ ok }) => ok) === (verdict === 'active');
    // Something that only verification looks at, such as a row that was tampered with; or it changed in between.
    const other = check('verification', verdict === 'active', 'Accepted', 'Refused; the log may say why');
    return { verdict, checks: isSame ? checks : [...checks, other] };
  }

  private async explainOpaque(text: string): Promise<Check[]> {
    const { recognized, id } = await this.introspection.locate(text);
    if (!recognized)
      return [check('form', false, '', 'Neither a JWT nor a text that we issue: perhaps mistyped or cut')];
    const state = id === undefined ? undefined : await this.states.find(id);
    if (state) return checksOfState(state, this.clock.now());
    const unknown = 'No token has this text: it was never issued, or ended more than a day ago';
    return [check('form', true, 'A text as we issue them', ''), check('known', false, '', unknown)];
  }
}
