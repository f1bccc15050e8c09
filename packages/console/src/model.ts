import type { components } from '@tessera-auth/client';

type Schemas = components['schemas'];

export type ConsoleSession = Schemas['ConsoleSessionResponseDto'];
export type Context = Schemas['ContextResponseDto'];
export type SigningKey = Schemas['SigningKeyResponseDto'];
export type AuditEvent = Schemas['AuditEventResponseDto'];
export type EventProof = Schemas['EventProofResponseDto'];
export type Overview = Schemas['OverviewResponseDto'];
export type Hour = Overview['hours'][number];
export type Role = ConsoleSession['role'];

export const ROLES: readonly Role[] = ['admin', 'auditor', 'service', 'viewer'];

export const KINDS = [
  'login',
  'api_key',
  'context',
  'session_access',
  'session_id',
  'session_refresh',
  'console',
] as const;

export const STATUSES = ['active', 'suspended', 'revoked', 'expired'] as const;

export type Status = (typeof STATUSES)[number];

/** A list is read page by page. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface User {
  readonly id: number;
  readonly username: string;
  readonly fullName: string | null;
  readonly email: string | null;
  readonly role: Role;
  readonly enabled: boolean;
  readonly source: string;
  readonly passwordChangeRequired: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly lastLoginAt: string | null;
}

export interface Owner {
  readonly id: number;
  readonly username: string | null;
}

export interface Origin {
  readonly address: string | null;
  readonly userAgent: string | null;
}

interface Ended {
  readonly status: Status;
  readonly endedAt: string | null;
  readonly endedBy: { readonly kind: string; readonly id: number | null; readonly username: string | null } | null;
  readonly reason: string | null;
}

export interface Token extends Ended {
  readonly id: string;
  readonly kind: string;
  readonly user: Owner;
  readonly sessionId: string | null;
  readonly description: string | null;
  readonly contexts: readonly string[] | null;
  readonly issuedAt: string;
  readonly issuedFrom: Origin;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly lastUsedFrom: string | null;
  readonly keyId: number | null;
}

export interface Session extends Ended {
  readonly id: string;
  readonly user: Owner;
  readonly createdAt: string;
  readonly createdFrom: Origin;
  readonly lastRefreshedAt: string | null;
  readonly refreshes: number;
  readonly expiresAt: string;
  readonly activeTokens: number;
}

export type IncidentAction = 'suspend' | 'revoke' | 'restore';

export interface Preview {
  readonly matched: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly users: number;
  readonly sample?: readonly Token[];
}

export interface Incident {
  readonly id: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly action: IncidentAction;
  readonly matched: number;
  readonly done: number;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly reason: string;
  readonly actor: Owner;
  readonly match: Readonly<Record<string, unknown>>;
  readonly failure?: string | null;
}

export interface Explanation {
  readonly verdict: 'active' | 'refused';
  readonly checks: readonly { readonly check: string; readonly ok: boolean; readonly detail: string }[];
}

export interface Holder {
  readonly user: Owner;
  readonly tokens: readonly { readonly id: string; readonly issuedAt: string }[];
  readonly hasMoreTokens?: boolean;
}

export interface Hit {
  readonly type: string;
  readonly id: string;
  /** For people. */
  readonly title: string;
}

/** A setting as it is, and what it may be. */
export interface Setting {
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly default: number | null;
}
