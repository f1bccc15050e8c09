import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { IncidentAction } from '../../common/incident.js';

/** An act on all tokens that match: they are in `incident_chunks` until their rows say it. */
@Entity('incidents')
@Index('incidents_unfinished_idx', ['number'], { where: 'ended_at IS NULL' })
export class IncidentEntity {
  /** Their order: the one before is done with a token before the next comes to it. */
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'incidents_pkey',
  })
  number: string;

  @Index('incidents_id_key', { unique: true })
  @Column('uuid')
  id: string;

  @Column('text')
  action: IncidentAction;

  @Column('text')
  reason: string;

  /** A `TokenMatch` in JSON. */
  @Column('jsonb')
  match: object;

  @Column('integer')
  actorId: number;

  @Column('text')
  actorUsername: string;

  /** How many tokens it is about. */
  @Column('integer')
  matched: number;

  /** Of how many the row says it, or needs not say it any more. */
  @Column('integer', { default: 0 })
  done: number;

  @Column('timestamptz')
  startedAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  /** Why the last attempt to go on failed; null where it did not. */
  @Column('text', { nullable: true })
  failure: string | null;
}
