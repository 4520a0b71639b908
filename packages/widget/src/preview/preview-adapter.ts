import { LocalMedia, type HostAdapter, type PermissionPort } from '@carillon/call';
import type { JoinView } from '@carillon/contract';
import { CallbackMemory } from '../session/callback-memory.js';
import type { LinkPort } from '../session/link-port.js';
import { LinkMemory } from '../session/link-memory.js';
import { LinkSession } from '../session/link-session.js';

/** What a preview shows: a link as its customer would see it, and where its pictures are. */
export interface PreviewLink {
  readonly view: JoinView;
  readonly pictureUrl: (id: string) => string;
}

/** An adapter that shows a link which nobody has made. */
export interface PreviewAdapter extends HostAdapter {
  /** Shows the link anew; what has not changed stays where it is. */
  show(link: PreviewLink): void;
}

/** Nothing can be started from a preview. */
const refuses = () => Promise.reject(new Error('This is a preview.'));

/** A browser that has not been asked yet, and never will be: a preview opens no camera, whatever was allowed before. */
const unasked: PermissionPort = {
  query: () => Promise.resolve(null),
  acquire: refuses,
  onDevices: () => () => undefined,
  situation: () => ({ secure: true, hasDevices: true, allowed: true, inApp: false }),
  get userAgent() {
    return navigator.userAgent;
  },
};

/**
 * For `<cc-call-link>` on a page where a company designs its links: the real screens, without a server, a camera or a
 * call. Put the element into an `inert` place, as nothing in it does anything.
 *
 * ```ts
 * const adapter = previewAdapter({ view, pictureUrl: (id) => `https://calls.example/v1/pictures/${id}` });
 * document.querySelector('cc-call-link').adapter = adapter;
 * adapter.show({ view: { ...view, brand }, pictureUrl });
 * ```
 */
export function previewAdapter(first: PreviewLink): PreviewAdapter {
  let shown = first;
  const sessions = new Set<LinkSession>();
  const port: LinkPort = {
    // Read when the answer is due, so that of two changes in a row the last one is seen.
    view: () => Promise.resolve().then(() => shown.view),
    pictureUrl: (id) => shown.pictureUrl(id),
    soundUrl: () => '',
    redeem: refuses,
    check: refuses,
    token: refuses,
    connected: refuses,
    presence: refuses,
    leave: refuses,
    rate: refuses,
    messages: refuses,
    message: refuses,
    received: refuses,
    requestCallback: refuses,
    farewell: () => undefined,
    follow: () => () => undefined,
  };
  return {
    createSession() {
      const session = new LinkSession({
        code: 'preview',
        port,
        memory: new LinkMemory('preview', []),
        callbacks: new CallbackMemory('preview', []),
        media: new LocalMedia({ devices: undefined, storage: null }),
        permissions: unasked,
        createCall: () => {
          throw new Error('This is a preview.');
        },
      });
      sessions.add(session);
      return session;
    },
    show(link) {
      shown = link;
      for (const session of sessions) void session.look();
    },
  };
}
