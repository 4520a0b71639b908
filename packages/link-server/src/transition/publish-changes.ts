import type { Agent } from '@carillon/contract';
import { readAgentViews } from '../agent/read-agent-view.js';
import { readCalls } from '../call/read-call.js';
import { toAgentCall } from '../call/to-agent-call.js';
import { toCustomerCall } from '../call/to-customer-call.js';
import { readMailMarks, type ToldMail } from '../mail/read-mail-marks.js';
import { readAgentMark, readCustomerMark } from '../message/read-marks.js';
import { readConversations } from '../conversation/read-conversation-row.js';
import { toConversation } from '../conversation/to-conversation.js';
import { readOffers } from '../offer/read-offer.js';
import { toOffer } from '../offer/to-offer.js';
import { membersByQueue } from '../queue/members.js';
import { appendAll, type StreamMessage } from '../stream/append.js';
import { asTransferred } from '../transfer/as-transferred.js';
import { callOfTarget } from '../transfer/running-transfer.js';
import { readWrapUps } from '../wrap-up/read-wrap-up.js';
import { toWrapUp } from '../wrap-up/to-wrap-up.js';
import type { CallRow, ConversationRow, OfferRow, WrapUpRow } from './rows.js';
import type { LostCall, Transition } from './transition.js';

export const agentStream = (agentId: string) => `agent:${agentId}`;
export const callStream = (callId: string) => `call:${callId}`;

/** What was touched, as it is at the end of the transition. */
interface Touched {
  readonly offers: readonly OfferRow[];
  readonly wrapUps: readonly WrapUpRow[];
  readonly agents: readonly Agent[];
  readonly marks: readonly StreamMessage[];
  readonly mails: readonly ToldMail[];
  readonly call: (id: string) => CallRow;
  readonly conversation: (id: string) => ConversationRow;
  readonly members: (queueId: string) => readonly string[];
}

/**
 * Appends what was touched to the streams of those it concerns. Last in the transaction, as each stream's counter makes
 * its writers wait. Everything of a kind is read at once, so that much costs few statements.
 */
export async function publishChanges(t: Transition): Promise<void> {
  const touched = await readTouched(t);
  // Offers come before the agent: whoever reads in order never sees a ringing agent without its offer.
  const events = await appendAll(
    t.q,
    [
      ...conversationMessages(t, touched),
      ...touched.offers.map((offer) => offerMessage(offer, touched)),
      ...callMessages(t, touched),
      ...touched.marks,
      ...touched.mails.flatMap((mail) => mailMessages(mail, touched)),
      ...touched.wrapUps.map((row) => wrapUpMessage(row, touched)),
      ...touched.agents.map((agent) => ({ stream: agentStream(agent.id), type: 'agent', body: agent })),
    ],
    t.now,
  );
  if (events.length > 0) t.q.afterCommit(() => t.deps.streams.deliver(events));
}

async function readTouched(t: Transition): Promise<Touched> {
  const { q, now } = t;
  const offers = await readOffers(q, t.offers);
  const wrapUps = await readWrapUps(q, t.wrapUps);
  const calls = await readCalls(q, [
    ...t.calls,
    ...t.messages,
    ...t.lost.map(({ callId }) => callId),
    ...[...offers, ...wrapUps].map(({ call_id }) => call_id),
  ]);
  const conversations = await readConversations(q, [
    ...t.conversations,
    ...wrapUps.map(({ conversation_id }) => conversation_id),
  ]);
  const mails = await readMailMarks(q, t.mails);
  const queues = [...toldTo(t.conversations, conversations), ...mails.map(({ queueId }) => queueId)];
  const members = await membersByQueue(q, queues);
  const call = byId(calls);
  return {
    offers,
    wrapUps,
    marks: await readMarks(t, call),
    mails,
    agents: await readAgentViews(q, t.agents, now),
    call,
    conversation: byId(conversations),
    members: (queueId) => members.get(queueId) ?? [],
  };
}

/** The queues that hear of their conversations. */
const toldTo = (told: ReadonlySet<string>, conversations: readonly ConversationRow[]) =>
  conversations.filter(({ id }) => told.has(id)).map(({ queue_id }) => queue_id);

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): (id: string) => Row {
  const found = new Map(rows.map((row) => [row.id, row]));
  return (id) => {
    const row = found.get(id);
    if (!row) throw new Error(`${id} was touched and is not there`);
    return row;
  };
}

/** What is new in a call is told as numbers: texts are in one place, where retention and forgetting find them. */
async function readMarks({ q, messages }: Transition, call: (id: string) => CallRow): Promise<StreamMessage[]> {
  const told: StreamMessage[] = [];
  for (const id of messages) {
    const row = call(id);
    told.push({ stream: callStream(id), type: 'messages', body: await readCustomerMark(q, row) });
    if (row.agent_id !== null)
      told.push({ stream: agentStream(row.agent_id), type: 'messages', body: await readAgentMark(q, row) });
  }
  return told;
}

const conversationMessages = ({ conversations }: Transition, { conversation, members }: Touched): StreamMessage[] =>
  [...conversations].flatMap((id) => {
    const row = conversation(id);
    const body = toConversation(row);
    return members(row.queue_id).map((agentId) => ({ stream: agentStream(agentId), type: 'conversation', body }));
  });

/** Told as ids and words of closed lists, to each agent once. */
const mailMessages = ({ mark, queueId, agentIds }: ToldMail, { members }: Touched): StreamMessage[] =>
  [...new Set([...members(queueId), ...agentIds])].map((agentId) => ({
    stream: agentStream(agentId),
    type: 'mail',
    body: mark,
  }));

const offerMessage = (offer: OfferRow, { call }: Touched): StreamMessage => ({
  stream: agentStream(offer.agent_id),
  type: 'offer',
  body: toOffer(offer, call(offer.call_id)),
});

/** A call as it is for an agent whose it is no more: over if they passed it on or it has ended, else waiting somewhere. */
function asLost(row: CallRow, { transferred = false }: LostCall, now: number): CallRow {
  if (row.state === 'ended') return row;
  return transferred ? asTransferred(row, now) : { ...row, state: 'queued' };
}

function callMessages({ calls, lost, now }: Transition, { call }: Touched): StreamMessage[] {
  const ofAgent = (agentId: string, row: CallRow) => ({
    stream: agentStream(agentId),
    type: 'call',
    body: toAgentCall(row),
  });
  return [
    ...[...calls].flatMap((id) => {
      const row = call(id);
      const ofCustomer = { stream: callStream(id), type: 'call', body: toCustomerCall(row) };
      const given = callOfTarget(row);
      return [ofCustomer, ...[row, given].flatMap((one) => (one?.agent_id ? [ofAgent(one.agent_id, one)] : []))];
    }),
    ...lost.map((one) => ofAgent(one.agentId, asLost(call(one.callId), one, now))),
  ];
}

const wrapUpMessage = (row: WrapUpRow, { call, conversation }: Touched): StreamMessage => ({
  stream: agentStream(row.agent_id),
  type: 'wrapup',
  body: toWrapUp(row, call(row.call_id), conversation(row.conversation_id)),
});
