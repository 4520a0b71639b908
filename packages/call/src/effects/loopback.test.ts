import { expect } from '@open-wc/testing';
import { noEffect, type Effect } from './effect.js';
import type { EffectsProcessorOptions } from './effects-processor.js';
import { fakeCamera } from './testing/fake-camera.js';
import { loopback } from './testing/loopback.js';
import { watchedProcessor } from './testing/watched-processor.js';

const blur: Effect = { ...noEffect, background: 'blur', strength: 3 };
/** Share of a raw room's detail. Blurred it has a tenth at most; a codec takes some of what is raw, never so much. */
const raw = 0.35;

/** A processor, sent to a receiver which looks at each frame that it decodes. */
async function call(options: EffectsProcessorOptions = {}) {
  let replaced: (track: MediaStreamTrack) => void = () => undefined;
  const watched = await watchedProcessor({ ...options, replaced: (track) => replaced(track) });
  const line = await loopback(await watched.start(blur));
  replaced = (track) => void line.replace(track);
  watched.look(line.received);
  return {
    ...watched,
    line,
    close: async () => {
      await watched.close();
      line.close();
    },
  };
}

describe('what a receiver decodes (BGD-2, E-29)', function () {
  this.timeout(60_000);

  it('is never raw: at the start, off and on, another camera, another size, fifty switches, a crash', async () => {
    const { processor, line, news, worst, until, seen, close } = await call();
    expect(await worst(8), 'at the start').to.be.lessThan(raw);
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
      expect(await worst(8), `another camera of ${width} × ${height}`).to.be.lessThan(raw);
    }
    for (let i = 0; i < 50; i++) {
      const strength = ((i % 3) + 1) as Effect['strength'];
      // The last one is the plain blur again.
      processor.setEffect({ ...blur, faceTrace: i % 2 === 0, strength: i % 5 ? 3 : strength });
      if (i % 10 === 9) expect(await worst(3), `after ${i + 1} switches`).to.be.lessThan(raw);
    }
    processor.breakOnPurpose('context');
    expect(await worst(8), 'after a lost context').to.be.lessThan(raw);
    processor.breakOnPurpose('crash');
    expect(await worst(8), 'after a crash').to.be.lessThan(raw);

    // The same eyes see the room once somebody wants it to be seen.
    processor.setEffect(noEffect);
    await until(() => (seen.at(-1) ?? 0) > raw);
    await close();
  });

  it('is never raw while the model is missing', async () => {
    const { news, worst, until, close } = await call({ assets: '/nowhere/' });
    await until(() => news.some(({ kind }) => kind === 'failed'));
    expect(await worst(8), 'after the failure').to.be.lessThan(raw);
    await close();
  });
});
