import { expect } from '@open-wc/testing';
import { noEffect, type Effect } from './effect.js';
import { EffectsProcessor, type EffectsProcessorOptions } from './effects-processor.js';
import type { PipelineNews } from './pipeline.js';
import { fakeCamera, watch } from './testing/fake-camera.js';
import { loopback } from './testing/loopback.js';
import { detail, pixelsOf } from './testing/measure.js';

const blur: Effect = { ...noEffect, background: 'blur', strength: 3 };
const size = { width: 320, height: 180 };
/** Share of a raw room's detail. Blurred it has a tenth at most; a codec takes some of what is raw, never so much. */
const raw = 0.35;

/** A processor, sent to a receiver which looks at how much of the room is left in each frame that it decodes. */
async function call(options: EffectsProcessorOptions = {}) {
  const camera = await fakeCamera(size);
  const whole = detail(await pixelsOf(camera.sample), camera.alpha, size.width, size.height);
  const seen: number[] = [];
  const news: PipelineNews[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const one of [...waiting]) one();
  };
  let replaced: (track: MediaStreamTrack) => void = () => undefined;
  const processor = new EffectsProcessor({
    ...options,
    news: (one) => {
      news.push(one);
      wake();
    },
    replaced: (track) => replaced(track),
  });
  processor.setEffect(blur);
  await processor.init({ track: camera.track });
  const line = await loopback(processor.processedTrack!);
  replaced = (track) => void line.replace(track);
  // Smaller than it was sent, as a receiver may get it: looked at in the size of the camera.
  const eye = new OffscreenCanvas(size.width, size.height).getContext('2d', { willReadFrequently: true })!;
  const eyes = watch(line.received, async (frame) => {
    eye.drawImage(frame, 0, 0, size.width, size.height);
    const { data } = eye.getImageData(0, 0, size.width, size.height);
    seen.push(detail(data, camera.alpha, size.width, size.height) / whole);
    wake();
  });
  const until = async (true_: () => boolean) => {
    while (!true_()) await new Promise<void>((done) => waiting.add(done));
  };
  return {
    camera,
    processor,
    line,
    news,
    until,
    seen,
    /** How much was left of the room in the worst of the next frames. */
    worst: async (count = 8) => {
      const from = seen.length;
      await until(() => seen.length >= from + count);
      return Math.max(...seen.slice(from));
    },
    close: async () => {
      await processor.destroy();
      await eyes.stop();
      line.close();
      camera.stop();
    },
  };
}

describe('what a receiver decodes (BGD-2, E-29)', function () {
  this.timeout(60_000);

  it('is never raw: at the start, off and on, another camera, another size, fifty switches, a crash', async () => {
    const { processor, line, news, worst, until, seen, close } = await call();
    expect(await worst(), 'at the start').to.be.lessThan(raw);
    await until(() => news.some(({ kind }) => kind === 'sharp'));

    for (const [width, height] of [
      [320, 180],
      [640, 360],
      [180, 320],
    ] as const) {
      processor.pause();
      await line.replace(null);
      const other = await fakeCamera({ width, height });
      await processor.restart({ track: other.track });
      await line.replace(processor.processedTrack!);
      expect(await worst(), `another camera of ${width} × ${height}`).to.be.lessThan(raw);
    }
    for (let i = 0; i < 50; i++) {
      const strength = ((i % 3) + 1) as Effect['strength'];
      // The last one is the plain blur again.
      processor.setEffect({ ...blur, faceTrace: i % 2 === 0, strength: i % 5 ? 3 : strength });
      if (i % 10 === 9) expect(await worst(3), `after ${i + 1} switches`).to.be.lessThan(raw);
    }
    processor.breakOnPurpose('context');
    expect(await worst(), 'after a lost context').to.be.lessThan(raw);
    processor.breakOnPurpose('crash');
    expect(await worst(), 'after a crash').to.be.lessThan(raw);

    // The same eyes see the room once somebody wants it to be seen.
    processor.setEffect(noEffect);
    await until(() => (seen.at(-1) ?? 0) > raw);
    await close();
  });

  it('is never raw while the model is missing', async () => {
    const { news, worst, until, close } = await call({ assets: '/nowhere/' });
    await until(() => news.some(({ kind }) => kind === 'failed'));
    expect(await worst(), 'after the failure').to.be.lessThan(raw);
    await close();
  });
});
