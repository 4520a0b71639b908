import {
  CallSession,
  checkNetwork,
  chosenEffects,
  liveKitRooms,
  LocalMedia,
  preloadEffects,
  preloadLiveKit,
  type CameraEffectsOptions,
  type CaptionSource,
  type HostAdapter,
} from '@carillon/call';
import { createLinkPort } from './create-link-port.js';
import { earlyFetch } from './early-answer.js';
import { LinkMemory } from './link-memory.js';
import { LinkSession } from './link-session.js';

export interface LinkServerAdapterOptions {
  /** The code of the link. */
  readonly code: string;
  /** Origin of the link-server. Default: the page's own. */
  readonly server?: string;
  /** Background effects: pictures of the company, another place to keep choices, another place of the model's files. */
  readonly effects?: CameraEffectsOptions;
  /** Where captions come from: a speech engine of the host's. Without it there are none. */
  readonly captions?: CaptionSource;
}

/** A call in several tabs of one browser is one call: what the person has chosen in it is shared, where that is possible. */
const sharedStorage = () => {
  try {
    return localStorage;
  } catch {
    return null;
  }
};

/** Connects the customer's elements to a link-server, with media by LiveKit. */
export function linkServerAdapter({
  code,
  server = location.origin,
  effects,
  captions,
}: LinkServerAdapterOptions): HostAdapter {
  return {
    createSession() {
      const session = new LinkSession({
        code,
        port: createLinkPort({ code, server, fetch: earlyFetch }),
        memory: new LinkMemory(code),
        media: new LocalMedia({ processor: chosenEffects(effects) }),
        createCall: (control, options) =>
          new CallSession({ control, rooms: liveKitRooms(), storage: sharedStorage(), captions, ...options }),
        checkNetwork: (grant) => checkNetwork({ grant, rooms: liveKitRooms() }),
        async preload() {
          await Promise.all([preloadLiveKit(), preloadEffects(effects)]);
        },
      });
      return Object.assign(session, { effects });
    },
  };
}
