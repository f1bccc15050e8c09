import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IncidentEntity } from './incident.entity.js';

/** The tokens of an incident in one chunk of the revocation bits, until the rows of all of them say it. */
@Entity('incident_chunks')
export class IncidentChunkEntity {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'incident_chunks_pkey' })
  @ForeignKey<IncidentEntity>(() => IncidentEntity, 'number', { name: 'incident_chunks_incident_number_fkey' })
  incidentNumber: string;

  @Index('incident_chunks_chunk_idx')
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'incident_chunks_pkey' })
  chunk: number;

  /** BITS_PER_CHUNK bits, the lowest of a byte first. */
  @Column('bytea')
  bits: Buffer;

  /** With how many of its tokens the incident is done, from the lowest index on. */
  @Column('integer', { default: 0 })
  position: number;
}
