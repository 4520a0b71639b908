import { expect } from '@open-wc/testing';
import { Veil } from './veil.js';

type Planes = readonly [y: Uint8Array, u: Uint8Array, v: Uint8Array];

/** A frame of one colour difference whose brightness `luma` tells. */
function frameOf(width: number, height: number, luma: (x: number, y: number) => number, [u, v] = [128, 128]) {
  const chroma = (width / 2) * (height / 2);
  const planes = new Uint8Array(width * height + 2 * chroma);
  for (let i = 0; i < width * height; i++) planes[i] = luma(i % width, Math.floor(i / width));
  planes.fill(u, width * height, width * height + chroma);
  planes.fill(v, width * height + chroma);
  return new VideoFrame(planes, { format: 'I420', codedWidth: width, codedHeight: height, timestamp: 7 });
}

/** What a veil makes of a frame; closes both. */
async function cover(veil: Veil, frame: VideoFrame): Promise<Planes & { readonly width: number }> {
  const made = await veil.cover(frame);
  frame.close();
  const { displayWidth: width, displayHeight: height, timestamp } = made;
  expect(timestamp).to.equal(7);
  const all = new Uint8Array(made.allocationSize());
  await made.copyTo(all);
  made.close();
  const [u, v] = [width * height, width * height * 1.25];
  return Object.assign([all.subarray(0, u), all.subarray(u, v), all.subarray(v)] as const, { width });
}

const spread = (values: Uint8Array) => Math.max(...values) - Math.min(...values);

describe('the veil (E-29)', () => {
  it('takes away shapes as large as a face, across and down', async () => {
    const veil = new Veil();
    for (const along of [0, 1] as const) {
      const bars = (...at: readonly [number, number]) => ((at[along] >> 5) % 2 ? 235 : 16);
      const [luma] = await cover(veil, frameOf(320, 192, bars));
      // In the middle, where there is as much on either side.
      const inside = luma.filter((_, i) => Math.abs((i % 320) - 160) < 64 && Math.abs(Math.floor(i / 320) - 96) < 32);
      expect(spread(inside)).to.be.lessThan(70);
    }
  });

  it('keeps how bright and of what colour all of it is', async () => {
    const [y, u, v] = await cover(
      new Veil(),
      frameOf(64, 48, () => 200, [90, 170]),
    );
    for (const [plane, value] of [
      [y, 200],
      [u, 90],
      [v, 170],
    ] as const)
      for (const found of plane) expect(found).to.be.closeTo(value, 1);
  });

  it('waits until all of a frame is read, also one of other colours', async () => {
    const pixels = new Uint8Array(64 * 48 * 4).fill(255);
    const white = new VideoFrame(pixels, { format: 'RGBA', codedWidth: 64, codedHeight: 48, timestamp: 7 });
    const [luma] = await cover(new Veil(), white);
    expect(Math.min(...luma)).to.be.closeTo(235, 1);
  });

  it('has the size of each frame, and nothing of the one before', async () => {
    const veil = new Veil();
    for (const [width, height, bright] of [
      [64, 48, 200],
      [64, 64, 40],
      [96, 64, 200],
      [96, 64, 40],
    ] as const) {
      const made = await cover(
        veil,
        frameOf(width, height, () => bright),
      );
      expect([made.width, made[0].length]).to.deep.equal([width, width * height]);
      expect([Math.min(...made[0]), spread(made[0])]).to.deep.equal([bright, 0]);
    }
  });
});
