import { expect } from '@open-wc/testing';
import { noEffect, type Effect } from './effect.js';
import { Clip } from './testing/clip.js';
import { open, roomLeft, truthOf, untilSharp } from './testing/drive-pipeline.js';

const blur: Effect = { ...noEffect, background: 'blur', strength: 3 };

describe('an effect that a device is too slow for (E-28)', function () {
  this.timeout(60_000);

  it('steps down, is said, stopped behind the veil, and begins at full quality when it is tried again', async () => {
    const clip = await Clip.open('talk', 320, 180);
    let [clock, cost] = [0, 5];
    const opened = open({
      maskEvery: undefined,
      governor: { settle: 2, patience: 6 },
      // Read before a frame is made and after it.
      now: () => (clock += cost),
    });
    const { pipeline, news } = opened;
    pipeline.setEffect(blur);
    for (const made of await untilSharp(opened, clip)) made.close();
    const truth = await truthOf(clip.frame(0));
    /** The next frame that is made: a low level leaves some out. */
    let index = 1;
    const next = async (): Promise<VideoFrame> => {
      const { frame } = clip.frame(index++);
      const made = await pipeline.run(frame);
      frame.close();
      return made ?? next();
    };

    cost = 60;
    while (!news.some(({ kind }) => kind === 'failed')) (await next()).close();
    const levels = news.flatMap((one) => (one.kind === 'level' ? [one] : []));
    // From every second mask on where the model runs on the processor: one level less.
    const steps = levels.slice(0, -1);
    expect(steps.length).to.be.within(4, 5);
    expect(steps.map(({ level, overloaded }) => [level, overloaded])).to.deep.equal(
      steps.map((_, i) => [i + 1, false]),
    );
    expect(levels.at(-1)).to.include({ level: steps.length, overloaded: true });
    expect(news.at(-1)).to.deep.equal({ kind: 'failed', code: 'too-slow' });
    for (let i = 0; i < 5; i++) {
      const made = await next();
      expect(await roomLeft(made, truth), 'veiled, face and all').to.be.lessThan(0.1);
      made.close();
    }

    cost = 5;
    const told = news.length;
    pipeline.retry();
    for (const made of await untilSharp(opened, clip, index)) made.close();
    for (let i = 0; i < 10; i++) (await next()).close();
    expect(news.slice(told), 'nothing is lowered again').to.deep.equal([{ kind: 'sharp' }]);
    pipeline.close();
  });
});
