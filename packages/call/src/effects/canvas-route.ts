import { EffectsError } from './effects-error.js';
import type { FrameRoute, Post } from './frame-route.js';
import type { FromWorker } from './worker-messages.js';

/** A camera of five frames a second in the dark is counted, and looks like one that is not for a moment. */
const mostUncounted = 5;

type CanvasTrack = MediaStreamTrack & { requestFrame?: () => void };

/**
 * A canvas as a track. It sends a frame when it is told to; where tracks cannot be told (Firefox has `requestFrame` on
 * the stream, as an earlier draft had) it sends what is drawn by itself.
 */
function captured(canvas: HTMLCanvasElement): CanvasTrack | undefined {
  const [track]: CanvasTrack[] = canvas.captureStream(0).getVideoTracks();
  return track?.requestFrame ? track : canvas.captureStream(30).getVideoTracks()[0];
}

/**
 * Frames by way of a `<video>` and a `<canvas>`, for browsers without streams of frames (Firefox). The worker's timer
 * sets the pace, as a page's own timers and animation frames stop in a hidden tab.
 */
export class CanvasRoute implements FrameRoute {
  readonly track: CanvasTrack;
  readonly #post: Post;
  readonly #video = document.createElement('video');
  readonly #canvas = document.createElement('canvas');
  readonly #context: CanvasRenderingContext2D;
  #seen = -1;
  /** How often in a row a frame was taken without the count having moved. */
  #uncounted = 0;
  #takenAt = 0;
  #leastMs = 0;

  /** @throws {EffectsError} `unsupported` */
  constructor(post: Post) {
    this.#post = post;
    const context = this.#canvas.getContext('2d', { alpha: false });
    if (!context || typeof VideoFrame === 'undefined' || !('captureStream' in this.#canvas))
      throw new EffectsError('unsupported', 'no frames from a canvas');
    this.#context = context;
    const track = captured(this.#canvas);
    if (!track) throw new EffectsError('unsupported', 'no track from a canvas');
    this.track = track;
    this.#video.muted = true;
    this.#video.playsInline = true;
  }

  async start(camera: MediaStreamTrack): Promise<void> {
    const { width = 640, height = 360, frameRate = 30 } = camera.getSettings();
    if (this.#seen < 0) Object.assign(this.#canvas, { width, height });
    this.#video.srcObject = new MediaStream([camera]);
    await this.#video.play().catch(() => undefined);
    const fps = Math.min(30, frameRate || 30);
    this.#leastMs = 950 / fps;
    // Twice as often as frames come, so that none is missed by much.
    this.#post({ kind: 'ticks', everyMs: 1000 / (2 * fps) });
  }

  receive(message: FromWorker): void {
    if (message.kind === 'tick') this.#take();
    else if (message.kind === 'frame') this.#show(message.frame);
  }

  pause(): void {
    this.#video.srcObject = null;
    this.#post({ kind: 'pause' });
  }

  close(): void {
    this.#video.srcObject = null;
    this.track.stop();
  }

  #take(): void {
    const video = this.#video;
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
    // Counted frames and not the time: Firefox moves the time on without a new frame. WebKitGTK hardly counts frames of
    // a camera: where the count has stood for long the time has to do, once in a while at first, then at full pace.
    const count = video.getVideoPlaybackQuality?.().totalVideoFrames ?? 0;
    const now = performance.now();
    const counted = count > 0 && count !== this.#seen;
    const patience = count > 0 && this.#uncounted < mostUncounted ? 4 : 1;
    if (!counted && now - this.#takenAt < patience * this.#leastMs) return;
    this.#uncounted = counted ? 0 : this.#uncounted + 1;
    this.#seen = count;
    this.#takenAt = now;
    try {
      const frame = new VideoFrame(video, { timestamp: Math.round(now * 1000) });
      this.#post({ kind: 'frame', frame }, [frame]);
    } catch {
      // The video has no picture just now: the next tick will.
    }
  }

  #show(frame: VideoFrame): void {
    const { displayWidth: width, displayHeight: height } = frame;
    if (this.#canvas.width !== width || this.#canvas.height !== height) Object.assign(this.#canvas, { width, height });
    this.#context.drawImage(frame, 0, 0, width, height);
    frame.close();
    this.track.requestFrame?.();
  }
}
