import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { keepsRules } from '../testing/model/keeps-rules.js';

/** How many sequences are tried; `npm run proof -- model` is the long form. `MODEL_SEED` repeats a run. */
const runs = Number(process.env['MODEL_RUNS'] ?? 200);
const seed = Number(process.env['MODEL_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** Tests are short, so that a run that stands still is noticed. */
const runsEach = 20;

describe('whatever customers, agents, time and LiveKit do, in whatever order', () => {
  let center: CallCenter;
  before(async () => (center = await createCallCenter()));
  after(() => center.close());

  for (let done = 0; done < runs; done += runsEach) {
    const some = { runs: Math.min(runsEach, runs - done), seed: seed + done };
    it(`the record keeps its rules and the streams tell it (${some.runs} sequences from seed ${some.seed}; RCV-3 to RCV-6, LNK-14, E-02, E-10)`, async () => {
      const commands = await keepsRules(center, some);
      assert.ok(commands >= some.runs, 'every sequence has a command at least');
    });
  }
});
