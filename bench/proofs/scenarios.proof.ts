/**
 * `npm run proof -- scenarios`: every fault that livekit-client can simulate and after which a call may go on, on each side, 5
 * times: in the end both hear each other. `force-tcp`, `force-tls` and `leave-full-reconnect` are not among them: the
 * media server of the tests has neither a TCP port nor a certificate, and does not know the third.
 */
import { scenarioMs, scenarios } from '../../e2e/faults/comes-back.js';
import { spread } from '../lib/figures.js';
import { startProofCall } from '../lib/proof-call.js';

const sides = ['customer', 'agent'] as const;
export const rounds = scenarios.length * sides.length * 5;

const call = await startProofCall();

export interface Measurement {
  readonly kind: string;
  readonly side: string;
  readonly heardMs: number;
}

export async function round(index: number): Promise<Measurement> {
  const kind = scenarios[index % scenarios.length] ?? scenarios[0];
  const side = sides[Math.floor(index / scenarios.length) % 2] ?? 'customer';
  const other = side === 'agent' ? 'customer' : 'agent';
  return { kind, side, heardMs: await scenarioMs(kind, call[side], call[other]) };
}

export const close = () => call.close();

export function summary(measurements: readonly Measurement[]) {
  const text = scenarios.flatMap((kind) => {
    const heard = measurements.filter((one) => one.kind === kind).map(({ heardMs }) => heardMs);
    if (heard.length === 0) return [];
    const { n, median, max } = spread(heard);
    return `${kind}: ${median} ms in the middle, ${max} at most of ${n}`;
  });
  // A round in which they did not hear each other in the end has thrown.
  return { text: text.join('; '), holds: true };
}
