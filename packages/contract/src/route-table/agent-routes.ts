import type * as z from 'zod/mini';
import {
  AddBackgroundImageQuery,
  AgentBackground,
  BackgroundChoice,
  BackgroundImage,
  BackgroundImageList,
} from '../background.js';
import { Agent, AgentSessionGrant, AgentSnapshot, CreateAgentSessionRequest, SetAgentStatusRequest } from '../agent.js';
import { OpenSessionList, ClosedSessions } from '../open-session.js';
import { AgentCallAnswer, AgentMediaGrant, MediaFailedRequest } from '../call.js';
import { Done, Empty } from '../common.js';
import { PageQuery } from '../page.js';
import {
  ChooseDispositionRequest,
  CloseWrapUpRequest,
  ExtendWrapUpRequest,
  RateWrapUpRequest,
  SaveNoteRequest,
  SaveSummaryRequest,
  WrapUp,
} from '../wrap-up.js';
import { SaveAnswersRequest } from '../wrap-up-form.js';
import { TransferCallRequest, TransferTargets } from '../transfer.js';
import { agents, everybody, route } from './route.js';

const own = (is: 'offer' | 'call' | 'wrapup' | 'session' | 'background-image') => ({ is, of: 'agent' }) as const;
const gone = ['offer_taken', 'offer_expired', 'offer_withdrawn'] as const;

/** Where an agent signs in, and what their page says and hears. */
export const sessionRoutes = Object.freeze([
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
    method: 'DELETE',
    path: '/v1/agent/session',
    summary: 'Logs out: ends the session that asks.',
    callers: agents,
    answer: Done,
  }),
  route({
    method: 'GET',
    path: '/v1/agent/sessions',
    summary: 'Lists where the agent is signed in.',
    callers: agents,
    query: PageQuery,
    answer: OpenSessionList,
  }),
  route({
    method: 'DELETE',
    path: '/v1/agent/sessions',
    summary: 'Ends all other sessions of the agent.',
    callers: agents,
    answer: ClosedSessions,
  }),
  route({
    method: 'DELETE',
    path: '/v1/agent/sessions/:id',
    summary: 'Ends one session of the agent.',
    callers: agents,
    record: own('session'),
    answer: Done,
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

/** What an agent has chosen to stand behind them, in whichever browser they work (BGD-3). Nobody else sees any of it. */
export const backgroundRoutes = Object.freeze([
  route({
    method: 'GET',
    path: '/v1/agent/background',
    summary: 'Shows what the agent has chosen for their camera’s background.',
    callers: agents,
    answer: AgentBackground,
  }),
  route({
    method: 'PUT',
    path: '/v1/agent/background',
    summary: 'Keeps what the agent chooses for their camera’s background, for every following call.',
    callers: agents,
    body: BackgroundChoice,
    answer: AgentBackground,
  }),
  route({
    method: 'GET',
    path: '/v1/agent/background/images',
    summary: 'Lists all pictures that the agent has added as backgrounds.',
    callers: agents,
    answer: BackgroundImageList,
  }),
  route({
    method: 'POST',
    path: '/v1/agent/background/images',
    summary:
      'Adds a background of the agent’s own: PNG, JPEG or WebP, as the body itself. The same again is the same one.',
    callers: agents,
    query: AddBackgroundImageQuery,
    body: 'picture',
    answer: BackgroundImage,
    status: 201,
    problems: ['picture_damaged', 'picture_dimensions', 'too_many_backgrounds'],
  }),
  route({
    method: 'GET',
    path: '/v1/agent/background/images/:id',
    summary: 'Gives a background of the agent’s own. Under one id there is never another one.',
    callers: agents,
    record: own('background-image'),
    answer: 'picture',
  }),
  route({
    method: 'DELETE',
    path: '/v1/agent/background/images/:id',
    summary: 'Removes a background of the agent’s own; blur stands where it was chosen.',
    callers: agents,
    record: own('background-image'),
    answer: Done,
  }),
]);

const offerRoute = <const Verb extends string, Answer extends z.ZodMiniType>(
  verb: Verb,
  summary: string,
  answer: Answer,
) =>
  route({
    method: 'POST',
    path: `/v1/offers/:id/${verb}`,
    summary,
    callers: agents,
    record: own('offer'),
    body: Empty,
    answer,
    problems: gone,
  });

const callRoute = <const Verb extends string, Body extends z.ZodMiniType, Answer extends z.ZodMiniType>(
  verb: Verb,
  summary: string,
  body: Body,
  answer: Answer,
) =>
  route({
    method: 'POST',
    path: `/v1/calls/:id/${verb}`,
    summary,
    callers: agents,
    record: own('call'),
    body,
    answer,
    problems: ['call_ended', 'call_not_connected', 'transfer_pending'],
  });

/** A ringing call, the call itself and the work after it. */
export const callRoutes = Object.freeze([
  offerRoute('token', 'Gives a token with which the agent’s browser connects while it rings.', AgentMediaGrant),
  offerRoute('accept', 'Answers. Of several accepts one wins.', AgentMediaGrant),
  offerRoute('decline', 'Lets the call ring elsewhere.', Done),
  callRoute('token', 'Gives a fresh token for the call’s room.', Empty, AgentMediaGrant),
  callRoute('connected', 'Says that the agent’s browser is in the room.', Empty, Done),
  callRoute('media-failed', 'Says why the agent’s browser cannot take part.', MediaFailedRequest, Done),
  callRoute('hold', 'Puts the customer on hold.', Empty, AgentCallAnswer),
  callRoute('resume', 'Goes on talking with a customer who is on hold.', Empty, AgentCallAnswer),
  callRoute('end', 'Hangs up.', Empty, Done),
  route({
    method: 'GET',
    path: '/v1/calls/:id/transfer-targets',
    summary: 'Lists agents and queues to whom the call can be passed on, the most available first.',
    callers: agents,
    record: own('call'),
    answer: TransferTargets,
    problems: ['transfer_not_possible'],
  }),
  route({
    method: 'POST',
    path: '/v1/calls/:id/transfer',
    summary: 'Passes the call on to another agent of its queue, or to a queue.',
    callers: agents,
    record: own('call'),
    body: TransferCallRequest,
    answer: AgentCallAnswer,
    problems: ['call_ended', 'call_not_connected', 'transfer_not_possible', 'transfer_pending', 'target_unavailable'],
  }),
  ...(
    [
      ['cancel', 'Takes a transfer back that still rings, or sends the other agent away again.'],
      ['join', 'Lets the customer in while two agents talk about the call: from then on all three do.'],
      ['complete', 'Leaves the call to the other agent, with whom it was talked about.'],
    ] as const
  ).map(([verb, summary]) =>
    route({
      method: 'POST',
      path: `/v1/calls/:id/transfer/${verb}`,
      summary,
      callers: agents,
      record: own('call'),
      body: Empty,
      answer: AgentCallAnswer,
      problems: ['call_ended', 'transfer_over'],
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
    method: 'PUT',
    path: '/v1/wrapups/:id/summary',
    summary: 'Keeps the summary as it is now.',
    callers: agents,
    record: own('wrapup'),
    body: SaveSummaryRequest,
    answer: WrapUp,
    problems: ['wrapup_closed'],
  }),
  route({
    method: 'PUT',
    path: '/v1/wrapups/:id/disposition',
    summary: 'Chooses what became of the call, from what the company has set.',
    callers: agents,
    record: own('wrapup'),
    body: ChooseDispositionRequest,
    answer: WrapUp,
    problems: ['wrapup_closed', 'invalid_request'],
  }),
  route({
    method: 'PUT',
    path: '/v1/wrapups/:id/rating',
    summary: 'Says how good the call was, where the company allows that.',
    callers: agents,
    record: own('wrapup'),
    body: RateWrapUpRequest,
    answer: WrapUp,
    problems: ['wrapup_closed', 'rating_not_allowed'],
  }),
  route({
    method: 'PUT',
    path: '/v1/wrapups/:id/answers',
    summary: 'Keeps what is answered in the form of the wrap-up, as it is now.',
    callers: agents,
    record: own('wrapup'),
    body: SaveAnswersRequest,
    answer: WrapUp,
    problems: ['wrapup_closed', 'invalid_request'],
  }),
  route({
    method: 'POST',
    path: '/v1/wrapups/:id/extend',
    summary: 'Gives the agent more time, where the company allows it.',
    callers: agents,
    record: own('wrapup'),
    body: ExtendWrapUpRequest,
    answer: WrapUp,
    problems: ['wrapup_closed', 'wrapup_not_extendable'],
  }),
  route({
    method: 'POST',
    path: '/v1/wrapups/:id/close',
    summary: 'Ends the wrap-up and sets the conversation’s status.',
    callers: agents,
    record: own('wrapup'),
    body: CloseWrapUpRequest,
    answer: WrapUp,
    problems: ['wrapup_closed', 'answers_missing', 'rating_not_allowed', 'idempotency_mismatch'],
  }),
]);
