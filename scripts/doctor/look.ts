// How the doctor asks: with Google’s clients, one request after the other, with patience, and saying so.

import type { Clients } from '../google/clients.ts';

export interface Look {
  readonly clients: Clients;
  /** Now, in milliseconds since 1970, UTC. */
  readonly now: number;
  /** Makes requests of one kind, again when Google is busy, and says which. */
  readonly ask: <T>(what: string, requests: () => Promise<T>) => Promise<T>;
}
