import { CustomerCallSession, RateCallRequest } from '../call.js';
import { JoinView, NetworkCheckGrant, RedeemCallLinkRequest } from '../call-link.js';
import { RequestCallbackRequest, RequestedCallback } from '../callback.js';
import { Done, Empty } from '../common.js';
import { CallMessage, CallMessagePage } from '../message.js';
import { MessagesQuery, ReceivedMessagesRequest, SendMessageRequest } from '../message-requests.js';
import { customers, everybody, route } from './route.js';

const unusable = ['link_unavailable', 'rate_limited'] as const;
const told = <const Path extends string>(path: Path, summary: string) =>
  route({ method: 'POST', path, summary, callers: customers, body: Empty, answer: Done, problems: unusable });

/** What a customer's page asks, under the code of its link. */
export const customerRoutes = Object.freeze([
  route({
    method: 'GET',
    path: '/v1/join/:code',
    summary: 'Shows what a link is and whether it can be used now. Changes nothing.',
    callers: [...everybody, ...customers],
    answer: JoinView,
    problems: unusable,
  }),
  route({
    method: 'POST',
    path: '/v1/join/:code',
    summary: 'Starts a call with a link, or comes back to one.',
    callers: customers,
    body: RedeemCallLinkRequest,
    answer: CustomerCallSession,
    status: 201,
    problems: [
      ...unusable,
      'link_expired',
      'link_used',
      'link_in_use',
      'link_not_yet_active',
      'media_not_allowed',
      'consent_required',
      'media_unavailable',
    ],
  }),
  route({
    method: 'POST',
    path: '/v1/join/:code/opened',
    summary: 'Says that a person has opened the page.',
    callers: [...everybody, ...customers],
    body: Empty,
    answer: Done,
    problems: unusable,
  }),
  route({
    method: 'POST',
    path: '/v1/join/:code/check',
    summary: 'Gives a way into a room of its own, to measure the network before a call. Uses nothing up.',
    callers: [...everybody, ...customers],
    body: Empty,
    answer: NetworkCheckGrant,
    status: 201,
    problems: [...unusable, 'link_expired', 'link_used', 'link_in_use', 'link_not_yet_active', 'media_unavailable'],
  }),
  route({
    method: 'POST',
    path: '/v1/join/:code/token',
    summary: 'Gives a fresh token for the call’s room, and the call as it stands.',
    callers: customers,
    body: Empty,
    answer: CustomerCallSession,
    problems: unusable,
  }),
  told('/v1/join/:code/connected', 'Says that the customer’s browser is in the room.'),
  told('/v1/join/:code/presence', 'Says that the customer’s page is still there.'),
  told('/v1/join/:code/leave', 'Hangs up.'),
  route({
    method: 'POST',
    path: '/v1/join/:code/rating',
    summary: 'Says how the call was, within an hour of its end. Another rating takes the place of the first.',
    callers: customers,
    body: RateCallRequest,
    answer: Done,
    problems: [...unusable, 'rating_not_allowed'],
  }),
  route({
    method: 'POST',
    path: '/v1/join/:code/messages',
    summary: 'Writes to the agent while the call lives. The same clientId again is the same message.',
    callers: customers,
    body: SendMessageRequest,
    answer: CallMessage,
    problems: [...unusable, 'call_ended', 'messages_not_allowed', 'idempotency_mismatch'],
  }),
  route({
    method: 'GET',
    path: '/v1/join/:code/messages',
    summary: 'Lists the messages of the call, those after or before a number, or the newest.',
    callers: customers,
    query: MessagesQuery,
    answer: CallMessagePage,
    problems: unusable,
  }),
  route({
    method: 'POST',
    path: '/v1/join/:code/messages/received',
    summary: 'Says that the customer’s browser has the agent’s messages up to a number.',
    callers: customers,
    body: ReceivedMessagesRequest,
    answer: Done,
    problems: unusable,
  }),
  told('/v1/join/:code/farewell', 'Says that the page closes; the call waits for it to come back.'),
  route({
    method: 'POST',
    path: '/v1/join/:code/callback',
    summary: 'Asks to be called back, or for another link. One request for each conversation until it is done.',
    callers: [...everybody, ...customers],
    body: RequestCallbackRequest,
    answer: RequestedCallback,
    problems: unusable,
  }),
  route({
    method: 'GET',
    path: '/v1/join/:code/events',
    summary: 'Tells what happens to the call.',
    callers: customers,
    answer: 'events',
    problems: unusable,
  }),
]);
