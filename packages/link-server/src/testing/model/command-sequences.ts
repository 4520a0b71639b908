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

const agentDoing = (who: number, does: (typeof agentDoes)[number]) => ({ by: 'agent', who, does }) as const;
const inCall = [
  { by: 'customer', who: 0, link: 0, does: 'redeem' },
  agentDoing(0, 'accept'),
  agentDoing(0, 'connect'),
] as const satisfies Command[];
const talk = [...inCall, agentDoing(0, 'consult'), agentDoing(0, 'accept'), agentDoing(1, 'connect')] as const;

/**
 * Where a sequence begins. By chance alone one in a hundred and fifty comes as far as a call in which somebody talks, and
 * next to none to a transfer.
 */
const openings = fc.constantFrom<readonly Command[]>(
  [],
  inCall,
  [...inCall, agentDoing(0, 'hold')],
  [...inCall, agentDoing(0, 'transfer')],
  [...inCall, agentDoing(0, 'transfer'), agentDoing(0, 'accept')],
  [...inCall, agentDoing(0, 'toQueue')],
  [...inCall, agentDoing(0, 'consult')],
  talk,
  [...talk, agentDoing(0, 'join')],
  [...inCall, agentDoing(0, 'hangUp')],
);

/** What customers, agents, time and LiveKit may do one after another, some of it at the same time. */
export const commandSequences: fc.Arbitrary<Command[]> = fc
  .tuple(openings, fc.array(command, { minLength: 1, maxLength: 20, size: 'max' }))
  .map(([opening, rest]) => [...opening, ...rest]);
