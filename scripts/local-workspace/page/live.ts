// Tells open pages what changed, by Server-Sent Events.

import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Kernel } from '../kernel/kernel.ts';

type Listener = (event: string, data: string) => void;

/** Changes that come together are told together. */
const GATHER_MS = 120;
const KEEP_ALIVE_MS = 20_000;

export class Live {
  private readonly listeners = new Set<Listener>();
  private readonly topics = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private readonly stop: () => void;
  private closed = false;
  /** Counts changes by topic, so that answers can say how fresh they are. */
  private readonly versions = new Map<string, number>();

  constructor(kernel: Kernel) {
    this.stop = kernel.onChange((topic) => this.changed(topic));
  }

  /** How often a topic changed since the start. */
  version(topic: string): number {
    return this.versions.get(topic) ?? 0;
  }

  changed(topic: string): void {
    this.versions.set(topic, this.version(topic) + 1);
    this.topics.add(topic);
    if (this.closed) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const topics = [...this.topics];
      this.topics.clear();
      this.send('changed', JSON.stringify(topics));
    }, GATHER_MS).unref();
  }

  send(event: string, data: string): void {
    for (const listener of this.listeners) listener(event, data);
  }

  /** Answers `GET /local/events`. */
  stream(c: Context, hello: () => string): Response {
    return streamSSE(c, async (stream) => {
      const left = new Promise<void>((resolve) => stream.onAbort(resolve));
      const write: Listener = (event, data) => void stream.writeSSE({ event, data }).catch(() => undefined);
      this.listeners.add(write);
      const pulse = setInterval(
        () => void stream.write(': still here\n\n').catch(() => undefined),
        KEEP_ALIVE_MS,
      );
      pulse.unref();
      await stream.writeSSE({ event: 'clock', data: hello() });
      await left;
      clearInterval(pulse);
      this.listeners.delete(write);
    });
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.stop();
    this.listeners.clear();
  }
}
