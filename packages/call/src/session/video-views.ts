import type { LocalMedia } from '../media/local-media.js';
import type { MediaRoom } from '../media/media-room.js';

interface View {
  readonly identity: string;
  readonly source: 'camera' | 'screen';
  readonly element: HTMLVideoElement;
  detach: (() => void) | null;
}

/** Keeps `<video>` elements showing their party from one room to the next; the own camera comes without the detour. */
export class VideoViews {
  readonly #media: LocalMedia;
  readonly #localIdentity: () => string;
  readonly #views = new Set<View>();
  #room: MediaRoom | null = null;

  constructor(media: LocalMedia, localIdentity: () => string) {
    this.#media = media;
    this.#localIdentity = localIdentity;
  }

  add(identity: string, source: 'camera' | 'screen', element: HTMLVideoElement): () => void {
    const view: View = { identity, source, element, detach: null };
    this.#views.add(view);
    this.#show(view);
    return () => {
      if (!this.#views.delete(view)) return;
      this.#hide(view);
    };
  }

  /** Another room, or none. */
  use(room: MediaRoom | null): void {
    this.#room = room;
    for (const view of this.#views) {
      this.#hide(view);
      this.#show(view);
    }
  }

  /** The own camera may have been opened, closed or replaced. */
  refresh(): void {
    for (const view of this.#views) if (this.#isOwn(view)) this.#show(view);
  }

  #isOwn({ identity, source }: View): boolean {
    return source === 'camera' && identity === this.#localIdentity();
  }

  #show(view: View): void {
    if (!this.#isOwn(view)) {
      view.detach ??= this.#room?.attachVideo(view.identity, view.source, view.element) ?? null;
      return;
    }
    const track = this.#media.snapshot.camera.track;
    const shown = (view.element.srcObject as MediaStream | null)?.getVideoTracks()[0] ?? null;
    if (track !== shown) view.element.srcObject = track ? new MediaStream([track]) : null;
  }

  #hide(view: View): void {
    view.detach?.();
    view.detach = null;
    if (this.#isOwn(view)) view.element.srcObject = null;
  }
}
