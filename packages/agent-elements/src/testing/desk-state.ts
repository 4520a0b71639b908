import type { CallControl, CallSession } from '@carillon/call';
import { html, nothing, type TemplateResult } from 'lit';
import { MockDesk } from '../adapter/mock-desk.js';
import type { MockScript } from '../adapter/mock-script.js';
import type { MockWorld } from '../adapter/mock-world.js';
import '../elements/localize/register-languages.js';
import { AgentSession } from '../session/agent-session.js';
import { idleCall, silentRinger } from './silent-parts.js';

export interface DeskStateOptions {
  readonly script?: MockScript;
  /** What happened before the page was opened. */
  readonly before?: (world: MockWorld) => void;
  /** Changes how the desk answers, before the page asks. */
  readonly setup?: (desk: MockDesk) => void;
  /** What happens once the session follows the desk. */
  readonly then?: (desk: MockDesk, session: AgentSession) => void;
  readonly createCall?: (control: CallControl) => CallSession;
  /** Another tab leads. */
  readonly follower?: boolean;
  readonly lang?: string;
}

/** Locks that another tab holds for ever. */
const takenLocks = { request: (): Promise<never> => new Promise(() => undefined) } as unknown as LockManager;
/** Answers the first, impatient request with no lock, and lets the second wait. */
const followerLocks = {
  request: (_name: string, options: LockOptions, callback: (lock: Lock | null) => unknown) =>
    options.ifAvailable ? Promise.resolve(callback(null)) : takenLocks.request(_name, () => undefined),
} as unknown as LockManager;

/** An element in a state of the desk: under a provider of its own, with a server in memory. */
export function deskState(element: TemplateResult, options: DeskStateOptions = {}): TemplateResult {
  const { script, before, setup, then, createCall = idleCall, follower = false, lang } = options;
  const desk = new MockDesk(script);
  before?.(desk.world);
  setup?.(desk);
  const session = new AgentSession({
    desk,
    createCall,
    createRinger: silentRinger([]),
    leaderHost: {
      locks: follower ? followerLocks : undefined,
      channel: () => ({ postMessage: () => undefined, close: () => undefined, onmessage: null }),
    },
  });
  if (then) {
    const stop = session.subscribe(() => {
      if (session.snapshot.connection !== 'live') return;
      stop();
      then(desk, session);
    });
  }
  return html`
    <cc-provider density="agent" lang=${lang ?? nothing} .adapter=${{ createSession: () => session }}
      >${element}</cc-provider
    >
  `;
}
