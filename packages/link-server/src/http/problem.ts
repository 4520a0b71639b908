import type { Problem, ProblemCode } from '@carillon/contract';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { DomainError } from '../domain-error.js';
import type { AppContext } from './app-env.js';

interface Meaning {
  readonly status: ContentfulStatusCode;
  readonly title: string;
  /** A sentence a person can act on. */
  readonly detail: string;
  /** Seconds to wait before asking again. */
  readonly retryAfter?: number;
}

const meaning = (status: ContentfulStatusCode, title: string, detail: string, retryAfter?: number): Meaning =>
  Object.freeze({ status, title, detail, ...(retryAfter === undefined ? {} : { retryAfter }) });

/** What each code is in HTTP: the only place that knows. */
export const problems: Readonly<Record<ProblemCode, Meaning>> = Object.freeze({
  invalid_request: meaning(
    400,
    'The request cannot be understood',
    'Check the fields that are named and send it again.',
  ),
  unsupported_media_type: meaning(415, 'The body is not JSON', 'Send the body as application/json.'),
  body_too_large: meaning(
    413,
    'The body is too large',
    'Send at most 128 KiB of JSON, a logo of 1 MiB, or a background of 10 MiB.',
  ),
  length_required: meaning(411, 'The length is missing', 'Send a Content-Length.'),
  not_found: meaning(404, 'There is nothing here', 'Check the address.'),
  method_not_allowed: meaning(405, 'The method does not fit', 'Use one of the methods in the Allow header.'),
  forbidden: meaning(403, 'You may not do this', 'Ask an administrator for the right to.'),
  unauthenticated: meaning(401, 'You are not signed in', 'Sign in and try again.'),
  session_expired: meaning(401, 'Your session has ended', 'Sign in again, or open the link again.'),
  origin_not_allowed: meaning(403, 'This site may not call the server', 'Add its origin to ALLOWED_ORIGINS.'),
  rate_limited: meaning(429, 'Too many attempts', 'Wait a minute and try again.', 60),
  link_unavailable: meaning(410, 'This link is not available', 'Check that it is complete, or ask for a new link.'),
  link_expired: meaning(410, 'This link has expired', 'Ask for a new link.'),
  link_used: meaning(410, 'This link has already been used', 'Ask for a new link.'),
  link_in_use: meaning(
    409,
    'This link is in use elsewhere',
    'Continue where it was opened, or try again in two minutes.',
  ),
  link_not_yet_active: meaning(410, 'This link is not open yet', 'Come back at the time you were given.'),
  local_time_gap: meaning(
    422,
    'There is no such time on that day',
    'The clock is set forward then. Choose one of the options and send it back.',
  ),
  local_time_ambiguous: meaning(
    422,
    'That time comes twice on that day',
    'The clock is set back then. Choose one of the options and send its offset along.',
  ),
  media_not_allowed: meaning(
    422,
    'This link does not allow that',
    'Call the other way: by sound only, or with a camera.',
  ),
  consent_required: meaning(422, 'Your consent is needed', 'Agree to what the page says, and start the call again.'),
  configuration_not_found: meaning(400, 'There is no such link configuration', 'Choose one that exists.'),
  configuration_built_in: meaning(409, 'The default configuration has to stay', 'Change it instead.'),
  picture_unsupported: meaning(415, 'This is no picture that we take', 'Send a PNG, JPEG or WebP file.'),
  picture_damaged: meaning(400, 'The picture cannot be read', 'Save it anew, and send that.'),
  picture_dimensions: meaning(
    400,
    'The picture has too many pixels',
    'Send one of at most 4,096 pixels a side and 8.3 megapixels.',
  ),
  too_many_pictures: meaning(409, 'There are too many pictures that nothing shows', 'Use them, or try again tomorrow.'),
  too_many_backgrounds: meaning(409, 'You have as many pictures as you may', 'Remove one first.'),
  sound_unsupported: meaning(415, 'This is no sound that we take', 'Send a WAV, MP3, Ogg or M4A file.'),
  sound_damaged: meaning(400, 'There is nothing to hear in the file', 'Save it anew, and send that.'),
  too_many_sounds: meaning(409, 'There are too many sounds that no queue plays', 'Use them, or try again tomorrow.'),
  conversation_not_found: meaning(404, 'There is no such conversation', 'Refresh the list.'),
  conversation_closed: meaning(409, 'The conversation is closed', 'Make a guest link instead.'),
  offer_taken: meaning(409, 'The call has been answered', 'Nothing to do: somebody else is talking to the customer.'),
  offer_expired: meaning(409, 'The call does not ring here any more', 'The next call will ring by itself.'),
  offer_withdrawn: meaning(409, 'The call is gone', 'The customer left or was connected elsewhere.'),
  agent_busy: meaning(409, 'You are on a call', 'End it first.'),
  agent_unavailable: meaning(409, 'You are not available', 'Set your status to Active.'),
  call_ended: meaning(409, 'The call has ended', 'Nothing to do.'),
  call_not_connected: meaning(409, 'The call is not connected', 'Wait until it is.'),
  transfer_not_possible: meaning(
    409,
    'Calls of this queue cannot be transferred',
    'Turn on automatic agent assignment for the queue.',
  ),
  transfer_pending: meaning(409, 'The call is being transferred', 'Wait until that is over, or cancel it.'),
  transfer_over: meaning(409, 'There is no transfer to cancel', 'It has been answered, or has ended.'),
  target_unavailable: meaning(409, 'The call cannot be transferred there now', 'Choose somebody who is available.'),
  rating_not_allowed: meaning(
    409,
    'This call cannot be rated',
    'A rating belongs to a call that took place and ended within the last hour, where the company and the link ask for one.',
  ),
  messages_not_allowed: meaning(409, 'This call has no messages', 'Say it in the call.'),
  customer_not_reachable: meaning(
    409,
    'The customer cannot be written to just now',
    'Write while you are on a call with them, or send what you have another way.',
  ),
  mail_unavailable: meaning(409, 'No e-mail can be sent', 'Set SMTP_URL and MAIL_FROM, or write another way.'),
  mail_thread_unknown: meaning(
    404,
    'No conversation goes with this mail',
    'Treat it as mail that nobody has asked for.',
  ),
  wrapup_not_extendable: meaning(409, 'The wrap-up cannot be longer', 'Close it, and write on in the conversation.'),
  answers_missing: meaning(409, 'There is more to fill in', 'Answer the fields that are named and close it again.'),
  wrapup_closed: meaning(409, 'The wrap-up is closed', 'Write the note in the conversation.'),
  key_taken: meaning(409, 'There is one already', 'Choose another key, or change the one that is there.'),
  address_taken: meaning(
    409,
    'Somebody else has that number or address',
    'Look for the person who has it, and change them instead.',
  ),
  person_on_call: meaning(409, 'They are on a call', 'Wait until it has ended.'),
  changed_meanwhile: meaning(409, 'Somebody else has changed it', 'Look at it again and repeat your change.'),
  queue_in_use: meaning(
    409,
    'The queue is in use',
    'Wait until its calls have ended, and give its links another queue.',
  ),
  last_admin: meaning(409, 'Nobody else may administer', 'Make somebody else an administrator first.'),
  idempotency_mismatch: meaning(409, 'The key was used for something else', 'Use a new Idempotency-Key.'),
  media_unavailable: meaning(503, 'The media server does not answer', 'Try again in a moment.', 1),
  sign_in_unavailable: meaning(503, 'Sign-in is not possible just now', 'Try again in a moment.', 2),
  server_stopping: meaning(503, 'The server is restarting', 'Try again in a moment.', 1),
  server_busy: meaning(503, 'The server has too much to do', 'Try again in a moment.', 1),
  internal: meaning(500, 'Something went wrong on our side', 'Try again; if it stays, report the request id.'),
});

/** Answers with a refusal as RFC 9457 problem details. Nothing of the request is repeated in it. */
export function answerProblem(c: AppContext, error: DomainError): Response {
  const { status, title, detail, retryAfter } = problems[error.code];
  // Who holds a bad link code must not tell unknown from revoked by any byte: no request id on that one.
  const requestId = error.code === 'link_unavailable' ? undefined : c.get('requestId');
  const problem: Problem = {
    type: 'about:blank',
    title,
    status,
    code: error.code,
    detail,
    ...(error.fields ? { fields: [...error.fields] } : {}),
    ...(error.options ? { options: [...error.options] } : {}),
    ...(error.answeredBy === undefined ? {} : { answeredBy: error.answeredBy }),
    ...(requestId === undefined ? {} : { requestId }),
  };
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' };
  if (retryAfter !== undefined) headers['retry-after'] = String(retryAfter);
  if (status === 401) headers['www-authenticate'] = 'Bearer';
  return c.body(JSON.stringify(problem), status, headers);
}
