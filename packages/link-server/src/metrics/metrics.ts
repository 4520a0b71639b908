import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Deps } from '../deps.js';
import { readBacklog } from './read-backlog.js';

/** What a server counts, in Prometheus' text format. Labels are words of closed lists: routes, never paths. */
export interface Metrics {
  /** Counts an answered request. `route` is the pattern that matched. */
  request(method: string, route: string, status: number, seconds: number): void;
  /** Everything as text, with the state of the record at this moment. */
  text(): Promise<string>;
  readonly contentType: string;
}

export interface MetricsOptions {
  /** How many event streams are open in this process. */
  readonly streams: () => number;
  /** Whether to watch the process too: memory, event loop, garbage collection. Once a process. */
  readonly process: boolean;
}

export function createMetrics(deps: Deps, { streams, process }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (process) collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'carillon_requests_total',
    help: 'Answered requests.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const duration = new Histogram({
    name: 'carillon_request_seconds',
    help: 'How long an answer took; of an event stream, until it began.',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name: `carillon_${name}`, help, labelNames, registers });
  const open = gauge('event_streams', 'Open event streams of this process.');
  const calls = gauge('calls', 'Calls that have not ended.', 'state');
  const queued = gauge('queue_length', 'Calls that wait, by the key of their queue.', 'queue');
  const offers = gauge('offers_ringing', 'Offers that ring.');
  const late = gauge('timers_late', 'Timers that have been due for more than a second.');
  const outbox = gauge('outbox', 'Commands that LiveKit has not confirmed.');
  const webhooks = gauge('webhooks', 'Webhooks that wait or were given up.', 'state');

  return {
    contentType: registry.contentType,
    request(method, route, status, seconds) {
      requests.inc({ method, route, status });
      duration.observe({ route }, seconds);
    },
    async text() {
      const backlog = await readBacklog(deps);
      open.set(streams());
      offers.set(backlog.offersRinging);
      late.set(backlog.timersLate);
      outbox.set(backlog.outbox);
      for (const [one, counts] of [
        [calls, backlog.calls],
        [queued, backlog.queues],
        [webhooks, backlog.webhooks],
      ] as const) {
        one.reset();
        const label = one === queued ? 'queue' : 'state';
        for (const [name, n] of Object.entries(counts)) one.set({ [label]: name }, n);
      }
      return registry.metrics();
    },
  };
}
