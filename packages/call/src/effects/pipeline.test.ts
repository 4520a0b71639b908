import { expect } from '@open-wc/testing';
import { noEffect, type Effect } from './effect.js';
import { Pipeline, type PipelineNews, type PipelineOptions } from './pipeline.js';
import { Clip, type ClipFrame } from './testing/clip.js';
import { change, detail, overlap, pixelsOf, quantile } from './testing/measure.js';
import type { ClipName } from './testing/paths.js';
import { defaultAssets } from './worker-url.js';

const blur: Effect = { ...noEffect, background: 'blur', strength: 3 };
const image: Effect = { ...noEffect, background: 'image', imageId: 'a' };
const trace: Effect = { ...noEffect, faceTrace: true };
const size = { width: 640, height: 360 };

/** A pipeline whose news a test can wait for. */
function open(options: Partial<PipelineOptions> = {}) {
  const news: PipelineNews[] = [];
  let tell = (): void => undefined;
  const pipeline = new Pipeline({
    assets: defaultAssets(),
    maskEvery: 1,
    ...options,
    news: (one) => {
      news.push(one);
      tell();
    },
  });
  const told = async (kind: PipelineNews['kind']) => {
    while (!news.some((one) => one.kind === kind)) await new Promise<void>((done) => (tell = done));
  };
  return { pipeline, news, told };
}

/** Runs a clip's frame and closes it. */
async function run(pipeline: Pipeline, { frame }: ClipFrame): Promise<VideoFrame> {
  const made = await pipeline.run(frame);
  frame.close();
  if (!made) throw new Error('the frame was left out');
  return made;
}

/** Feeds one frame, 10 ms apart, until there is a mask; returns how many were veiled. */
async function untilSharp({ pipeline, news }: ReturnType<typeof open>, clip: Clip, from = 0): Promise<VideoFrame[]> {
  const veiled: VideoFrame[] = [];
  const before = news.filter(({ kind }) => kind === 'sharp').length;
  for (let i = 0; i < 2_000; i++) {
    const made = await run(pipeline, clip.frame(from));
    if (news.filter(({ kind }) => kind === 'sharp').length > before) {
      made.close();
      return veiled;
    }
    veiled.push(made);
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error('no mask came');
}

const flat = async (color: string): Promise<ImageBitmap> => {
  const c = new OffscreenCanvas(64, 36).getContext('2d')!;
  c.fillStyle = color;
  c.fillRect(0, 0, 64, 36);
  return createImageBitmap(c.canvas);
};

const clips = new Map<ClipName, Clip>();
const clipOf = async (name: ClipName) => {
  const clip = clips.get(name) ?? (await Clip.open(name, size.width, size.height));
  clips.set(name, clip);
  return clip;
};

/** How much of the room's detail is left in a frame, 1 = all. */
async function roomLeft(made: VideoFrame, { alpha, raw }: { alpha: Uint8Array; raw: ArrayLike<number> }) {
  const pixels = await pixelsOf(made);
  return detail(pixels, alpha, size.width, size.height) / detail(raw, alpha, size.width, size.height);
}

for (const compositor of ['i420', 'webgl'] as const)
  describe(`background effects on ${compositor} (BGD-1)`, function () {
    this.timeout(120_000);

    it('blur the room and leave the face, with no raw frame from the first on', async () => {
      const clip = await clipOf('talk');
      const opened = open({ compositor });
      opened.pipeline.setEffect(blur);
      const first = clip.frame(0);
      const truth = { alpha: first.alpha(), raw: await pixelsOf(first.frame) };
      first.frame.close();
      const veiled = await untilSharp(opened, clip);
      expect(veiled.length).to.be.greaterThan(0);
      for (const made of veiled) {
        expect(await roomLeft(made, truth), 'veiled').to.be.lessThan(0.1);
        made.close();
      }
      for (let i = 1; i <= 24; i++) {
        const source = clip.frame(i);
        const raw = await pixelsOf(source.frame);
        const { timestamp } = source.frame;
        const made = await run(opened.pipeline, source);
        expect(made.timestamp).to.equal(timestamp);
        expect(await roomLeft(made, { alpha: source.alpha(), raw }), `frame ${i}`).to.be.lessThan(0.1);
        if (i === 24) {
          const { face } = source;
          const inFace = (at: number) => {
            const x = (at % size.width) / size.width;
            const y = Math.floor(at / size.width) / size.height;
            return Math.abs(x - face.x) < face.width / 4 && Math.abs(y - face.y) < face.height / 4;
          };
          const moved = change(await pixelsOf(made), raw, inFace, size.width * size.height);
          expect(moved, 'the face').to.be.lessThan(3);
        }
        made.close();
      }
      opened.pipeline.close();
    });

    it('find the person and put the picture behind them', async () => {
      const clip = await clipOf('talk');
      const [black, white] = [open({ compositor }), open({ compositor })];
      black.pipeline.setEffect(image, await flat('#000'));
      white.pipeline.setEffect(image, await flat('#fff'));
      for (const one of [black, white]) for (const made of await untilSharp(one, clip)) made.close();
      const found: number[] = [];
      const wrong: number[] = [];
      for (let i = 1; i <= 16; i++) {
        const source = clip.frame(i);
        const alpha = source.alpha();
        source.frame.close();
        const [onBlack, onWhite] = await Promise.all(
          [black, white].map(async ({ pipeline }) => {
            const made = await run(pipeline, clip.frame(i));
            const pixels = await pixelsOf(made);
            made.close();
            return pixels;
          }),
        );
        // What both have in common is the person: alpha = 1 - (white - black).
        const recovered = Uint8Array.from(alpha, (_, k) => 255 - Math.max(0, onWhite![k * 4]! - onBlack![k * 4]!));
        found.push(overlap(recovered, alpha));
        const room = alpha.findIndex((value, k) => value === 0 && k > size.width * 40 && k % size.width < 40);
        wrong.push(Math.abs(255 - onWhite![room * 4]!), onBlack![room * 4]!);
      }
      black.pipeline.close();
      white.pipeline.close();
      console.log(`${compositor}: IoU ${quantile(found, 0.5).toFixed(4)}`);
      expect(quantile(found, 0.5), 'IoU').to.be.greaterThan(0.965);
      expect(Math.max(...wrong), 'the picture itself').to.be.lessThan(4);
    });

    it('keep the face in the middle with a new mask every second frame', async () => {
      // The mask has the same size whatever the camera's is: a small picture shows as much.
      const clip = await Clip.open('move', 320, 180);
      const opened = open({ compositor, maskEvery: 2 });
      opened.pipeline.setEffect(trace);
      for (const made of await untilSharp(opened, clip)) made.close();
      const off: number[] = [];
      for (let i = 1; i < 300; i++) {
        const source = clip.frame(i);
        const { face } = source;
        (await run(opened.pipeline, source)).close();
        const { crop } = opened.pipeline;
        if (i > 60) off.push(Math.abs((face.x - crop.x) / crop.width - 0.5) * 100);
      }
      opened.pipeline.close();
      console.log(`${compositor}: centring ${quantile(off, 0.5).toFixed(2)} / ${quantile(off, 0.95).toFixed(2)} %`);
      expect(quantile(off, 0.5), 'median, % of the width').to.be.lessThan(4);
      expect(quantile(off, 0.95), 'p95, % of the width').to.be.lessThan(13);
    });

    it('come back after the graphics card has been lost, veiled until then', async () => {
      const clip = await clipOf('talk');
      const opened = open({ compositor });
      opened.pipeline.setEffect(blur);
      for (const made of await untilSharp(opened, clip)) made.close();
      const source = clip.frame(0);
      const truth = { alpha: source.alpha(), raw: await pixelsOf(source.frame) };
      source.frame.close();
      opened.pipeline.loseContext();
      const veiled = await untilSharp(opened, clip);
      expect(veiled.length).to.be.within(1, 60);
      for (const made of veiled) {
        expect(await roomLeft(made, truth)).to.be.lessThan(0.1);
        made.close();
      }
      opened.pipeline.close();
    });
  });
