import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One login. It lives as long as its refresh token: that row in `tokens` says whether it was revoked. */
@Entity('sessions')
export class SessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sessions_pkey' })
  id: string;

  @Column('integer')
  userId: number;

  /** By refreshing; the login's own is not counted. */
  @Column('integer', { default: 0 })
  accessTokensIssued: number;

  @Column('timestamptz', { nullable: true })
  lastRefreshedAt: Date | null;

  /** The `auth_time` of its id tokens. */
  @Column('timestamptz')
  createdAt: Date;

  @Index('sessions_expires_at_idx')
  @Column('timestamptz')
  expiresAt: Date;
}
