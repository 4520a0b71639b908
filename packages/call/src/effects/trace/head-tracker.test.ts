import { expect } from '@open-wc/testing';
import { maskHeight, maskWidth } from '../segmenter.js';
import { Clip } from '../testing/clip.js';
import type { ClipName } from '../testing/paths.js';
import { quantile } from '../testing/measure.js';
import { HeadTracker, type Head } from './head-tracker.js';

/** What a perfect model would give. */
const masks = async (name: ClipName) => {
  const clip = await Clip.open(name, maskWidth, maskHeight);
  return (index: number) => {
    const { frame, face, alpha } = clip.frame(index);
    frame.close();
    return { face, mask: alpha() };
  };
};

async function track(name: ClipName, frames: number, step = 2) {
  const at = await masks(name);
  const tracker = new HeadTracker();
  const off: number[] = [];
  let missed = 0;
  for (let i = 0; i < frames; i += step) {
    const { face, mask } = at(i);
    const head = tracker.find(mask, maskWidth, maskHeight);
    if (!head) missed++;
    else off.push(Math.hypot((head.x - face.x) / face.width, (head.y - face.y) / face.height));
  }
  return { off, missed };
}

describe('the head tracker (BGD-1)', function () {
  this.timeout(30_000);

  for (const name of ['talk', 'move', 'two', 'hand'] as const)
    it(`follows the head in “${name}”`, async () => {
      const { off, missed } = await track(name, 180);
      expect(missed).to.equal(0);
      expect(quantile(off, 0.5), 'face sizes off, median').to.be.lessThan(0.2);
      expect(quantile(off, 0.95), 'face sizes off, p95').to.be.lessThan(0.35);
    });

  it('sees nobody in an empty room, and finds a person who comes back', async () => {
    const at = await masks('leave');
    const tracker = new HeadTracker();
    const heads: (Head | null)[] = [];
    for (let i = 0; i < 240; i += 2) heads.push(tracker.find(at(i).mask, maskWidth, maskHeight));
    expect(heads.slice(0, 25).every(Boolean), 'before').to.equal(true);
    expect(heads.slice(60, 70).some(Boolean), 'while away').to.equal(false);
    const back = heads.at(-1);
    expect(back && Math.abs(back.x - 540 / 1280), 'after').to.be.lessThan(0.03);
  });

  it('makes nothing of noise', () => {
    const mask = Uint8Array.from({ length: maskWidth * maskHeight }, (_, i) => ((i * 7919) % 97 === 0 ? 255 : 0));
    expect(new HeadTracker().find(mask, maskWidth, maskHeight)).to.equal(null);
  });
});
