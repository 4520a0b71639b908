import { Agent, AgentSessionGrant, AgentSnapshot, CreateAgentSessionRequest, SetAgentStatusRequest } from '../agent.js';
import { AgentMediaGrant, MediaFailedRequest } from '../call.js';
import { Done, Empty } from '../common.js';
import { CloseWrapUpRequest, SaveNoteRequest, WrapUp } from '../wrap-up.js';
import { agents, everybody, route, type Route } from './route.js';

const own = (is: 'offer' | 'call' | 'wrapup') => ({ is, of: 'agent' }) as const;
const gone = ['offer_taken', 'offer_expired', 'offer_withdrawn'] as const;

/** Where an agent signs in, and what their page says and hears. */
export const sessionRoutes: readonly Route[] = Object.freeze([
  route({
    method: 'POST',
    path: '/v1/agent/session',
    summary: 'Exchanges a token of the host app for a session.',
    callers: everybody,
    body: CreateAgentSessionRequest,
    answer: AgentSessionGrant,
    status: 201,
    problems: ['unauthenticated', 'forbidden', 'sign_in_unavailable'],
  }),
  route({
    method: 'GET',
    path: '/v1/agent/state',
    summary: 'Shows all that an agent’s page needs to draw itself.',
    callers: agents,
    answer: AgentSnapshot,
  }),
  route({
    method: 'PUT',
    path: '/v1/agent/status',
    summary: 'Sets the agent’s status.',
    callers: agents,
    body: SetAgentStatusRequest,
    answer: Agent,
  }),
  route({
    method: 'POST',
    path: '/v1/agent/presence',
    summary: 'Says that the agent’s page is still there.',
    callers: agents,
    body: Empty,
    answer: Done,
  }),
  route({
    method: 'POST',
    path: '/v1/agent/farewell',
    summary: 'Says that the agent’s page closes.',
    callers: agents,
    body: Empty,
    answer: Done,
  }),
  route({
    method: 'GET',
    path: '/v1/agent/events',
    summary: 'Tells what happens to the agent, their call and their work.',
    callers: agents,
    answer: 'events',
  }),
]);

/** A ringing call, the call itself and the work after it. */
export const callRoutes: readonly Route[] = Object.freeze([
  ...(
    [
      ['token', 'Gives a token with which the agent’s browser connects while it rings.', AgentMediaGrant],
      ['accept', 'Answers. Of several accepts one wins.', AgentMediaGrant],
      ['decline', 'Lets the call ring elsewhere.', Done],
    ] as const
  ).map(([verb, summary, answer]) =>
    route({
      method: 'POST',
      path: `/v1/offers/:id/${verb}`,
      summary,
      callers: agents,
      record: own('offer'),
      body: Empty,
      answer,
      problems: gone,
    }),
  ),
  ...(
    [
      ['token', 'Gives a fresh token for the call’s room.', Empty, AgentMediaGrant],
      ['connected', 'Says that the agent’s browser is in the room.', Empty, Done],
      ['media-failed', 'Says why the agent’s browser cannot take part.', MediaFailedRequest, Done],
      ['end', 'Hangs up.', Empty, Done],
    ] as const
  ).map(([verb, summary, body, answer]) =>
    route({
      method: 'POST',
      path: `/v1/calls/:id/${verb}`,
      summary,
      callers: agents,
      record: own('call'),
      body,
      answer,
      problems: ['call_ended', 'call_not_connected'],
    }),
  ),
  route({
    method: 'POST',
    path: '/v1/calls/:id/claim',
    summary: 'Takes a call from the line of a queue that does not assign by itself.',
    callers: agents,
    record: { is: 'call', of: 'queue-member' },
    body: Empty,
    answer: Done,
    problems: ['agent_busy', 'agent_unavailable', 'offer_taken', 'call_ended'],
  }),
  route({
    method: 'PUT',
    path: '/v1/wrapups/:id/note',
    summary: 'Keeps the note as it is now.',
    callers: agents,
    record: own('wrapup'),
    body: SaveNoteRequest,
    answer: WrapUp,
    problems: ['wrapup_closed'],
  }),
  route({
    method: 'POST',
    path: '/v1/wrapups/:id/close',
    summary: 'Ends the wrap-up and sets the conversation’s status.',
    callers: agents,
    record: own('wrapup'),
    body: CloseWrapUpRequest,
    answer: WrapUp,
    problems: ['wrapup_closed', 'idempotency_mismatch'],
  }),
]);
