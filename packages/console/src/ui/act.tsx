import { Button, Group, Modal, Stack, Text, type ButtonProps } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Failure } from './states.tsx';

/** Does something on the service; what is shown is read again afterwards, and nothing is shown as done before it is. */
export function useAct<Input = void, Output = unknown>(
  act: (input: Input) => Promise<Output>,
  onDone?: (output: Output) => void,
) {
  const queries = useQueryClient();
  return useMutation<Output, Error, Input>({
    mutationFn: act,
    onSuccess: async (output) => {
      onDone?.(output);
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
}

interface DialogButtonProps {
  readonly label: string;
  readonly title: string;
  /** The fields, or what there is to know. */
  readonly children?: ReactNode;
  /** What the button in the dialog says. */
  readonly confirm: string;
  readonly onConfirm: () => Promise<unknown>;
  readonly isDangerous?: boolean;
  readonly isDisabled?: boolean;
  readonly variant?: ButtonProps['variant'];
}

/** A button that asks in a dialog before it acts; the dialog stays until it is done, and says what went wrong. */
export function DialogButton(props: DialogButtonProps) {
  const { label, title, children, confirm, onConfirm, isDangerous = false, isDisabled = false, variant } = props;
  const [isOpen, setOpen] = useState(false);
  const act = useAct(onConfirm, () => setOpen(false));
  const open = () => {
    act.reset();
    setOpen(true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate();
  };
  return (
    <>
      <Button variant={variant ?? 'default'} size="xs" color={isDangerous ? 'red' : undefined} onClick={open}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={title} centered>
        <form onSubmit={submit}>
          <Stack>
            {typeof children === 'string' ? <Text size="sm">{children}</Text> : children}
            {act.error && <Failure error={act.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setOpen(false)}>
                Cancel
              </Button>
              <Button
                type="submit"
                color={isDangerous ? 'red' : undefined}
                loading={act.isPending}
                disabled={isDisabled}
              >
                {confirm}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
