/** Requests that may be sent again although the first may have been carried out (RFC 9110, section 9.2.2). */
const IDEMPOTENT: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);
const MAX_TRIES = 3;
/** Whoever is to wait longer is told so instead. */
const MAX_WAIT_SECONDS = 5;

type Fetch = (request: Request) => Promise<Response>;

/** `fetch` that, where a response is 503 and says in `Retry-After` when, sends an idempotent request again. */
export function retryingFetch(fetch: Fetch, wait: (seconds: number) => Promise<void> = sleep): Fetch {
  return async (request) => {
    for (let tries = 1; ; tries++) {
      const response = await fetch(request.clone());
      const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
      const mayRetry = response.status === 503 && IDEMPOTENT.has(request.method) && tries < MAX_TRIES;
      if (!mayRetry || !(seconds <= MAX_WAIT_SECONDS)) return response;
      await response.body?.cancel();
      await wait(seconds);
    }
  };
}

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
}
