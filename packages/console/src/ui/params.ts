import { useParams } from '@tanstack/react-router';

/** A parameter of the path of a screen. */
export function useParam(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  return params[name] ?? '';
}
