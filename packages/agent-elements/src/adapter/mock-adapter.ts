import { CallSession, type HostAdapter } from '@carillon/call';
import { AgentSession } from '../session/agent-session.js';
import { RingTone } from '../session/ring-tone.js';
import { Ringer } from '../session/ringer.js';
import { MockDesk } from './mock-desk.js';
import { mockDevices, mockRoom } from './mock-media.js';
import type { MockScript } from './mock-script.js';

/** An adapter whose server is a desk in memory and whose calls need no camera. */
export interface MockAdapter extends HostAdapter {
  createSession(): AgentSession;
  /** What everybody else does: `desk.world.ring({ caller: { name: 'Marija' } })`. */
  readonly desk: MockDesk;
}

/**
 * Runs every agent element alone, for demos and tests.
 *
 * ```ts
 * provider.adapter = mockAdapter({ calls: [{ caller: { name: 'Marija Horvat' }, medium: 'audio' }] });
 * ```
 */
export function mockAdapter(script: MockScript = {}): MockAdapter {
  const desk = new MockDesk(script);
  const createSession = (): AgentSession => {
    const session: AgentSession = new AgentSession({
      desk,
      createCall: (control) =>
        new CallSession({
          control,
          rooms: mockRoom,
          media: mockDevices(),
          clockOffset: () => session.clockOffsetMs,
        }),
      createRinger: (hooks) => new Ringer({ sound: new RingTone(), ...hooks }),
    });
    return session;
  };
  return { desk, createSession };
}
