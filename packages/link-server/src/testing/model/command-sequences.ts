import fc from 'fast-check';
import { agentDoes, customerDoes, type Command } from './commands.js';

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
    (['accept', 'connect', 'hangUp', 'transfer', 'consult', 'join'] as const).map(
      (does) => ({ by: 'agent', who, does }) as const,
    ),
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

/** What customers, agents, time and LiveKit may do one after another, some of it at the same time. */
export const commandSequences: fc.Arbitrary<Command[]> = fc.array(command, {
  minLength: 1,
  maxLength: 20,
  size: 'max',
});
