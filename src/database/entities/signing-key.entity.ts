import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * `next` is published and does not sign yet, `current` signs, `retired` still verifies what it has signed, of `revoked`
 * nothing is accepted any more.
 */
export type SigningKeyState = 'next' | 'current' | 'retired' | 'revoked';

@Entity('signing_keys')
@Index('signing_keys_current_key', ['state'], { unique: true, where: "state = 'current'" })
@Index('signing_keys_next_key', ['state'], { unique: true, where: "state = 'next'" })
export class SigningKeyEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'signing_keys_pkey',
  })
  id: number;

  /** The JWK thumbprint (RFC 7638) of the public key. */
  @Index('signing_keys_kid_key', { unique: true })
  @Column('text')
  kid: string;

  @Column('text')
  state: SigningKeyState;

  /** SubjectPublicKeyInfo in PEM. */
  @Column('text')
  publicKey: string;

  /** PKCS #8 in PEM, sealed with the master key; null once retired or revoked, since nothing is to be signed with it again. */
  @Column('bytea', { nullable: true })
  sealedPrivateKey: Buffer | null;

  /** From then on it is published. */
  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  activatedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  retiredAt: Date | null;

  /** The admin who revoked it. */
  @Column('integer', { nullable: true })
  revokedById: number | null;

  @Column('text', { nullable: true })
  revokedReason: string | null;
}
