import { Readable } from 'node:stream';
import type { AuditEvent } from '../../common/audit-event.js';
import type { AuditExport } from '../../audit/audit-export.service.js';
import type { EventProof, GrowthProof } from '../../audit/audit-log.service.js';
import { encodeCursor, type EventQuery } from './audit-query.js';
import type { AuditEventPageResponseDto, EventProofResponseDto, GrowthProofResponseDto } from './dto/audit.dto.js';
import { toOcsf } from './ocsf.js';

/** @param events one more than the limit where there is another page. */
export function presentEvents(events: readonly AuditEvent[], { limit, filter }: EventQuery): AuditEventPageResponseDto {
  const items = events.slice(0, limit);
  const last = items.at(-1);
  return { items: [...items], next: events.length > limit && last ? encodeCursor(last, filter.after) : null };
}

export function presentEventProof({ path, leafHash, ...proof }: EventProof): EventProofResponseDto {
  return { ...proof, leafHash: leafHash.toString('base64'), inclusionPath: base64(path) };
}

export function presentGrowthProof({ first, second, path }: GrowthProof): GrowthProofResponseDto {
  return { first, second, consistencyPath: base64(path) };
}

/** Each line is a payload, byte for byte as it was hashed; the last one has the checkpoint that signs them. */
export function presentExport({ pages, checkpoint, first, size, left }: AuditExport): Readable {
  async function* lines(): AsyncGenerator<string> {
    for await (const page of pages) yield `${page.join('\n')}\n`;
    yield `${JSON.stringify({ checkpoint, first, size, ...(first > 0 && { left: base64(left) }) })}\n`;
  }
  return Readable.from(lines(), { objectMode: false });
}

/** The same events as OCSF, one a line. They are not what was hashed, so no checkpoint stands at the end. */
export function presentOcsfExport({ pages }: AuditExport): Readable {
  async function* lines(): AsyncGenerator<string> {
    for await (const page of pages) {
      yield page.map((payload) => `${JSON.stringify(toOcsf(JSON.parse(payload) as AuditEvent))}\n`).join('');
    }
  }
  return Readable.from(lines(), { objectMode: false });
}

function base64(hashes: readonly Buffer[]): string[] {
  return hashes.map((hash) => hash.toString('base64'));
}
