import { CallSession, liveKitRooms, LocalMedia, preloadLiveKit, type HostAdapter } from '@carillon/call';
import { AgentSession } from '../session/agent-session.js';
import { RingTone } from '../session/ring-tone.js';
import { Ringer } from '../session/ringer.js';
import { LinkServerDesk, type LinkServerDeskOptions } from './link-server-desk.js';

export type LinkServerAdapterOptions = LinkServerDeskOptions;

/**
 * Connects the agent's elements to a link-server.
 *
 * ```ts
 * provider.adapter = linkServerAdapter({
 *   server: 'https://calls.example.com',
 *   token: () => fetch('/crm/me/token').then((response) => response.text()),
 * });
 * ```
 */
export function linkServerAdapter(options: LinkServerAdapterOptions): HostAdapter & { createSession(): AgentSession } {
  return {
    createSession() {
      const session: AgentSession = new AgentSession({
        desk: new LinkServerDesk(options),
        createCall: (control) =>
          new CallSession({
            control,
            rooms: liveKitRooms(),
            media: new LocalMedia(),
            clockOffset: () => session.clockOffsetMs,
          }),
        createRinger: (hooks) => new Ringer({ sound: new RingTone(), ...hooks }),
        lead: () => void preloadLiveKit(),
      });
      return session;
    },
  };
}
