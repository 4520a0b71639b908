import type { CallControl, CallSession, HostAdapter } from '@carillon/call';
import { AgentSession } from '../session/agent-session.js';
import { MockDesk } from './mock-desk.js';
import type { MockScript } from './mock-script.js';

/** An adapter whose server is a desk in memory. */
export interface MockAdapter extends HostAdapter {
  createSession(): AgentSession;
  /** What happens: `desk.world.ring({ caller: { name: 'Marija' } })`. */
  readonly desk: MockDesk;
}

export function mockAdapter(script: MockScript = {}, createCall?: (control: CallControl) => CallSession): MockAdapter {
  const desk = new MockDesk(script);
  return {
    desk,
    createSession: () =>
      new AgentSession({ desk, createCall: createCall as never, createRinger: () => ({ ringFor: () => undefined }) }),
  };
}
