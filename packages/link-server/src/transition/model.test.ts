import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { agentDoes, carryOut, customerDoes, type Command } from '../testing/model/commands.js';
import { recordFaults } from '../testing/model/record-faults.js';
import { streamFaults } from '../testing/model/stream-faults.js';
import { createWorld } from '../testing/model/world.js';

/** How many sequences are tried. `MODEL_RUNS=100000` is the long form; `MODEL_SEED` repeats one. */
const runs = Number(process.env['MODEL_RUNS'] ?? 200);
const seed = process.env['MODEL_SEED'];

const who = fc.nat(2);
const customer = fc.record({
  by: fc.constant('customer'),
  who,
  link: fc.nat(3),
  does: fc.constantFrom(...customerDoes),
});
const agent = fc.record({ by: fc.constant('agent'), who, does: fc.constantFrom(...agentDoes) });
/** Around every limit: the pause of 10 s, presence and connect 15 s, farewell 20 s, ring and wrap-up 30 s, lease 90 s. */
const ms = fc.constantFrom(
  1,
  999,
  5_000,
  6_000,
  10_000,
  14_999,
  15_000,
  20_000,
  29_999,
  30_000,
  75_000,
  90_000,
  120_000,
);
const time = fc.record({ by: fc.constant('time'), ms, present: fc.boolean() });
const media = fc.record({ by: fc.constant('media'), does: fc.constantFrom('reconcile', 'crash') });
/** What most calls are made of, so that sequences get far. */
const usual = fc.constantFrom<Command>(
  ...[0, 1, 2].map((who) => ({ by: 'customer', who, link: who, does: 'redeem' }) as const),
  ...[0, 1].flatMap((who) =>
    (['accept', 'connect', 'hangUp'] as const).map((does) => ({ by: 'agent', who, does }) as const),
  ),
);
const single = fc.oneof(
  { weight: 4, arbitrary: usual },
  { weight: 4, arbitrary: customer },
  { weight: 5, arbitrary: agent },
  { weight: 3, arbitrary: time },
  { weight: 1, arbitrary: media },
) as fc.Arbitrary<Command>;
const race = fc.record({
  by: fc.constant('race'),
  commands: fc.array(fc.oneof(usual, customer, agent) as fc.Arbitrary<Command>, { minLength: 2, maxLength: 4 }),
});
const command = fc.oneof({ weight: 5, arbitrary: single }, { weight: 1, arbitrary: race }) as fc.Arbitrary<Command>;

describe('whatever customers, agents, time and LiveKit do, in whatever order', () => {
  let center: CallCenter;
  before(async () => (center = await createCallCenter()));
  after(() => center.close());

  it(`the record keeps its rules and the streams tell it (${runs} sequences; RCV-3 to RCV-6, LNK-14, E-02, E-10)`, async () => {
    const sequence = fc.array(command, { minLength: 1, maxLength: 20, size: 'max' });
    const property = fc.asyncProperty(sequence, async (commands) => {
      const world = await createWorld(center);
      const now = () => center.deps.now();
      for (const one of commands) {
        await carryOut(world, one);
        await center.settle();
        assert.deepEqual(await center.deps.db.read((q) => recordFaults(q, now())), [], JSON.stringify(one));
      }
      assert.deepEqual(await center.deps.db.read((q) => streamFaults(q, now())), []);
      const failed = center.log.lines.filter(({ level }) => level === 'error');
      assert.deepEqual(failed, []);
    });
    await fc.assert(property, { numRuns: runs, ...(seed !== undefined && { seed: Number(seed) }) });
  });
});
