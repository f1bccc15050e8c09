import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('signing_keys')
@Index('signing_keys_current_key', ['state'], { unique: true, where: "state = 'current'" })
export class SigningKeyEntity {
  /** The JWK thumbprint (RFC 7638) of the public key. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'signing_keys_pkey' })
  kid: string;

  @Column('text')
  state: 'current';

  /** SubjectPublicKeyInfo in PEM. */
  @Column('text')
  publicKey: string;

  /** PKCS #8 in PEM, sealed with the master key. */
  @Column('bytea')
  sealedPrivateKey: Buffer;

  @Column('timestamptz')
  createdAt: Date;
}
