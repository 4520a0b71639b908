import { readAgent } from '../agent/read-agent.js';
import { toAgent } from '../agent/to-agent.js';
import { readCall } from '../call/read-call.js';
import { toAgentCall } from '../call/to-agent-call.js';
import { toCustomerCall } from '../call/to-customer-call.js';
import { readConversation } from '../conversation/read-conversation-row.js';
import { toConversation } from '../conversation/to-conversation.js';
import { readOffer } from '../offer/read-offer.js';
import { toOffer } from '../offer/to-offer.js';
import { membersOf } from '../queue/members.js';
import { append } from '../stream/append.js';
import { readWrapUp } from '../wrap-up/read-wrap-up.js';
import { toWrapUp } from '../wrap-up/to-wrap-up.js';
import type { Transition } from './transition.js';

interface Message {
  readonly stream: string;
  readonly type: string;
  readonly body: unknown;
}

export const agentStream = (agentId: string) => `agent:${agentId}`;
export const callStream = (callId: string) => `call:${callId}`;

/**
 * Appends what was touched to the streams of those it concerns. Last in the transaction, as each stream's counter makes
 * its writers wait, and in the order of the streams' names, so that two transactions never wait for each other.
 */
export async function publishChanges(t: Transition): Promise<void> {
  const messages: Message[] = [];
  // Offers come before the agent: whoever reads in order never sees a ringing agent without its offer.
  for (const id of t.conversations) messages.push(...(await conversationMessages(t, id)));
  for (const id of t.offers) messages.push(await offerMessage(t, id));
  for (const id of t.calls) messages.push(...(await callMessages(t, id)));
  for (const { agentId, callId } of t.lost)
    messages.push({ stream: agentStream(agentId), type: 'call', body: toAgentCall(await readCall(t.q, callId)) });
  for (const id of t.wrapUps) messages.push(await wrapUpMessage(t, id));
  for (const id of t.agents) messages.push(await agentMessage(t, id));
  messages.sort((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : 0));
  for (const { stream, type, body } of messages) await append(t.q, stream, type, body, t.now);
}

async function conversationMessages(t: Transition, id: string): Promise<Message[]> {
  const row = await readConversation(t.q, id);
  const body = toConversation(row);
  const members = await membersOf(t.q, row.queue_id);
  return members.map((agentId) => ({ stream: agentStream(agentId), type: 'conversation', body }));
}

async function offerMessage(t: Transition, id: string): Promise<Message> {
  const offer = await readOffer(t.q, id);
  return {
    stream: agentStream(offer.agent_id),
    type: 'offer',
    body: toOffer(offer, await readCall(t.q, offer.call_id)),
  };
}

async function callMessages(t: Transition, id: string): Promise<Message[]> {
  const call = await readCall(t.q, id);
  const customer = { stream: callStream(id), type: 'call', body: toCustomerCall(call) };
  if (call.agent_id === null) return [customer];
  return [customer, { stream: agentStream(call.agent_id), type: 'call', body: toAgentCall(call) }];
}

async function wrapUpMessage(t: Transition, id: string): Promise<Message> {
  const row = await readWrapUp(t.q, id);
  const body = toWrapUp(row, await readCall(t.q, row.call_id), await readConversation(t.q, row.conversation_id));
  return { stream: agentStream(row.agent_id), type: 'wrapup', body };
}

async function agentMessage(t: Transition, id: string): Promise<Message> {
  return { stream: agentStream(id), type: 'agent', body: await toAgent(t.q, await readAgent(t.q, id), t.now) };
}
