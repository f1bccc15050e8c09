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

  /** How the user logged in (RFC 8176), where a second factor was asked for; null where a password was enough. */
  @Column('text', { array: true, nullable: true })
  amr: string[] | null;

  /** The `auth_time` of its tokens. */
  @Column('timestamptz')
  createdAt: Date;

  @Index('sessions_expires_at_idx')
  @Column('timestamptz')
  expiresAt: Date;
}
