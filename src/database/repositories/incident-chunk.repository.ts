import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IncidentAction } from '../../common/incident.js';
import { IncidentChunkEntity } from '../entities/incident-chunk.entity.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

/** Tokens of one chunk of the revocation bits to which an incident does something that their rows may not say yet. */
export interface DueChunk {
  readonly action: IncidentAction;
  readonly chunk: number;
  readonly bits: Buffer;
}

@Injectable()
export class IncidentChunkRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds to the tokens of an incident. @param chunks the bits by the number of the chunk. */
  async insert(
    transaction: Transaction,
    incidentNumber: string,
    chunks: Iterable<readonly [number, Uint8Array]>,
  ): Promise<void> {
    for (const [chunk, bits] of chunks) {
      await managerOf(transaction).query(
        'INSERT INTO incident_chunks (incident_number, chunk, bits) VALUES ($1, $2, $3)',
        [incidentNumber, chunk, Buffer.from(bits)],
      );
    }
  }

  /** The first of an incident. */
  findFirst(transaction: Transaction, incidentNumber: string): Promise<IncidentChunkEntity | null> {
    return managerOf(transaction).findOne(IncidentChunkEntity, { where: { incidentNumber }, order: { chunk: 'ASC' } });
  }

  async updatePosition(
    transaction: Transaction,
    { incidentNumber, chunk }: IncidentChunkEntity,
    position: number,
  ): Promise<void> {
    await managerOf(transaction).update(IncidentChunkEntity, { incidentNumber, chunk }, { position });
  }

  async delete(transaction: Transaction, { incidentNumber, chunk }: IncidentChunkEntity): Promise<void> {
    await managerOf(transaction).delete(IncidentChunkEntity, { incidentNumber, chunk });
  }

  /** What is due of all incidents, in their order: of two that are about a token, the later one decides. */
  listDue(): Promise<DueChunk[]> {
    return this.dataSource.query<DueChunk[]>(
      `SELECT incident.action, due.chunk, due.bits
       FROM incident_chunks AS due JOIN incidents AS incident ON incident.number = due.incident_number
       ORDER BY due.incident_number`,
    );
  }
}
