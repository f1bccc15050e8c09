import { Injectable } from '@nestjs/common';
import { isSignedBy, parseJws } from '@tessera-auth/verifier/protocol/compact-jws';
import { canHaveSigned } from '@tessera-auth/verifier/protocol/signing-days';
import { tokenClaimsOf } from '@tessera-auth/verifier/protocol/token-claims';
import { validate as isUuid } from 'uuid';
import { Clock, epochSeconds } from '../../common/clock.js';
import { Config } from '../../config/config.js';
import { TokenStateRepository, type TokenState } from '../../database/repositories/token-state.repository.js';
import { KeyRotationService } from '../../signing-keys/key-rotation.service.js';
import { parsePublicKey, publishedKey, type PublishedKey } from '../../signing-keys/signing-key.js';
import { IssuedIndexes } from '../issued-indexes.js';
import { readClaims } from '../jwt-format.js';
import { RevocationState } from '../revocation-state.js';
import { CLOCK_SKEW_SECONDS } from '../tokens.service.js';
import { check, type Check } from './explanation.js';
import { checksOfOwner, endOf } from './state-checks.js';

/** Of a stranger's text no more than this is told. */
const MAX_QUOTED = 200;

type Json = Readonly<Record<string, unknown>>;

/** Makes each check of a JWT by itself, whatever came of the others. */
@Injectable()
export class JwtExplainer {
  constructor(
    private readonly states: TokenStateRepository,
    private readonly rotation: KeyRotationService,
    private readonly revocations: RevocationState,
    private readonly indexes: IssuedIndexes,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async explain(text: string): Promise<Check[]> {
    const [header, payload] = text.split('.', 2).map(readSegment);
    if (!header || !payload) return [check('form', false, '', 'Neither a JWT nor a text that we issue')];
    const key = await this.findKey(header.kid);
    const state = isUuid(payload.jti) ? await this.states.find(payload.jti as string) : undefined;
    return [
      this.formCheck(text, payload),
      check(
        'issuer',
        payload.iss === this.config.publicUrl,
        'Issued by us',
        `Says that ${quote(payload.iss)} issued it`,
      ),
      this.keyCheck(header, payload, key),
      signatureCheck(text, key),
      this.timesCheck(payload),
      await this.revocationCheck(payload, state),
      ...(state ? checksOfOwner(state) : []),
    ];
  }

  /** Whatever the issuer is, which is a check of its own. */
  private formCheck(text: string, { iss }: Json): Check {
    const jws = parseJws(text);
    const claims = jws && typeof iss === 'string' ? tokenClaimsOf(jws, iss) : undefined;
    const known = claims && readClaims(claims, jws!.header.kid);
    const no = jws ? 'A JWT, but not with the claims that we write' : 'A JWT, but not in the form in which we sign';
    return check('form', known !== undefined, `A JWT of the kind ${known?.kind}`, no);
  }

  /** The revoked ones too. */
  private async findKey(kid: unknown): Promise<PublishedKey | undefined> {
    const row = (await this.rotation.listKeys()).find((key) => key.kid === kid);
    return row && publishedKey(row, parsePublicKey(row.publicKey));
  }

  private keyCheck({ kid }: Json, { iat }: Json, key: PublishedKey | undefined): Check {
    if (!key) return check('key', false, '', `No key of ours has the id ${quote(kid)}`);
    if (key.state === 'revoked') return check('key', false, '', 'The key is revoked, and with it all that it signed');
    const couldSign = canHaveSigned(key, Number(iat), epochSeconds(this.clock.now()));
    return check('key', couldSign, `The key is ${key.state}`, 'The key did not sign when the token says it was issued');
  }

  private timesCheck({ nbf, exp }: Json): Check {
    const now = epochSeconds(this.clock.now());
    if (!Number.isSafeInteger(nbf) || !Number.isSafeInteger(exp))
      return check('times', false, '', 'Has no valid times');
    const hasBegun = now + CLOCK_SKEW_SECONDS >= Number(nbf);
    const no = hasBegun ? `Expired at ${instant(exp)}` : `Not valid before ${instant(nbf)}`;
    return check('times', hasBegun && now < Number(exp), `Valid from ${instant(nbf)} to ${instant(exp)}`, no);
  }

  /** The bit decides, as in verification; the row says when. */
  private async revocationCheck({ status }: Json, state: TokenState | undefined): Promise<Check> {
    const idx = (status as { status_list?: { idx?: unknown } } | null | undefined)?.status_list?.idx;
    if (!Number.isSafeInteger(idx) || Number(idx) < 0 || !(await this.indexes.includes(Number(idx)))) {
      return check('revocation', false, '', 'No token was ever given the place in the status lists that it names');
    }
    const end = (state && endOf(state)) ?? 'Revoked or suspended';
    const rowless = state ? '' : '; there is no row of it any more';
    return check('revocation', this.revocations.isValid(Number(idx)), `Neither revoked nor suspended${rowless}`, end);
  }
}

function signatureCheck(text: string, key: PublishedKey | undefined): Check {
  const jws = parseJws(text);
  if (!jws || !key) return check('signature', false, '', jws ? 'Cannot be checked without the key' : 'Cannot be read');
  const no = 'The key did not sign this: the text was changed or cut, or forged';
  return check('signature', isSignedBy(jws, key.publicKey), 'The key signed it', no);
}

/** However it is written: what is wrong with it is told by the check of the form. */
function readSegment(segment: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(segment, 'base64url').toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}

function quote(value: unknown): string {
  return (JSON.stringify(value) ?? 'nobody').slice(0, MAX_QUOTED);
}

function instant(seconds: unknown): string {
  const date = new Date(Number(seconds) * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString();
}
