/** A file that plays into an audio graph. */
export interface PlayedFile {
  /** Becomes true when it has come to its end, false when it cannot be played. */
  readonly over: Promise<boolean>;
  /** Silences it, and loads no more of it. */
  stop(): void;
}

/**
 * Plays a file, by the browser's own player: minutes of music are never held decoded. `crossOrigin` lets a page of another
 * origin put it into its graph, where its loudness can be changed on every device.
 */
export function playFile(to: AudioNode, url: string, { loop = false } = {}): PlayedFile {
  const player = new Audio();
  player.crossOrigin = 'anonymous';
  player.loop = loop;
  player.src = url;
  new MediaElementAudioSourceNode(to.context as AudioContext, { mediaElement: player }).connect(to);
  const over = new Promise<boolean>((done) => {
    player.addEventListener('ended', () => done(true), { once: true });
    player.addEventListener('error', () => done(false), { once: true });
    player.play().catch(() => done(false));
  });
  return {
    over,
    stop() {
      player.pause();
      player.removeAttribute('src');
      player.load();
    },
  };
}
