import type { CallState, JoinState } from '@carillon/contract';
import type { LinkSnapshot } from './link-snapshot.js';

/** A link that cannot be used just now, by cause. Each one has a text and a next step of its own. */
export type NoticeKind =
  'used' | 'expired' | 'in-use' | 'unavailable' | 'not-open' | 'outside-hours' | 'offline' | 'moved';

/** What the customer sees. `in-call` and `reconnecting` are the same element, so that no picture is lost between them. */
export type Screen =
  | { readonly name: 'loading' | 'prejoin' | 'waiting' | 'in-call' | 'reconnecting' | 'ended' }
  | { readonly name: 'notice'; readonly notice: NoticeKind };

export type ScreenName = Screen['name'];

/** What decides the screen. */
export type ScreenState = Pick<LinkSnapshot, 'view' | 'problem' | 'call' | 'moved' | 'mediaLost'>;

const screen = (name: Exclude<ScreenName, 'notice'>): Screen => Object.freeze({ name });
const notice = (kind: NoticeKind): Screen => Object.freeze({ name: 'notice', notice: kind });

const byLinkState: Readonly<Record<JoinState, Screen>> = {
  available: screen('prejoin'),
  // The call is being fetched: the next thing the customer sees is the call itself.
  resumable: screen('loading'),
  'in-use': notice('in-use'),
  used: notice('used'),
  expired: notice('expired'),
  'not-open': notice('not-open'),
};

const byCallState: Readonly<Record<CallState, Screen>> = {
  queued: screen('waiting'),
  offering: screen('waiting'),
  connecting: screen('in-call'),
  active: screen('in-call'),
  held: screen('in-call'),
  consulting: screen('in-call'),
  transferring: screen('in-call'),
  ended: screen('ended'),
};

/** Refusals that are no outage: the server was reached and will say the same again. */
const unavailable = new Set(['link_unavailable', 'not_found', 'invalid_request']);

/** The one screen for a state. A live call wins over whatever the link has become meanwhile (spec Q-7). */
export function screenFor({ view, problem, call, moved, mediaLost }: ScreenState): Screen {
  if (moved) return notice('moved');
  if (call) {
    const found = byCallState[call.state];
    return found.name === 'in-call' && mediaLost ? screen('reconnecting') : found;
  }
  if (problem !== null) return notice(unavailable.has(problem) ? 'unavailable' : 'offline');
  if (view?.state === 'not-open' && view.outsideHours) return notice('outside-hours');
  return view ? byLinkState[view.state] : screen('loading');
}
