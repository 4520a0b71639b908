import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CallCenter } from '../call-center.js';
import { commandSequences } from './command-sequences.js';
import { carryOut } from './commands.js';
import { recordFaults } from './record-faults.js';
import { streamFaults } from './stream-faults.js';
import { watchTimes } from './time-faults.js';
import { createWorld } from './world.js';

export interface ModelRun {
  /** How many sequences are tried. */
  readonly runs: number;
  /** Repeats what an earlier run has tried. */
  readonly seed?: number;
}

/**
 * Carries out sequences of commands, and after each command looks whether the record keeps its rules and no time in it has
 * gone back; after each sequence whether the streams tell it and nothing has failed. Returns how many commands that were.
 * Throws with the shortest sequence that breaks a rule.
 */
export async function keepsRules(center: CallCenter, { runs, seed }: ModelRun): Promise<number> {
  let commands = 0;
  const property = fc.asyncProperty(commandSequences, async (sequence) => {
    const world = await createWorld(center);
    const now = () => center.deps.now();
    const timeFaults = watchTimes();
    for (const one of sequence) {
      await carryOut(world, one);
      await center.settle();
      const faults = await center.deps.db.read(async (q) => [
        ...(await recordFaults(q, now())),
        ...(await timeFaults(q)),
      ]);
      assert.deepEqual(faults, [], JSON.stringify(one));
    }
    assert.deepEqual(await center.deps.db.read((q) => streamFaults(q, now())), []);
    const failed = center.log.lines.filter(({ level }) => level === 'error');
    assert.deepEqual(failed, []);
    commands += sequence.length;
  });
  await fc.assert(property, { numRuns: runs, ...(seed !== undefined && { seed }) });
  return commands;
}
