import type { UserActor } from '../../src/common/actor.js';
import type { IncidentAction } from '../../src/common/incident.js';
import { IncidentsService } from '../../src/incidents/incidents.service.js';
import type { TestApp, TestUser } from './test-app.js';

/** Who acts in tests that need no request. */
export const ADMIN: UserActor = {
  type: 'user',
  principal: { userId: 1, username: 'root', role: 'admin', authenticatedBy: 'basic', passwordVersion: 1 },
  source: { address: null, userAgent: null, requestId: null },
};

/** Suspends every active token of the user. */
export function suspendTokensOf(app: TestApp, user: TestUser): Promise<void> {
  return changeTokensOf(app, user, 'suspend');
}

/** Gives back what is suspended of the user. */
export function restoreTokensOf(app: TestApp, user: TestUser): Promise<void> {
  return changeTokensOf(app, user, 'restore');
}

async function changeTokensOf(app: TestApp, { id: userId }: TestUser, action: IncidentAction): Promise<void> {
  const incidents = app.get(IncidentsService);
  const { count: expect } = await incidents.preview(action, { userId });
  await incidents.begin(ADMIN, { action, match: { userId }, reason: 'A test', expect });
}
