import { Button, Stack, TextInput } from '@mantine/core';
import type { FactorCode } from './setup.ts';

interface CodeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly isFocused?: boolean;
}

/** Six digits, of an authenticator app. */
export function CodeField({ label, value, onChange, isFocused = false }: CodeFieldProps) {
  return (
    <TextInput
      label={label}
      description="Six digits, a new code every 30 seconds."
      autoComplete="one-time-code"
      inputMode="numeric"
      maxLength={6}
      autoFocus={isFocused}
      data-autofocus={isFocused || undefined}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

interface FactorFieldProps {
  readonly value: FactorCode;
  readonly onChange: (code: FactorCode) => void;
  readonly isFocused?: boolean;
}

/** A code of the app or, for those who have lost it, a recovery code. */
export function FactorField({ value, onChange, isFocused = false }: FactorFieldProps) {
  return (
    <Stack gap={4} align="stretch">
      {'code' in value ? (
        <CodeField
          label="Code of your authenticator app"
          value={value.code}
          onChange={(code) => onChange({ code })}
          isFocused={isFocused}
        />
      ) : (
        <TextInput
          label="Recovery code"
          description="It lets you in once. Another one takes its place."
          autoComplete="off"
          autoFocus
          value={value.recoveryCode}
          onChange={({ currentTarget }) => onChange({ recoveryCode: currentTarget.value })}
        />
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => onChange('code' in value ? { recoveryCode: '' } : NO_CODE)}
      >
        {'code' in value ? 'Use a recovery code' : 'Use my authenticator app'}
      </Button>
    </Stack>
  );
}

export const NO_CODE: FactorCode = { code: '' };

/** Whether there is something to send. */
export function isTyped(value: FactorCode): boolean {
  return ('code' in value ? value.code : value.recoveryCode) !== '';
}
