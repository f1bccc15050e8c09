/** A response as it left the service. */
export interface SentResponse {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where it breaks off. */
  readonly text: string | undefined;
  /** The name of the schema of all errors at this path. */
  readonly errorSchema: string;
}

declare global {
  /** Of `environment.mjs`: what is not as `openapi.json` has it. */
  var checkResponse: (sent: SentResponse) => string[];
}

const undocumented = new Set<string>();

/** Remembers what is wrong with a response until the test that caused it ends. */
export function noteResponse(sent: SentResponse): void {
  for (const wrong of globalThis.checkResponse(sent)) undocumented.add(wrong);
}

/** @throws Error that names every response since the last call that is not as `openapi.json` has it. */
export function refuseUndocumented(): void {
  const wrong = [...undocumented];
  undocumented.clear();
  if (wrong.length > 0) throw new Error(`Not as openapi.json has it:\n${wrong.join('\n')}`);
}
