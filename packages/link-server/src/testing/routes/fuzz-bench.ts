import type { RouteRecord } from '@carillon/contract';
import { ensureAgent } from '../../agent/ensure-agent.js';
import { ensureQueue } from '../../queue/ensure-queue.js';
import { createHttpBench, type HttpBench } from '../http-bench.js';
import type { Known } from './fuzz-route.js';
import { recordOf } from './records.js';

const kinds: readonly RouteRecord[] = [
  'offer',
  'call',
  'wrapup',
  'conversation',
  'mail',
  'link',
  'queue',
  'agent',
  'configuration',
  'api-key',
  'session',
  'background-image',
  'person',
  'picture',
  'sound',
  'webhook-endpoint',
];

/** A server with something of each kind, somebody of each role, and a call under way. */
export async function createFuzzBench(): Promise<{ readonly bench: HttpBench; readonly known: Known }> {
  const bench = await createHttpBench({ settings: { mailDomain: 'northwind.example' } });
  const queueId = await ensureQueue(bench.deps, { key: 'support', name: 'Customer support' });
  const agentId = await ensureAgent(bench.deps, { extId: 'fuzz', name: 'Fuzz', queueIds: [queueId], role: 'admin' });
  const ids: string[] = [];
  for (const kind of kinds) ids.push(await recordOf(bench, kind, { agentId, queueId }));
  const talking = await bench.talking();
  const waiting = await bench.caller();
  return {
    bench,
    known: {
      ids: [...ids, talking.callId, waiting.callId],
      codes: [talking.code, waiting.code, await bench.newLink()],
      bearers: [await bench.signIn('fuzz'), await bench.signIn('ben'), talking.agent, talking.secret, waiting.secret],
    },
  };
}
