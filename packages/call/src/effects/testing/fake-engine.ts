import type { Composition, Compositor, Shift } from '../compositor.js';
import type { Engine, EngineOptions } from '../engine.js';
import { maskHeight, maskWidth } from '../segmenter.js';
import { pending } from './pending.js';

/** The side of a frame that a fake engine has made: nothing else makes one so small. */
export const madeSide = 4;

/** An engine that finds nobody by itself and writes down what it is asked; a test breaks it where it wants to. */
export class FakeEngine implements Engine {
  readonly cpu: boolean;
  lost = false;
  closed = 0;
  /** Frames that it has made. */
  readonly made: VideoFrame[] = [];
  /** Masks, each with how far what was known before is to be moved. */
  readonly masks: Shift[] = [];
  readonly compositions: Composition[] = [];
  readonly images: (ImageBitmap | null)[] = [];
  masksRead = 0;
  hasMask = false;
  /** Where the middle of somebody's head is in the masks that are read, in their pixels. */
  head: readonly [x: number, y: number] | null = null;
  /** Called where each step begins; it may throw, or wait. */
  before: Partial<Record<'load' | 'segment' | 'compose' | 'close', () => Promise<void> | void>> = {};
  readonly compositor: Compositor;

  constructor(cpu = false) {
    this.cpu = cpu;
    const hasMask = () => this.hasMask;
    this.compositor = {
      get hasMask() {
        return hasMask();
      },
      load: async () => await this.before.load?.(),
      segment: (shift) => {
        void this.before.segment?.();
        this.masks.push(shift);
        this.hasMask = true;
      },
      readMask: (out) => {
        this.masksRead++;
        out.fill(0);
        if (this.head) drawPerson(out, ...this.head);
      },
      compose: ({ timestamp }, composition) => {
        this.compositions.push(composition);
        const planes = new Uint8Array((madeSide * madeSide * 3) / 2);
        const size = { codedWidth: madeSide, codedHeight: madeSide };
        this.made.push(new VideoFrame(planes, { format: 'I420', timestamp, ...size }));
        void this.before.compose?.();
        return this.made.at(-1)!;
      },
      setImage: (image) => void this.images.push(image),
    };
  }

  lose(): void {
    this.lost = true;
  }

  close(): void {
    this.closed++;
    void this.before.close?.();
  }
}

/** Head and shoulders. */
function drawPerson(mask: Uint8Array, x: number, y: number): void {
  const fill = (left: number, right: number, top: number, bottom: number) => {
    for (let row = Math.max(0, top); row < Math.min(maskHeight, bottom); row++)
      mask.fill(255, row * maskWidth + left, row * maskWidth + right);
  };
  fill(x - 15, x + 15, y - 20, y + 20);
  fill(x - 40, x + 40, y + 20, maskHeight);
}

type Order = EngineOptions & { deliver(engine: FakeEngine): Promise<void>; refuse(error: Error): void };

/** Makes engines when a test says so. */
export class EngineShop {
  readonly orders: Order[] = [];
  #tell = (): void => undefined;

  readonly create = (options: EngineOptions): Promise<Engine> => {
    const { promise, resolve, reject } = pending<Engine>();
    const deliver = async (engine: FakeEngine) => {
      resolve(engine);
      // Whoever has ordered it gets to know of it first.
      await new Promise((done) => setTimeout(done));
    };
    this.orders.push({ ...options, deliver, refuse: reject });
    this.#tell();
    return promise;
  };

  /** The order of this number, once it has come. */
  async order(index: number): Promise<Order> {
    for (;;) {
      const order = this.orders[index];
      if (order) return order;
      await new Promise<void>((done) => (this.#tell = done));
    }
  }
}
