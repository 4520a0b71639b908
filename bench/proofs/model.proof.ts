/**
 * `npm run proof -- model`: 100,000 sequences of what customers, agents, time and LiveKit may do, in 200 rounds of 500;
 * after each command the record has to keep its rules: at most one call for an agent, one winner of an offer, one customer
 * of a one-time link, times that only go on. A round repeats by its seed.
 */
import { createCallCenter } from '../../packages/link-server/src/testing/call-center.js';
import { keepsRules } from '../../packages/link-server/src/testing/model/keeps-rules.js';

const runs = 500;
export const rounds = 200;

export interface Measurement {
  readonly seed: number;
  readonly sequences: number;
  readonly commands: number;
  /** What was broken, by the shortest sequence that breaks it; null: nothing. */
  readonly broken: string | null;
}

export async function round(index: number): Promise<Measurement> {
  const seed = 7_000_000 + index;
  const center = await createCallCenter();
  try {
    return { seed, sequences: runs, commands: await keepsRules(center, { runs, seed }), broken: null };
  } catch (error) {
    const broken = error instanceof Error ? error.message : String(error);
    return { seed, sequences: runs, commands: 0, broken: broken.slice(0, 4_000) };
  } finally {
    await center.close();
  }
}

export function summary(measurements: readonly Measurement[]) {
  const sum = (of: 'sequences' | 'commands') => measurements.reduce((total, one) => total + one[of], 0);
  const broken = measurements.filter((one) => one.broken !== null);
  const text = `${broken.length} broken rules in ${sum('sequences')} sequences (${sum('commands')} commands)`;
  return { text, holds: broken.length === 0 };
}
