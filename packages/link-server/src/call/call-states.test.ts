import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentFarewell } from '../agent/agent-farewell.js';
import { acceptOffer } from '../offer/accept-offer.js';
import { declineOffer } from '../offer/decline-offer.js';
import { offerToken } from '../offer/offer-token.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { callIn, callStates, type CallInState } from '../testing/call-in-state.js';
import { agentMediaFailed } from './agent-media-failed.js';
import { agentToken } from './agent-token.js';
import { confirmEstablished } from './confirm-established.js';
import { customerFarewell } from './customer-farewell.js';
import { customerLeave } from './customer-leave.js';
import { endCallByAgent } from './end-call-by-agent.js';
import { holdCall } from './hold-call.js';
import { resumeCall } from './resume-call.js';

type Event = (center: CallCenter, call: CallInState) => Promise<unknown>;

const seconds = 1_000;
const pass =
  (ms: number, who: (call: CallInState) => readonly { present(): Promise<unknown> }[]): Event =>
  (center, call) =>
    center.pass(ms, who(call));
const both = ({ ana, guest }: CallInState) => [ana, guest];
const onlyAgent = ({ ana }: CallInState) => [ana];
const onlyCustomer = ({ guest }: CallInState) => [guest];

/**
 * What happens to a call in each state: the state it is in then, with the reason where it has ended, or the refusal with
 * `!`, after which nothing has changed.
 */
const table: readonly (readonly [string, Event, readonly string[]])[] = [
  // event, then: queued, offering, connecting, active, held, ended
  [
    'the agent accepts',
    ({ deps }, { which }) => acceptOffer(deps, which),
    ['!offer_expired', 'connecting', '!offer_taken', '!offer_taken', '!offer_taken', '!offer_taken'],
  ],
  [
    'the agent declines',
    ({ deps }, { which }) => declineOffer(deps, which),
    ['!offer_expired', 'queued', '!offer_taken', '!offer_taken', '!offer_taken', '!offer_taken'],
  ],
  [
    'the agent asks for the token of the ring',
    ({ deps }, { which }) => offerToken(deps, which),
    ['!offer_expired', 'offering', '!offer_taken', '!offer_taken', '!offer_taken', '!offer_taken'],
  ],
  [
    'the agent asks for the token of the call',
    ({ deps }, { which }) => agentToken(deps, which),
    ['!not_found', '!not_found', 'connecting', 'active', 'held', '!call_ended'],
  ],
  [
    'both are in the room, the agent can be heard',
    async ({ deps, livekit }, { which, room }) => {
      for (const { identity } of await livekit.listParticipants(room).catch(() => []))
        if (livekit.roleOf(room, identity) === 'agent') livekit.publish(room, identity);
      await confirmEstablished(deps, which.callId);
    },
    ['queued', 'offering', 'active', 'active', 'held', 'ended agent_hangup'],
  ],
  [
    'both are in the room, the agent cannot be heard',
    ({ deps }, { which }) => confirmEstablished(deps, which.callId),
    ['queued', 'offering', 'connecting', 'active', 'held', 'ended agent_hangup'],
  ],
  [
    'the agent’s browser has no microphone (E-05)',
    ({ deps }, { which }) => agentMediaFailed(deps, { ...which, reason: 'microphone_missing' }),
    ['!not_found', '!not_found', 'queued', 'active', 'held', 'ended agent_hangup'],
  ],
  [
    'the agent hangs up',
    ({ deps }, { which }) => endCallByAgent(deps, which),
    [
      '!not_found',
      '!not_found',
      'ended agent_hangup',
      'ended agent_hangup',
      'ended agent_hangup',
      'ended agent_hangup',
    ],
  ],
  [
    'the customer leaves (E-04)',
    ({ deps }, { guest }) => customerLeave(deps, guest.key),
    [
      'ended abandoned_in_queue',
      'ended abandoned_in_queue',
      'ended abandoned_in_queue',
      'ended customer_hangup',
      'ended customer_hangup',
      'ended agent_hangup',
    ],
  ],
  [
    'the customer redeems again (F10)',
    (_, { guest }) => guest.call(),
    ['queued', 'offering', 'connecting', 'active', 'held', '!link_used'],
  ],
  [
    'the customer’s page says farewell',
    ({ deps }, { guest }) => customerFarewell(deps, guest.key),
    // Asking for the state afterwards is the reload that comes back, so that it rings again at once.
    ['queued', 'offering', 'connecting', 'active', 'held', 'ended agent_hangup'],
  ],
  [
    'the customer’s page says farewell and does not come back (F4)',
    async (center, { guest, ana }) => {
      await customerFarewell(center.deps, guest.key);
      await center.pass(20 * seconds, [ana]);
    },
    [
      'ended abandoned_in_queue',
      'ended abandoned_in_queue',
      'ended abandoned_in_queue',
      'ended connection_lost',
      'ended connection_lost',
      'ended agent_hangup',
    ],
  ],
  [
    'the customer is silent for a lease',
    pass(90 * seconds, onlyAgent),
    [
      'ended abandoned_in_queue',
      'ended abandoned_in_queue',
      'ended abandoned_in_queue',
      'active',
      'held',
      'ended agent_hangup',
    ],
  ],
  [
    'the customer is silent for two minutes (F16)',
    pass(120 * seconds, onlyAgent),
    [
      'ended abandoned_in_queue',
      'ended abandoned_in_queue',
      'ended abandoned_in_queue',
      'ended connection_lost',
      'ended connection_lost',
      'ended agent_hangup',
    ],
  ],
  [
    'the agent is silent for 15 seconds (E-01)',
    pass(15 * seconds, onlyCustomer),
    ['queued', 'queued', 'queued', 'active', 'held', 'ended agent_hangup'],
  ],
  [
    'the agent is silent for too long (E-08)',
    pass(135 * seconds, onlyCustomer),
    ['queued', 'queued', 'queued', 'ended connection_lost', 'queued', 'ended agent_hangup'],
  ],
  [
    'the agent’s page says farewell (E-01)',
    ({ deps }, { ana }) => agentFarewell(deps, { agentId: ana.id }),
    ['queued', 'queued', 'connecting', 'active', 'held', 'ended agent_hangup'],
  ],
  [
    'the agent sets Away (RCV-4)',
    (_, { ana }) => ana.setStatus('away'),
    ['queued', 'queued', 'connecting', 'active', 'held', 'ended agent_hangup'],
  ],
  [
    'the time to connect passes (E-05)',
    pass(15 * seconds, both),
    ['queued', 'offering', 'queued', 'active', 'held', 'ended agent_hangup'],
  ],
  [
    'the time to ring passes',
    pass(30 * seconds, both),
    // Given back at 15 s, it comes round to its only agent again ten seconds later.
    ['queued', 'queued', 'offering', 'active', 'held', 'ended agent_hangup'],
  ],
  [
    'the agent holds (HLD-1)',
    ({ deps }, { which }) => holdCall(deps, which),
    ['!not_found', '!not_found', '!call_not_connected', 'held', 'held', '!call_ended'],
  ],
  [
    'the agent resumes (HLD-6)',
    ({ deps }, { which }) => resumeCall(deps, which),
    ['!not_found', '!not_found', '!call_not_connected', 'active', 'active', '!call_ended'],
  ],
];

describe('a call', () => {
  for (const [title, event, cells] of table)
    callStates.forEach((state, column) => {
      const expected = cells[column] ?? '';
      it(`that is ${state}: ${title} → ${expected}`, async (t) => {
        const center = await createCallCenter();
        t.after(() => center.close());
        const call = await callIn(center, state);
        const before = (await call.current()).version;
        const refusal = await event(center, call).then(
          () => null,
          (error: unknown) => `!${(error as { code?: string }).code}`,
        );
        await center.settle();
        const after = await call.current();
        if (!expected.startsWith('!')) {
          assert.equal(refusal, null);
          assert.equal([after.state, after.endReason].filter(Boolean).join(' '), expected);
        } else assert.deepEqual([refusal, after.state, after.version], [expected, state, before]);
      });
    });
});
