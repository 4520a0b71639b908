import { ChannelEvent, limits } from '@carillon/contract';
import type * as z from 'zod/mini';
import { systemClock, type Clock } from '../session/clock.js';
import { toApiError } from './api-error.js';
import { SseParser, type SseFrame } from './sse-parser.js';

export interface FollowEventsOptions<E> {
  readonly url: string;
  /** Asked for each time the stream is opened. */
  readonly bearer: () => Promise<string> | string;
  /** The number of the last event that is known; the stream goes on after it. Null begins where the stream is. */
  readonly position: number | null;
  /** What an event of this stream looks like, as `{type, body}`. */
  readonly schema: z.ZodMiniType<E>;
  readonly event: (event: E) => void;
  /** The server's clock, epoch milliseconds, a moment ago. */
  readonly clock: (serverNow: number) => void;
  readonly connected: (open: boolean) => void;
  /** The gap cannot be replayed: read the snapshot again. The stream goes on by itself. */
  readonly reset: () => void;
  /** The server refuses for good: the session has ended. */
  readonly refused?: (error: unknown) => void;
  readonly fetch?: typeof fetch;
  readonly time?: Clock;
}

const firstRetryMs = 250;
const longestRetryMs = 10_000;

/**
 * Follows an event stream by fetch, as EventSource can send no Authorization. Reconnects by itself, with growing pauses
 * and at once when the network is back, the page comes to the front or goes on after it was frozen, and asks for what came
 * after the last event it has seen: none is missed, none comes twice. Returns the way to stop.
 */
export function followEvents<E>(options: FollowEventsOptions<E>): () => void {
  const { fetch: get = (...args: Parameters<typeof fetch>) => globalThis.fetch(...args), time = systemClock } = options;
  let position = options.position;
  let stopped = false;
  let open = false;
  let retry = firstRetryMs;
  let abort = new AbortController();
  let wake: () => void = () => undefined;
  /** Reconnect without a pause. */
  let hurry = false;

  const setOpen = (now: boolean) => {
    if (open === now) return;
    open = now;
    options.connected(now);
  };

  function hear({ id, event, data }: SseFrame): void {
    if (event === '') return;
    const body = parseJson(data);
    const channel = ChannelEvent.safeParse({ type: event, body });
    if (channel.success) return hearChannel(channel.data);
    const n = /^\d{1,15}$/.test(id ?? '') ? Number(id) : NaN;
    if (body === undefined || Number.isNaN(n) || (position !== null && n <= position)) return;
    // Numbers have no gaps: one that is left out was passed over, or lost on the way.
    const misses = position !== null && n > position + 1;
    position = n;
    tell({ type: event, body });
    if (misses) options.reset();
  }

  function tell(said: unknown): void {
    const parsed = options.schema.safeParse(said);
    // A newer server may say things that this page does not know: they are for newer pages.
    if (!parsed.success) return;
    try {
      options.event(parsed.data);
    } catch (error) {
      // A fault of whoever listens is no fault of the stream.
      reportError(error);
    }
  }

  function hearChannel(event: ChannelEvent): void {
    if (event.type === 'hello') {
      options.clock(event.body.serverNow);
      position ??= event.body.position;
    } else if (event.type === 'reset') {
      position = event.body.position;
      options.reset();
    } else retry = firstRetryMs;
  }

  async function once(): Promise<void> {
    abort = new AbortController();
    hurry = false;
    const { signal } = abort;
    const headers: Record<string, string> = {
      accept: 'text/event-stream',
      authorization: `Bearer ${await options.bearer()}`,
    };
    if (position !== null) headers['last-event-id'] = String(position);
    // A stream without so much as a comment for this long is dead, whatever the socket thinks.
    let silence = time.after(limits.silenceMs, () => abort.abort());
    try {
      const response = await get(options.url, { headers, signal, cache: 'no-store' });
      if (!response.ok || !response.body) throw await toApiError(response);
      const parser = new SseParser();
      for await (const text of decode(response.body)) {
        silence();
        silence = time.after(limits.silenceMs, () => abort.abort());
        setOpen(true);
        retry = firstRetryMs;
        for (const frame of parser.push(text)) if (!stopped) hear(frame);
        if (stopped) return;
      }
    } finally {
      silence();
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      try {
        await once();
      } catch (error) {
        const status = (error as { status?: number }).status ?? 0;
        if (!stopped && (status === 401 || status === 403 || status === 410)) {
          stop();
          options.refused?.(error);
          return;
        }
      }
      setOpen(false);
      if (!stopped) await pause();
    }
  }

  function pause(): Promise<void> {
    if (hurry) return Promise.resolve();
    // Half of it by chance: after an outage not everybody comes back in the same instant.
    const wait = retry * (0.5 + Math.random() / 2);
    retry = Math.min(retry * 2, longestRetryMs);
    return new Promise((resolve) => {
      const cancel = time.after(wait, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });
  }

  const again = () => {
    if (globalThis.document?.visibilityState !== 'hidden') wake();
  };
  /**
   * Another network, or a page that was frozen: what was open before is dead, and would say so after half a minute only.
   * Chromium delivers nothing more to a request that was under way when it froze a page, and does not end it either.
   */
  const anew = () => {
    hurry = true;
    abort.abort();
    wake();
  };
  function stop(): void {
    stopped = true;
    globalThis.removeEventListener?.('online', anew);
    globalThis.document?.removeEventListener('resume', anew);
    globalThis.document?.removeEventListener('visibilitychange', again);
    abort.abort();
    wake();
  }
  globalThis.addEventListener?.('online', anew);
  globalThis.document?.addEventListener('resume', anew);
  globalThis.document?.addEventListener('visibilitychange', again);
  void run();
  return stop;
}

/** Undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function* decode(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
