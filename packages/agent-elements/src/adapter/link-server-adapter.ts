import {
  browserStorage,
  CallSession,
  chosenEffects,
  liveKitRooms,
  LocalMedia,
  preloadEffects,
  preloadLiveKit,
  recallDevices,
  type BackgroundStore,
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
  /**
   * Background effects: pictures of the company, another place to keep choices than the link-server, another place of the
   * model's files.
   */
  readonly effects?: CameraEffectsOptions;
  /** Where captions come from: a speech engine of the host's. Without it there are none. */
  readonly captions?: CaptionSource;
  /** Where the agents' shortcuts are kept, to keep them with your users. Default: in the browser. */
  readonly shortcuts?: ShortcutStore;
}

/** Where the agent has chosen to hear it ring. */
const chosenRinger = () => recallDevices(browserStorage()).ringer;

/** Keeps backgrounds with the link-server: loaded once somebody's camera may be opened. */
function agentBackgrounds(desk: LinkServerDesk): () => Promise<BackgroundStore> {
  let loading: Promise<BackgroundStore> | null = null;
  return () =>
    (loading ??= import('./agent-background-store.js').then(
      ({ AgentBackgroundStore }) => new AgentBackgroundStore(desk),
      (error: unknown) => {
        loading = null;
        throw error;
      },
    ));
}

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
      const desk = new LinkServerDesk(options);
      const effects = { ...options.effects, store: options.effects?.store ?? agentBackgrounds(desk) };
      const session: AgentSession = new AgentSession({
        desk,
        shortcuts: options.shortcuts,
        createCall(control) {
          // It rings: by the time somebody answers, the model is in the cache. What does not come is asked for by the camera.
          preloadEffects(effects).catch(() => undefined);
          return new CallSession({
            control,
            rooms: liveKitRooms(),
            media: new LocalMedia({ processor: chosenEffects(effects) }),
            clockOffset: () => session.clockOffsetMs,
            captions: options.captions,
          });
        },
        createRinger: (hooks) => new Ringer({ sound: new RingTone(() => new AudioContext(), chosenRinger), ...hooks }),
        lead: () => void preloadLiveKit(),
      });
      return Object.assign(session, { effects, captions: options.captions });
    },
  };
}
