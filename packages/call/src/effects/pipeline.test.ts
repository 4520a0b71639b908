import { expect } from '@open-wc/testing';
import { noEffect, type Effect } from './effect.js';
import { Clip } from './testing/clip.js';
import { open, roomLeft, run, truthOf, untilSharp } from './testing/drive-pipeline.js';
import { change, overlap, pixelsOf, quantile } from './testing/measure.js';
import type { ClipName } from './testing/paths.js';
import { takeWebGlAway } from './testing/without-webgl.js';

const blur: Effect = { ...noEffect, background: 'blur', strength: 3 };
const image: Effect = { ...noEffect, background: 'image', imageId: 'a' };
const trace: Effect = { ...noEffect, faceTrace: true };
const size = { width: 640, height: 360 };

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

/** `auto` without WebGL 2 is LiteRT with planes in memory. */
const engines = [
  { name: 'i420', compositor: 'i420', webGl: true },
  { name: 'webgl', compositor: 'webgl', webGl: true },
  { name: 'LiteRT, without WebGL', compositor: 'auto', webGl: false },
] as const;

for (const { name, compositor, webGl } of engines)
  describe(`background effects on ${name} (BGD-1)`, function () {
    this.timeout(120_000);

    let giveWebGlBack = (): void => undefined;
    before(() => {
      if (!webGl) giveWebGlBack = takeWebGlAway();
    });
    after(() => giveWebGlBack());

    it('blur the room and leave the face, with no raw frame from the first on', async () => {
      const clip = await clipOf('talk');
      const opened = open({ compositor });
      opened.pipeline.setEffect(blur);
      const truth = await truthOf(clip.frame(0));
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
      console.log(`${name}: IoU ${quantile(found, 0.5).toFixed(4)}`);
      expect(quantile(found, 0.5), 'IoU').to.be.greaterThan(0.98);
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
      console.log(`${name}: centring ${quantile(off, 0.5).toFixed(2)} / ${quantile(off, 0.95).toFixed(2)} %`);
      expect(quantile(off, 0.5), 'median, % of the width').to.be.lessThan(4);
      expect(quantile(off, 0.95), 'p95, % of the width').to.be.lessThan(13);
    });

    // Without WebGL there is no graphics card to lose.
    if (webGl)
      it('come back after the graphics card has been lost, veiled until then', async () => {
        const clip = await clipOf('talk');
        const opened = open({ compositor });
        opened.pipeline.setEffect(blur);
        for (const made of await untilSharp(opened, clip)) made.close();
        const truth = await truthOf(clip.frame(0));
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
