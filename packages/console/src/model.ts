import type { components } from '@tessera-auth/client';

export type { Page } from '@tessera-auth/client';

type Schemas = components['schemas'];

export type ConsoleSession = Schemas['ConsoleSessionResponseDto'];
export type OpenedConsoleSession = Schemas['OpenedConsoleSessionResponseDto'];
export type SecondFactor = Schemas['SecondFactorResponseDto'];
export type Context = Schemas['ContextResponseDto'];
export type SigningKey = Schemas['SigningKeyResponseDto'];
export type AuditEvent = Schemas['AuditEventResponseDto'];
export type EventProof = Schemas['EventProofResponseDto'];
export type Overview = Schemas['OverviewResponseDto'];
export type Hour = Overview['hours'][number];
export type User = Schemas['UserResponseDto'];
export type Owner = Schemas['OwnerResponseDto'];
export type Token = Schemas['TokenResponseDto'];
export type Session = Schemas['SessionResponseDto'];
export type Incident = Schemas['IncidentResponseDto'];
export type IncidentMatch = Schemas['CreateIncidentDto']['match'];
export type Begun = Schemas['IncidentBegunResponseDto'];
export type Preview = Schemas['IncidentPreviewResponseDto'];
export type Explanation = Schemas['ExplanationResponseDto'];
export type Holder = Schemas['ContextHolderResponseDto'];
export type Hit = Schemas['HitResponseDto'];
export type Settings = Schemas['SettingsResponseDto'];
export type UserChanges = Schemas['UpdateUserDto'];

export type Role = User['role'];
export type Status = Token['status'];
export type IncidentAction = Incident['action'];

/** Whether it is valid, or can be again. */
export function isAlive({ status }: { readonly status: Status }): boolean {
  return status === 'active' || status === 'suspended';
}

export const ROLES = ['admin', 'auditor', 'service', 'viewer'] as const satisfies readonly Role[];

export const KINDS = [
  'login',
  'api_key',
  'context',
  'session_access',
  'session_id',
  'session_refresh',
  'console',
] as const satisfies readonly Token['kind'][];

export const STATUSES = ['active', 'suspended', 'revoked', 'expired'] as const satisfies readonly Status[];
