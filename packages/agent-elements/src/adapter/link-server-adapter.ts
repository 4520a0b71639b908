import {
  browserStorage,
  CallSession,
  chosenEffects,
  liveKitRooms,
  LocalMedia,
  preloadEffects,
  preloadLiveKit,
  recallDevices,
  type CameraEffectsOptions,
  type CaptionSource,
  type HostAdapter,
  type ShortcutStore,
} from '@carillon/call';
import { AgentSession } from '../session/agent-session.js';
import { RingTone } from '../session/ring-tone.js';
import { Ringer } from '../session/ringer.js';
import { LinkServerDesk, type LinkServerDeskOptions } from './link-server-desk.js';

export interface LinkServerAdapterOptions extends LinkServerDeskOptions {
  /** Background effects: pictures of the company, another place to keep choices, another place of the model's files. */
  readonly effects?: CameraEffectsOptions;
  /** Where captions come from: a speech engine of the host's. Without it there are none. */
  readonly captions?: CaptionSource;
  /** Where the agents' shortcuts are kept, to keep them with your users. Default: in the browser. */
  readonly shortcuts?: ShortcutStore;
}

/** Where the agent has chosen to hear it ring. */
const chosenRinger = () => recallDevices(browserStorage()).ringer;

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
        shortcuts: options.shortcuts,
        createCall(control) {
          // It rings: by the time somebody answers, the model is in the cache.
          void preloadEffects(options.effects);
          return new CallSession({
            control,
            rooms: liveKitRooms(),
            media: new LocalMedia({ processor: chosenEffects(options.effects) }),
            clockOffset: () => session.clockOffsetMs,
            captions: options.captions,
          });
        },
        createRinger: (hooks) => new Ringer({ sound: new RingTone(() => new AudioContext(), chosenRinger), ...hooks }),
        lead: () => void preloadLiveKit(),
      });
      return Object.assign(session, { effects: options.effects, captions: options.captions });
    },
  };
}
