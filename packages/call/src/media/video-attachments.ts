/** A track that can be shown, as livekit-client has it. */
export interface ShowableTrack {
  attach(element: HTMLMediaElement): unknown;
  detach(element: HTMLMediaElement): unknown;
}

interface Attachment {
  readonly identity: string;
  readonly source: 'camera' | 'screen';
  readonly element: HTMLVideoElement;
  shown: ShowableTrack | undefined;
}

/** Keeps `<video>` elements showing what they should while tracks come, go and are replaced. */
export class VideoAttachments {
  readonly #find: (identity: string, source: 'camera' | 'screen') => ShowableTrack | undefined;
  readonly #attachments = new Set<Attachment>();

  constructor(find: (identity: string, source: 'camera' | 'screen') => ShowableTrack | undefined) {
    this.#find = find;
  }

  add(identity: string, source: 'camera' | 'screen', element: HTMLVideoElement): () => void {
    const attachment: Attachment = { identity, source, element, shown: undefined };
    this.#attachments.add(attachment);
    this.#fit(attachment);
    return () => {
      if (!this.#attachments.delete(attachment)) return;
      attachment.shown?.detach(element);
    };
  }

  /** Looks again what there is to show. Cheap when nothing has changed. */
  refresh(): void {
    for (const attachment of this.#attachments) this.#fit(attachment);
  }

  #fit(attachment: Attachment): void {
    const track = this.#find(attachment.identity, attachment.source);
    if (track === attachment.shown) return;
    attachment.shown?.detach(attachment.element);
    track?.attach(attachment.element);
    attachment.shown = track;
  }
}
