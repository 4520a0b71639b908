import { isDeepStrictEqual } from 'node:util';
import { AgentEvent, CustomerEvent } from '@carillon/contract';
import { readAgentView } from '../../agent/read-agent-view.js';
import { readCall } from '../../call/read-call.js';
import { toAgentCall } from '../../call/to-agent-call.js';
import { toCustomerCall } from '../../call/to-customer-call.js';
import { readConversation } from '../../conversation/read-conversation-row.js';
import { toConversation } from '../../conversation/to-conversation.js';
import { readOffer } from '../../offer/read-offer.js';
import { toOffer } from '../../offer/to-offer.js';
import { readMailMarks } from '../../mail/read-mail-marks.js';
import { readCustomerMark } from '../../message/read-marks.js';
import type { Query } from '../../store/database.js';
import { callOfTarget } from '../../transfer/running-transfer.js';
import { readWrapUp } from '../../wrap-up/read-wrap-up.js';
import { toWrapUp } from '../../wrap-up/to-wrap-up.js';

interface Row {
  readonly stream: string;
  readonly n: number;
  readonly type: string;
  readonly body: string;
}

/**
 * Whether somebody who only follows the streams knows what the record says: numbers without gaps, versions that never go
 * back and say one thing each, and the newest event about each thing equal to how it stands.
 */
export async function streamFaults(q: Query, now: number): Promise<string[]> {
  const faults: string[] = [];
  const newest = new Map<string, { readonly stream: string; readonly event: AgentEvent | CustomerEvent }>();
  const counters = new Map<string, number>();
  const versions = new Map<string, { readonly version: number; readonly facts: object }>();
  for (const row of await q.all<Row>('select stream, n, type, body from event order by stream, n')) {
    const { stream, n, type } = row;
    if (n !== (counters.get(stream) ?? 0) + 1) faults.push(`${stream} jumps to ${n}`);
    counters.set(stream, n);
    const schema = stream.startsWith('agent:') ? AgentEvent : CustomerEvent;
    const event = schema.parse({ type, body: JSON.parse(row.body) as unknown });
    const key = `${stream} ${type} ${subjectOf(event)}`;
    if ('version' in event.body) {
      const [{ version }, facts, before] = [event.body, factsOf(event.body), versions.get(key)];
      if (before && version < before.version) faults.push(`${key} goes back to ${version}`);
      if (before?.version === version && !isDeepStrictEqual(facts, before.facts))
        faults.push(`${key} is two things in version ${version}`);
      versions.set(key, { version, facts });
    }
    newest.set(key, { stream, event });
  }
  for (const [key, { stream, event }] of newest) {
    const stands = await standing(q, now, stream, event);
    if (stands !== undefined && !isDeepStrictEqual(factsOf(event.body), factsOf(stands)))
      faults.push(`${key} was told as ${JSON.stringify(event.body)} and is ${JSON.stringify(stands)}`);
  }
  return faults;
}

/** What an event is about. Marks of messages are about the one call of a stream, or a conversation. */
const subjectOf = ({ body }: AgentEvent | CustomerEvent): string =>
  'id' in body ? body.id : 'messageId' in body ? body.messageId : 'conversationId' in body ? body.conversationId : '';

/** What is told, without the estimate of a wait: that is no fact of the record, but made anew whenever something is told. */
const factsOf = (body: object): object =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'expectedAt'));

/** What an event is about, as it is now; undefined when it is no business of the stream any more. */
async function standing(q: Query, now: number, stream: string, { type, body }: AgentEvent | CustomerEvent) {
  if (type === 'messages')
    return stream.startsWith('call:') ? readCustomerMark(q, await readCall(q, stream.slice(5))) : undefined;
  if (type === 'mail') return (await readMailMarks(q, [body.messageId]))[0]?.mark;
  if (type === 'agent') return readAgentView(q, body.id, now);
  if (type === 'conversation') return toConversation(await readConversation(q, body.id));
  if (type === 'offer') {
    const offer = await readOffer(q, body.id);
    return toOffer(offer, await readCall(q, offer.call_id));
  }
  if (type === 'wrapup') {
    const row = await readWrapUp(q, body.id);
    const conversation = await readConversation(q, row.conversation_id);
    // What was said of a wrap-up that is over stays as it was said.
    return row.closed_at === null ? toWrapUp(row, await readCall(q, row.call_id), conversation) : undefined;
  }
  const call = await readCall(q, body.id);
  if (stream.startsWith('call:')) return toCustomerCall(call);
  const theirs = [call, callOfTarget(call)].find((one) => one?.agent_id && `agent:${one.agent_id}` === stream);
  return theirs ? toAgentCall(theirs) : undefined;
}
