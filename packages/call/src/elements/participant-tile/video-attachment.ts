import type { LitElement } from 'lit';
import type { CallSession } from '../../session/call-session.js';

type Source = 'camera' | 'screen';

/** Keeps one participant's camera or screen in a `<video>`, through updates, moves of the element and new sessions. */
export class VideoAttachment {
  readonly #find: () => HTMLVideoElement | null;
  #shown: {
    session: CallSession;
    identity: string;
    source: Source;
    video: HTMLVideoElement;
    detach: () => void;
  } | null = null;

  constructor(host: LitElement, find: () => HTMLVideoElement | null) {
    this.#find = find;
    host.addController({
      // The update that follows shows it again: a media element that was moved starts from nothing.
      hostConnected: () => host.requestUpdate(),
      hostDisconnected: () => this.#hide(),
    });
  }

  /** Shows this participant, or nobody. Asking twice for the same changes nothing. */
  show(session: CallSession | null, identity: string | null, source: Source = 'camera'): void {
    const video = this.#find();
    const shown = this.#shown;
    const same = shown?.session === session && shown?.identity === identity && shown?.source === source;
    if (same && shown?.video === video) return;
    this.#hide();
    if (!session || identity === null || !video) return;
    this.#shown = { session, identity, source, video, detach: session.attachVideo(identity, source, video) };
  }

  #hide(): void {
    this.#shown?.detach();
    this.#shown = null;
  }
}
