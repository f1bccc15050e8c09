import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `next` is published and does not sign yet, `current` signs, `retired` still verifies what it has signed. */
export type SigningKeyState = 'next' | 'current' | 'retired';

@Entity('signing_keys')
@Index('signing_keys_current_key', ['state'], { unique: true, where: "state = 'current'" })
@Index('signing_keys_next_key', ['state'], { unique: true, where: "state = 'next'" })
export class SigningKeyEntity {
  /** The JWK thumbprint (RFC 7638) of the public key. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'signing_keys_pkey' })
  kid: string;

  @Column('text')
  state: SigningKeyState;

  /** SubjectPublicKeyInfo in PEM. */
  @Column('text')
  publicKey: string;

  /** PKCS #8 in PEM, sealed with the master key; null once retired, since nothing is to be signed with it again. */
  @Column('bytea', { nullable: true })
  sealedPrivateKey: Buffer | null;

  /** From then on it is published. */
  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  activatedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  retiredAt: Date | null;
}
