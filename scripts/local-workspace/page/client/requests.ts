// Talks to the local Workspace; what it refuses comes back as an error with its words.

export class Refusal extends Error {}
/** Somebody else was there first. */
export class Conflict extends Refusal {}

async function read<T>(answer: Response): Promise<T> {
  const body = (await answer.json().catch(() => ({}))) as T & { error?: string };
  if (!answer.ok) {
    const words = body.error ?? `The local Workspace answered with an error (${answer.status}).`;
    throw answer.status === 409 ? new Conflict(words) : new Refusal(words);
  }
  return body;
}

/** @throws Refusal */
export async function getJson<T>(address: string): Promise<T> {
  return read<T>(await reach(address));
}

/** @throws Refusal */
export async function postJson<T>(address: string, body: unknown): Promise<T> {
  return read<T>(
    await reach(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

async function reach(address: string, options?: RequestInit): Promise<Response> {
  try {
    return await fetch(address, options);
  } catch {
    throw new Refusal('The local Workspace does not answer. Is it still running?');
  }
}
