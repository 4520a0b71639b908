import { i420Layout } from '../i420/i420-layout.js';
import { rgbaToI420 } from '../i420/rgba-to-i420.js';
import { handAt, otherAt, poseAt, type ClipName, type Pose } from './paths.js';
import { normalOf, seededRandom } from './random.js';
import { drawRoom } from './room.js';

/** The face in the cut-out person: its centre and its size. */
const face = { x: 226, y: 126, width: 92, height: 115 };
const fps = 30;

type Layer = readonly [Pose, 'person' | 'hand'];

export interface ClipFrame {
  /** I420, BT.709, with a synthetic timestamp. The caller closes it. */
  readonly frame: VideoFrame;
  /** Exactly how much of each pixel is a person, 0…255. */
  alpha(): Uint8Array;
  /** Exactly where the face is, in shares of the frame. */
  readonly face: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/**
 * Clips made by a script, with exact ground truth: a cut-out person moved along a path before a drawn room, with sensor
 * noise and flickering light. The same in every run. One rigid subject: figures compare pipelines, they predict nobody.
 */
export class Clip {
  readonly width: number;
  readonly height: number;
  readonly #name: ClipName;
  readonly #person: ImageBitmap;
  readonly #room: OffscreenCanvas;
  readonly #picture: OffscreenCanvasRenderingContext2D;
  readonly #alpha: OffscreenCanvasRenderingContext2D;
  readonly #noise: Float32Array;

  private constructor(name: ClipName, width: number, height: number, person: ImageBitmap, seed: number) {
    [this.#name, this.width, this.height, this.#person] = [name, width, height, person];
    this.#room = drawRoom();
    this.#picture = context(width, height);
    this.#alpha = context(width, height);
    const random = seededRandom(seed);
    // Drawn from a pool at a place that differs from frame to frame: noise that is new each time, and cheap.
    this.#noise = Float32Array.from({ length: 1 << 16 }, () => 2.5 * normalOf(random));
  }

  /** `seed` is of the sensor's noise. */
  static async open(name: ClipName, width = 640, height = 360, seed = 1000): Promise<Clip> {
    const response = await fetch(new URL('./person.webp', import.meta.url));
    return new Clip(name, width, height, await createImageBitmap(await response.blob()), seed);
  }

  frame(index: number): ClipFrame {
    const t = index / fps;
    const pose = poseAt[this.#name](t);
    const layers: Layer[] = [[pose, 'person']];
    if (this.#name === 'two') layers.unshift([otherAt(t), 'person']);
    if (this.#name === 'hand') layers.unshift([handAt(t), 'hand']);
    const scale = this.width / 1280;
    this.#picture.setTransform(1, 0, 0, 1, 0, 0);
    this.#picture.drawImage(this.#room, 0, 0, this.width, this.height);
    for (const [layer, kind] of layers) this.#draw(this.#picture, layer, scale, kind);
    return {
      frame: this.#finish(index, t),
      alpha: () => this.#truth(layers, scale),
      face: {
        x: pose.x / 1280,
        y: pose.y / 720,
        width: (face.width * pose.scale) / 1280,
        height: (face.height * pose.scale) / 720,
      },
    };
  }

  #draw(c: OffscreenCanvasRenderingContext2D, pose: Pose, scale: number, kind: 'person' | 'hand'): void {
    c.setTransform(scale, 0, 0, scale, 0, 0);
    c.translate(pose.x, pose.y);
    c.rotate((-pose.lean * Math.PI) / 180);
    c.scale(pose.scale, pose.scale);
    if (kind === 'person') c.drawImage(this.#person, -face.x, -face.y);
    else drawHand(c);
  }

  #finish(index: number, t: number): VideoFrame {
    const pixels = this.#picture.getImageData(0, 0, this.width, this.height).data;
    const light = 1 + 0.006 * Math.sin(2 * Math.PI * 1.3 * t);
    const pool = this.#noise;
    let at = Math.floor(seededRandom(index)() * pool.length);
    for (let i = 0; i < pixels.length; i += 4) {
      const noise = pool[(at = (at + 1) & 0xffff)]!;
      pixels[i] = pixels[i]! * light + noise;
      pixels[i + 1] = pixels[i + 1]! * light + noise;
      pixels[i + 2] = pixels[i + 2]! * light + noise;
    }
    const layout = i420Layout(this.width, this.height);
    const planes = new Uint8Array(layout.size);
    rgbaToI420(pixels, planes, layout, 'bt709');
    return new VideoFrame(planes, {
      format: 'I420',
      codedWidth: this.width,
      codedHeight: this.height,
      timestamp: Math.round((index * 1e6) / fps),
      duration: Math.round(1e6 / fps),
      colorSpace: { matrix: 'bt709', primaries: 'bt709', transfer: 'bt709', fullRange: false },
    });
  }

  #truth(layers: readonly Layer[], scale: number): Uint8Array {
    this.#alpha.setTransform(1, 0, 0, 1, 0, 0);
    this.#alpha.clearRect(0, 0, this.width, this.height);
    for (const [layer, kind] of layers) this.#draw(this.#alpha, layer, scale, kind);
    const { data } = this.#alpha.getImageData(0, 0, this.width, this.height);
    const alpha = new Uint8Array(this.width * this.height);
    for (let i = 0; i < alpha.length; i++) alpha[i] = data[i * 4 + 3]!;
    return alpha;
  }
}

function context(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const made = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!made) throw new Error('no 2d context');
  made.imageSmoothingQuality = 'high';
  return made;
}

/** A raised arm with an open hand, its palm at the origin. */
function drawHand(c: OffscreenCanvasRenderingContext2D): void {
  c.fillStyle = '#d8532c';
  c.fillRect(-22, 30, 44, 290);
  c.fillStyle = '#e3ab93';
  for (const [x, y, rx, ry] of [
    [0, 0, 24, 34],
    [-16, -40, 6, 26],
    [-4, -48, 6, 28],
    [8, -48, 6, 28],
    [20, -38, 6, 24],
    [-24, 0, 6, 20],
  ] as const) {
    c.beginPath();
    c.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
    c.fill();
  }
}
