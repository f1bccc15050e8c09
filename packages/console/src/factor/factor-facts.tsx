import type { SecondFactor } from '../model.ts';
import { Facts } from '../ui/facts.tsx';
import { Time } from '../ui/time.tsx';

/** What is known of a user's second factor. */
export function FactorFacts({ state: { factor, ...state } }: { readonly state: SecondFactor }) {
  return (
    <Facts
      facts={[
        ['Authenticator app', factor ? (factor.deviceName ?? 'Without a name') : 'None'],
        ['Required', requirementOf(state)],
        ...(factor
          ? ([
              ['Set up', <Time at={factor.enabledAt} full />],
              ['Last used', <Time at={factor.lastUsedAt} full />],
              ['Recovery codes left', String(factor.recoveryCodesLeft)],
            ] as const)
          : []),
      ]}
    />
  );
}

function requirementOf({ required, requiredByRole }: Omit<SecondFactor, 'factor'>): string {
  if (required && requiredByRole) return 'Yes, of this user and of all who have the role';
  if (required) return 'Yes, of this user';
  return requiredByRole ? 'Yes, of all who have the role' : 'No';
}
