import type { CallSession } from '../../session/call-session.js';
import type { CallRecord, CallSnapshot, Party } from '../../session/call-snapshot.js';
import { Captions, type CaptionLine } from '../../session/captions.js';
import { Store } from '../../session/store.js';
import type { CallChatSnapshot } from '../../session/chat/call-chat.js';
import { FakeDevices } from './fake-devices.js';

/** What to change of a call: a field, or some fields of the record, the own side or the other side. */
export interface CallChange extends Partial<Omit<CallSnapshot, 'record' | 'local'>> {
  readonly record?: Partial<CallRecord>;
  readonly local?: Partial<Party>;
  /** Null: nobody is there. */
  readonly remote?: Partial<Party> | null;
}

const local: Party = {
  identity: 'me',
  local: true,
  name: 'Marija Horvat',
  microphone: 'on',
  camera: 'on',
  screen: 'none',
  speaking: false,
  quality: 'excellent',
};

const remote: Party = { ...local, identity: 'agent-1', local: false, name: 'Ana Kovač', camera: 'none' };

const record: CallRecord = {
  id: 'cal_0000000000000000000001',
  version: 1,
  state: 'active',
  medium: 'video',
  remoteName: 'Ana Kovač',
  queueName: 'Customer support',
  queuedAt: 1_000,
  establishedAt: 10_000,
  endedAt: null,
  endReason: null,
  remoteAway: false,
  heldAt: null,
  transfer: null,
  consult: null,
  mayTransfer: false,
};

/** A call that has been established 65 seconds ago by the server's clock. */
const calm = (): CallSnapshot => ({
  record,
  phase: 'connected',
  local,
  remotes: [remote],
  pending: null,
  mayHold: false,
  mayShare: false,
  looksAway: false,
  playbackBlocked: false,
  videoPaused: false,
  link: 'good',
  failure: null,
  clockOffsetMs: 75_000 - Date.now(),
});

/** A picture with something in it, so that a tile can be looked at. Returns the way to stop. */
function showPicture(identity: string, video: HTMLVideoElement): () => void {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [320, 240];
  const paint = canvas.getContext('2d');
  if (!paint) return () => undefined;
  paint.fillStyle = identity === 'me' ? '#7a8f6a' : '#5f7f9f';
  paint.fillRect(0, 0, 320, 240);
  paint.fillStyle = '#f1d7c2';
  paint.beginPath();
  paint.arc(160, 105, 52, 0, 7);
  paint.ellipse(160, 260, 110, 92, 0, 0, 7);
  paint.fill();
  video.srcObject = canvas.captureStream(1);
  return () => (video.srcObject = null);
}

/** A call that a test drives: it shows what it is given and writes down what it is asked. */
export class FakeCall {
  readonly #store = new Store<CallSnapshot>(calm());
  /** What was asked, in order. */
  readonly asked: string[] = [];
  /** Pictures that are shown just now, `identity/source`. */
  readonly attached: string[] = [];
  /** The own devices, where the call would have its `LocalMedia`. */
  readonly media = new FakeDevices();
  /** The call's messages; null: it has none. */
  chat: Store<CallChatSnapshot> | null = null;
  /** Says a line, once captions are on. */
  say: (line: CaptionLine) => void = () => undefined;
  /** What is said in words, where a test brings a source. */
  captions = new Captions();
  /** Thrown by the next thing that is asked. */
  failNext: Error | null = null;

  constructor({ chat = null, ...change }: CallChange & { readonly chat?: Store<CallChatSnapshot> | null } = {}) {
    this.chat = chat;
    this.set(change);
  }

  /** The call has captions: `say` says a line. */
  withCaptions(): this {
    this.captions = new Captions((_, show) => {
      this.say = show;
      return () => undefined;
    });
    Object.assign(this.session, { captions: this.captions });
    return this;
  }

  get snapshot(): CallSnapshot {
    return this.#store.snapshot;
  }

  /** As elements know it. */
  readonly session = this.#asSession();

  set({ record: r, local: l, remote: other, remotes: all, ...rest }: CallChange): void {
    const now = this.snapshot;
    const changed = other === null ? [] : [{ ...(now.remotes[0] ?? remote), ...other }];
    const remotes = all ?? (other === undefined ? now.remotes : changed);
    this.#store.set({ ...rest, record: { ...now.record, ...r }, local: { ...now.local, ...l }, remotes });
  }

  #asSession(): CallSession {
    const store = this.#store;
    const chat = () => this.chat;
    const act = (name: string) => async () => {
      this.asked.push(name);
      const failure = this.failNext;
      this.failNext = null;
      if (failure !== null) throw failure;
    };
    const session = {
      get snapshot() {
        return store.snapshot;
      },
      subscribe: (listener: () => void) => store.subscribe(listener),
      media: this.media,
      get chat() {
        return chat();
      },
      message: (text: string) => {
        this.asked.push(`message ${text}`);
        chat()?.snapshot.chat?.send(text);
      },
      captions: this.captions,
      mute: act('mute'),
      unmute: act('unmute'),
      cameraOn: act('cameraOn'),
      cameraOff: act('cameraOff'),
      share: act('share'),
      unshare: act('unshare'),
      hold: act('hold'),
      resume: act('resume'),
      hangup: act('hangup'),
      resumePlayback: act('resumePlayback'),
      attachVideo: (identity: string, source: string, video: HTMLVideoElement) => {
        const name = `${identity}/${source}`;
        this.attached.push(name);
        const hide = showPicture(identity, video);
        return () => {
          this.attached.splice(this.attached.indexOf(name), 1);
          hide();
        };
      },
    };
    return session as unknown as CallSession;
  }
}
