// Asks Google again when it is busy: waits as long as it says, or twice as long each time.

/** Statuses with which a service says: not now. */
const BUSY = new Set([408, 429, 500, 502, 503, 504]);
/** So that more than a minute passes in all, after which the quotas of a minute begin anew. */
const MOST_TRIES = 8;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 64_000;

/** Older services say “too fast” with the status of a refusal. */
const TOO_FAST = new Set(['rateLimitExceeded', 'userRateLimitExceeded']);
/** Connections that broke off before there was an answer. */
const BROKEN_OFF = new Set(['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'EAI_AGAIN', 'ERR_STREAM_PREMATURE_CLOSE']);

interface Refusal {
  status?: number;
  code?: number | string;
  cause?: { code?: string };
  response?: {
    status?: number;
    headers?: Headers | Record<string, string>;
    data?: { error?: { errors?: readonly { reason?: string }[] } };
  };
}

/** The HTTP status with which Google refused; undefined when something else went wrong. */
export function statusOf(error: unknown): number | undefined {
  const { status, code, response } = (error ?? {}) as Refusal;
  const said = Number(response?.status ?? status ?? code);
  return Number.isInteger(said) ? said : undefined;
}

/**
 * Does the work, and again when Google was busy or the line broke. Only for work that may happen twice.
 * @param wait lets so many milliseconds pass
 * @throws what the last try threw
 */
export async function patiently<T>(work: () => Promise<T>, wait = sleep): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= MOST_TRIES || !isForNow(error as Refusal)) throw error;
      const doubled = FIRST_WAIT_MS * 2 ** (attempt - 1) * (1 + Math.random() / 4);
      await wait(Math.min(askedToWait(error as Refusal) ?? doubled, LONGEST_WAIT_MS));
    }
  }
}

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

function isForNow(refusal: Refusal): boolean {
  const status = statusOf(refusal);
  if (status === undefined) return BROKEN_OFF.has(String(refusal.code ?? refusal.cause?.code));
  const reasons = refusal.response?.data?.error?.errors ?? [];
  return BUSY.has(status) || (status === 403 && reasons.some(({ reason = '' }) => TOO_FAST.has(reason)));
}

/** `Retry-After` in milliseconds, which is in seconds or a date. */
function askedToWait({ response }: Refusal): number | undefined {
  const { headers } = response ?? {};
  const said = headers instanceof Headers ? headers.get('retry-after') : headers?.['retry-after'];
  if (!said) return undefined;
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
