import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';

interface SecretProps {
  readonly title: string;
  /** Shown only now. */
  readonly text: string;
  /** How it is used, as a line for a terminal. */
  readonly curl?: string;
}

/** A secret that is shown once, to be copied. */
export function Secret({ title, text, curl }: SecretProps) {
  return (
    <Alert color="teal" title={title} variant="light">
      <Stack gap="xs">
        <Text size="sm">This is the only time that it is shown.</Text>
        <Copied label="Copy" text={text} />
        {curl && (
          <>
            <Text size="sm">Try it:</Text>
            <Copied label="Copy the line" text={curl} />
          </>
        )}
      </Stack>
    </Alert>
  );
}

/** A text with a button that copies it. */
export function Copied({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <Code block className="breaks grow" tabIndex={0}>
        {text}
      </Code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" className="firm" onClick={copy}>
            {copied ? 'Copied' : label}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
