import { CcProvider, define, type CallControl, type CallSession, type ElementClass } from '@carillon/call';
import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { MockDesk } from '../adapter/mock-desk.js';
import type { MockScript } from '../adapter/mock-script.js';
import { AgentSession } from '../session/agent-session.js';
import { idleCall, silentRinger } from './silent-parts.js';

export interface MountedDesk {
  readonly desk: MockDesk;
  readonly session: AgentSession;
  readonly provider: CcProvider;
  /** Offers that the ringer was told to ring for, null for silence. */
  readonly rung: (string | null)[];
  /** Types of the request events that went up, in order. */
  readonly requests: string[];
  /** What was announced so far. */
  announced(): string[];
  /** Resolves once the session is in the state that is asked for. */
  until(holds: (session: AgentSession) => boolean): Promise<void>;
}

const requestTypes = [
  'cc-answer-request',
  'cc-decline-request',
  'cc-status-request',
  'cc-take-over-request',
  'cc-wrapup-close-request',
  'cc-claim-request',
  'cc-new-link-request',
  'cc-link-request',
  'cc-send-link-request',
  'cc-reply-request',
  'cc-revoke-link-request',
  'cc-mute-request',
  'cc-unmute-request',
  'cc-camera-on-request',
  'cc-camera-off-request',
  'cc-share-request',
  'cc-unshare-request',
  'cc-transfer-request',
  'cc-cancel-transfer-request',
  'cc-hangup-request',
];

/** Puts elements on the page under a provider whose desk is a mock; the session leads and is live. */
export async function mountDesk(
  content: TemplateResult,
  elements: readonly ElementClass[],
  {
    script = {},
    createCall,
    before,
  }: {
    script?: MockScript;
    createCall?: (control: CallControl) => CallSession;
    /** What happened before the page was opened. */
    before?: (desk: MockDesk) => void;
  } = {},
): Promise<MountedDesk> {
  define(CcProvider, ...elements);
  const desk = new MockDesk(script);
  before?.(desk);
  const rung: (string | null)[] = [];
  const session = new AgentSession({
    desk,
    createCall: createCall ?? idleCall,
    createRinger: silentRinger(rung),
    leaderHost: { locks: undefined, channel: (name) => new BroadcastChannel(name) },
  });
  const requests: string[] = [];
  const provider = await fixture<CcProvider>(html`
    <cc-provider .adapter=${{ createSession: () => session }}>${content}</cc-provider>
  `);
  for (const type of requestTypes) provider.addEventListener(type, (event) => requests.push(event.type));
  const until = (holds: (session: AgentSession) => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!holds(session)) return;
        stop();
        resolve();
      };
      const stop = session.subscribe(look);
      look();
    });
  await until(({ snapshot }) => snapshot.connection === 'live');
  const announced = () =>
    [...provider.renderRoot.querySelectorAll('[data-announce] p')].map((line) => line.textContent ?? '');
  return { desk, session, provider, rung, requests, announced, until };
}
