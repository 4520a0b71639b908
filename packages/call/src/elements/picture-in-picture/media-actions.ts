import type { CallSession } from '../../session/call-session.js';
import { isTalking } from '../../session/call-snapshot.js';
import type { FloatingWishes } from './floating-call.js';

type Action = MediaSessionAction | 'togglemicrophone' | 'togglecamera' | 'hangup' | 'enterpictureinpicture';

/** What the browser's media session has beyond what the types know. */
interface CallMediaSession {
  setActionHandler(action: Action, handler: (() => void) | null): void;
  setMicrophoneActive?(active: boolean): void;
  setCameraActive?(active: boolean): void;
}

/**
 * Lets the browser's and the system's own buttons mute, switch the camera and hang up, and open the small window by
 * itself when the person looks at another tab. A browser that knows an action less has one button less.
 */
export function offerMediaActions(
  session: CallSession,
  wishes: FloatingWishes,
  enter: () => void,
  media = globalThis.navigator?.mediaSession as CallMediaSession | undefined,
): () => void {
  if (!media) return () => undefined;
  const on = (action: Action, handler: (() => void) | null) => {
    try {
      media.setActionHandler(action, handler);
    } catch {
      // This browser has no such button.
    }
  };
  const muted = () => session.snapshot.local.microphone !== 'on';
  const unseen = () => session.snapshot.local.camera !== 'on';
  const whileTalking = (act: () => void) => () => {
    if (isTalking(session.snapshot.phase)) act();
  };
  on(
    'togglemicrophone',
    whileTalking(() => (muted() ? wishes.unmute() : wishes.mute())),
  );
  on(
    'togglecamera',
    whileTalking(() => (unseen() ? wishes.cameraOn() : wishes.cameraOff())),
  );
  on('hangup', () => wishes.hangup());
  on('enterpictureinpicture', enter);
  const tell = () => {
    media.setMicrophoneActive?.(!muted());
    media.setCameraActive?.(!unseen());
  };
  tell();
  const stop = session.subscribe(tell);
  return () => {
    stop();
    for (const action of ['togglemicrophone', 'togglecamera', 'hangup', 'enterpictureinpicture'] as const)
      on(action, null);
  };
}
