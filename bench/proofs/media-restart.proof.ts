/**
 * `npm run proof -- media-restart`: the media server is ended with kill -9 in the middle of a call and started again, at once,
 * two, five and ten seconds later, 20 times (security.md F12). Both sides have to hear each other five seconds after it is
 * back.
 */
import { mediaRestartMs } from '../../e2e/faults/comes-back.js';
import { spread } from '../lib/figures.js';
import { startProofCall } from '../lib/proof-call.js';

export const rounds = 20;

const call = await startProofCall();

export interface Measurement {
  readonly downMs: number;
  readonly heardMs: number;
}

const downs = [0, 2_000, 5_000, 10_000];

export async function round(index: number): Promise<Measurement> {
  const downMs = downs[index % downs.length] ?? 0;
  return { downMs, heardMs: await mediaRestartMs(call.stack.livekit, call.agent, call.customer, downMs) };
}

export const close = () => call.close();

const boundMs = 5_000;

export function summary(measurements: readonly Measurement[]) {
  const { n, median, max } = spread(measurements.map(({ heardMs }) => heardMs));
  const inTime = measurements.filter(({ heardMs }) => heardMs <= boundMs).length;
  return { text: `${inTime} of ${n} in time: ${median} ms in the middle, ${max} at most`, holds: inTime === n };
}
