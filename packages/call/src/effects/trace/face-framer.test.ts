import { expect } from '@open-wc/testing';
import { FaceFramer } from './face-framer.js';
import type { Head } from './head-tracker.js';

const headAt = (x: number, y = 0.42, height = 0.25): Head => ({
  x,
  y,
  width: 0.1,
  height,
  top: y - 0.2,
  headWidth: 0.15,
});

/** Runs the framer for some seconds at 30 frames a second; returns every crop. */
function follow(framer: FaceFramer, seconds: number, head: (t: number) => Head | null, from = 0) {
  return Array.from({ length: Math.round(seconds * 30) }, (_, i) => {
    const t = from + i / 30;
    framer.measure(head(t), t);
    return framer.step(1 / 30);
  });
}

describe('the camera man of face trace (BGD-1)', () => {
  it('brings a face at the side to the middle and stays inside the frame', () => {
    const crops = follow(new FaceFramer(), 4, () => headAt(0.3));
    const { x, width } = crops.at(-1)!;
    expect((0.3 - x) / width).to.be.within(0.45, 0.55);
    for (const crop of crops) {
      expect(crop.x).to.be.at.least(0);
      expect(crop.x + crop.width).to.be.at.most(1.0001);
      expect(crop.y + crop.height).to.be.at.most(1.0001);
    }
  });

  it('stands still while a person only sways', () => {
    const framer = new FaceFramer();
    follow(framer, 4, () => headAt(0.5));
    const crops = follow(framer, 4, (t) => headAt(0.5 + 0.01 * Math.sin(t * 2)), 4);
    const speeds = crops.slice(1).map((crop, i) => Math.abs(crop.x - crops[i]!.x) * 1280);
    expect(Math.max(...speeds)).to.be.lessThan(0.5);
  });

  it('enlarges a small face to twice and a bit, no further', () => {
    const { width } = follow(new FaceFramer(), 6, () => headAt(0.5, 0.42, 0.05)).at(-1)!;
    expect(1 / width).to.be.within(2.1, 2.21);
  });

  it('holds for a moment when the face is gone, then goes wide', () => {
    const framer = new FaceFramer();
    const held = follow(framer, 3, () => headAt(0.4)).at(-1)!;
    const gone = follow(framer, 6, () => null, 3);
    expect(Math.abs(gone[30]!.x - held.x)).to.be.lessThan(0.02);
    expect(gone.at(-1)!.width).to.be.greaterThan(held.width);
  });
});
