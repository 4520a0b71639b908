import { expect } from '@open-wc/testing';
import { BlurredBackground } from './blurred-background.js';
import { PictureComposer } from './compose-picture.js';
import { PlaneComposer } from './compose-plane.js';
import { cropI420 } from './crop-i420.js';
import { i420Layout } from './i420-layout.js';
import { MaskFit } from './fit-mask.js';
import { ModelInput } from './model-input.js';
import { PersonMask } from './person-mask.js';
import { maskHeight, maskWidth } from '../segmenter.js';
import { normalOf, seededRandom } from '../testing/random.js';
import { rgbaToI420, type Matrix } from './rgba-to-i420.js';
import { cellBounds, sampleGrid } from './sample-grid.js';

const width = 64;
const height = 48;
const layout = i420Layout(width, height);

/** Planes of one colour in RGB. */
function flat(r: number, g: number, b: number, matrix: Matrix = 'bt601'): Uint8Array {
  const rgba = new Uint8Array(width * height * 4);
  for (let i = 0; i < rgba.length; i += 4) rgba.set([r, g, b, 255], i);
  const planes = new Uint8Array(layout.size);
  rgbaToI420(rgba, planes, layout, matrix);
  return planes;
}

/** A mask that is person on the left of `edge`. */
function leftOf(edge: number, w = 16, h = 12): PersonMask {
  const mask = new PersonMask(w, h);
  mask.update(
    Uint8Array.from({ length: w * h }, (_, i) => (i % w < edge ? 255 : 0)),
    [0, 0],
  );
  return mask;
}

describe('an I420 picture', () => {
  it('has chroma planes that cover an odd size', () => {
    expect(i420Layout(5, 3)).to.include({ chromaWidth: 3, chromaHeight: 2, u: 15, v: 21, size: 27 });
  });

  for (const [name, rgb, yuv] of [
    ['black', [0, 0, 0], [16, 128, 128]],
    ['white', [255, 255, 255], [235, 128, 128]],
    ['red', [255, 0, 0], [82, 90, 240]],
  ] as const)
    it(`holds ${name} in limited range`, () => {
      const planes = flat(rgb[0], rgb[1], rgb[2]);
      for (const [i, value] of [planes[0]!, planes[layout.u]!, planes[layout.v]!].entries())
        expect(value).to.be.closeTo(yuv[i]!, 1);
    });

  for (const matrix of ['bt601', 'bt709'] as const)
    it(`is shown to the model in its own colours (${matrix})`, () => {
      const out = new Uint8ClampedArray(16 * 12 * 4);
      new ModelInput(layout, 16, 12).write(flat(200, 100, 50, matrix), out, matrix);
      for (const [i, value] of [200, 100, 50, 255].entries()) expect(out[5 * 4 + i]).to.be.closeTo(value, 4);
    });

  it('is shown to the model with little of its noise, at sizes that share no factor with the mask', () => {
    for (const [w, h] of [
      [40, 30],
      [64, 48],
      [81, 61],
    ] as const) {
      const fine = i420Layout(w, h);
      const random = seededRandom(1);
      const planes = Uint8Array.from({ length: fine.size }, (_, i) => (i < fine.u ? 100 + 30 * normalOf(random) : 128));
      const out = new Uint8ClampedArray(16 * 12 * 4);
      new ModelInput(fine, 16, 12).write(planes, out, 'bt709');
      const green = [...out].filter((_, i) => i % 4 === 1);
      const mean = green.reduce((sum, value) => sum + value, 0) / green.length;
      const deviation = Math.sqrt(green.reduce((sum, value) => sum + (value - mean) ** 2, 0) / green.length);
      expect(deviation, `${w} × ${h}`).to.be.lessThan(16);
    }
  });
});

describe('a grid of samples', () => {
  it('lies between neighbours that exist, at every size', () => {
    for (const [length, samples] of [
      [1280, 256],
      [7, 4],
      [100, 160],
    ] as const) {
      const { before, beyond } = sampleGrid(length, samples);
      expect(Math.min(...before)).to.be.at.least(0);
      expect(Math.max(...before)).to.be.at.most(samples - 2);
      expect(beyond.length).to.equal(length);
      const bounds = cellBounds(length, samples);
      expect([bounds[0], bounds.at(-1)]).to.deep.equal([0, length]);
    }
  });
});

describe('the mask between frames', () => {
  it('takes great changes at once and small ones slowly', () => {
    const mask = new PersonMask(2, 1);
    mask.update(Uint8Array.of(0, 100), [0, 0]);
    mask.update(Uint8Array.of(255, 110), [0, 0]);
    expect(mask.values[0]).to.equal(255);
    expect(mask.values[1]).to.be.closeTo(103, 0.5);
  });

  it('moves what it knew with the person', () => {
    const mask = leftOf(8);
    // The person has moved by a quarter; the new mask says the same: nothing is smeared in between.
    mask.update(
      Uint8Array.from({ length: 16 * 12 }, (_, i) => (i % 16 < 12 ? 255 : 0)),
      [0.25, 0],
    );
    expect([mask.values[11], mask.values[12]]).to.deep.equal([255, 0]);
  });

  for (const [way, shift] of [
    ['across', [0.25, 0]],
    ['down', [0, 0.25]],
    ['up and back', [-0.25, -0.125]],
  ] as const)
    it(`is the new one, not eased, where that is the old one moved ${way}`, () => {
      const mask = new PersonMask(8, 8);
      const slope = (x: number, y: number) => 20 + x * 5 + y * 3;
      const at = (dx: number, dy: number) =>
        Uint8Array.from({ length: 64 }, (_, i) => {
          const inside = (value: number) => Math.min(7, Math.max(0, value));
          return slope(inside((i % 8) - dx), inside((i >> 3) - dy));
        });
      mask.update(at(0, 0), [0, 0]);
      const moved = at(shift[0] * 8, shift[1] * 8);
      mask.update(moved, shift);
      expect([...mask.values]).to.deep.equal([...moved]);
    });

  it('knows nothing until it is told, and after it was made to forget', () => {
    const mask = new PersonMask(2, 1);
    expect(mask.known).to.equal(false);
    mask.update(Uint8Array.of(0, 0), [0, 0]);
    expect(mask.known).to.equal(true);
    mask.forget();
    expect(mask.known).to.equal(false);
  });
});

describe('the blurred background', () => {
  it('holds the room’s colour and none of the person’s', () => {
    const source = flat(0, 0, 0);
    // The person, on the left, is white.
    for (let y = 0; y < height; y++) source.fill(235, y * width, y * width + width / 2);
    const blurred = new BlurredBackground(layout);
    blurred.update(source, leftOf(8), 8);
    // What lies deep behind the person is never seen; at their edge it has to be the room already.
    const luma = blurred.planes.subarray(0, blurred.width * blurred.height);
    expect(Math.max(...luma.filter((_, i) => i % blurred.width >= 2))).to.be.lessThan(40);
  });

  it('has a colour where there is nothing but a person', () => {
    const blurred = new BlurredBackground(layout);
    blurred.update(flat(255, 255, 255), leftOf(16), 8);
    expect(new Set(blurred.planes)).to.deep.equal(new Set([235, 128]));
  });

  it('takes detail away', () => {
    const source = flat(0, 0, 0);
    for (let x = 0; x < width; x++) for (let y = 0; y < height; y++) source[y * width + x] = (x >> 3) % 2 ? 235 : 16;
    const nobody = new PersonMask(16, 12);
    const blurred = new BlurredBackground(layout);
    blurred.update(source, nobody, 80);
    const row = blurred.planes.subarray(0, blurred.width);
    expect(Math.max(...row) - Math.min(...row)).to.be.lessThan(60);
  });
});

describe('a mask that is fitted to a picture', () => {
  const [w, h] = [64, 36];
  /** A picture that is orange on the left of `edge` and grey on the right, with a little noise. */
  const picture = (
    edge: number,
    left: readonly number[] = [200, 110, 40],
    right: readonly number[] = [120, 125, 130],
  ) => {
    const random = seededRandom(5);
    return Uint8ClampedArray.from(
      { length: w * h * 4 },
      (_, i) => ((i >> 2) % w < edge ? left : right)[i % 4]! + 2 * normalOf(random),
    );
  };
  /** A mask whose soft edge, eight pixels wide, has its middle at `edge`. */
  const soft = (edge: number) =>
    Uint8ClampedArray.from({ length: w * h }, (_, i) => 255 * (0.5 + (edge - 0.5 - (i % w)) / 8));
  const rowOf = (values: ArrayLike<number>, y = 18) => Array.from({ length: w }, (_, x) => values[y * w + x]!);
  /** Where it falls below one half. */
  const edgeOf = (row: readonly number[]) => row.findIndex((value) => value < 128);

  it('takes its edge from the picture’s, from three pixels away, and makes it sharper', () => {
    for (const off of [-3, 3]) {
      const fit = new MaskFit(w, h);
      fit.fit(soft(32 + off), picture(32), [0, 0]);
      for (const y of [0, 18, 35]) {
        const row = rowOf(fit.values, y);
        expect(edgeOf(row), `row ${y}`).to.be.within(31, 33);
        // The mask's own edge falls by 32 a pixel.
        expect(row[31]! - row[32]!, `row ${y}`).to.be.greaterThan(90);
      }
    }
  });

  it('is moved with the person before', () => {
    const fit = new MaskFit(w, h);
    fit.fit(soft(22), picture(32), [10 / w, 0]);
    expect(edgeOf(rowOf(fit.values))).to.be.within(31, 33);
  });

  it('stays as it was where the picture shows no edge', () => {
    const fit = new MaskFit(w, h);
    fit.fit(soft(32), picture(0), [0, 0]);
    expect(edgeOf(rowOf(fit.values))).to.be.within(31, 33);
  });

  it('says person or room, and nothing between, far from its edge, whatever the picture shows there', () => {
    const fit = new MaskFit(w, h);
    const colourful = picture(8).map((value, i) => ((i >> 2) % 5 === 0 ? 255 - value : value));
    fit.fit(soft(32), colourful, [0, 0]);
    const row = rowOf(fit.values);
    expect(new Set(row.slice(0, 10))).to.deep.equal(new Set([255]));
    expect(new Set(row.slice(54))).to.deep.equal(new Set([0]));
  });

  it('is everybody or nobody where it was', () => {
    const fit = new MaskFit(w, h);
    for (const value of [0, 255]) {
      fit.fit(new Uint8Array(w * h).fill(value), picture(32), [0, 0]);
      expect(new Set(fit.values)).to.deep.equal(new Set([value]));
    }
  });

  it('depends on nothing that was fitted before', () => {
    const [once, again] = [new MaskFit(w, h), new MaskFit(w, h)];
    again.fit(soft(10), picture(50), [0, 0]);
    for (const fit of [once, again]) fit.fit(soft(34), picture(32), [0, 0]);
    expect(again.values).to.deep.equal(once.values);
  });
});

describe('putting a person before a background', () => {
  const compose = (edge: number) => {
    const [person, room, out] = [flat(255, 255, 255), flat(0, 0, 0), new Uint8Array(layout.size)];
    const mask = leftOf(edge);
    new PlaneComposer(width, height, 16).compose(
      person,
      out,
      0,
      { values: mask.values, offset: 0, width: 16, height: 12 },
      { full: room },
    );
    return [...out.subarray(width * 20, width * 21)];
  };

  it('shows the one where the mask is, the other elsewhere, and a soft edge between', () => {
    const row = compose(8);
    expect([row[0], row[28], row[36], row[63]]).to.deep.equal([235, 235, 16, 16]);
    expect(row.slice(29, 35).some((value) => value > 20 && value < 230)).to.equal(true);
    expect(
      row.every((value, i) => i === 0 || value <= row[i - 1]!),
      'without a jump back',
    ).to.equal(true);
  });

  /** What each pixel has to be, told one by one. */
  function expected(person: Uint8Array, room: (x: number, y: number) => number, mask: Uint8Array): number[] {
    const smooth = (at: number, size: number, samples: number) => {
      const place = Math.min(samples - 1, Math.max(0, ((at + 0.5) * samples) / size - 0.5));
      const first = Math.min(samples - 2, Math.floor(place));
      return [first, place - first] as const;
    };
    return Array.from({ length: width * height }, (_, i) => {
      const [x, across] = smooth(i % width, width, 16);
      const [y, down] = smooth(Math.floor(i / width), height, 12);
      const row = (at: number) => mask[at * 16 + x]! * (1 - across) + mask[at * 16 + x + 1]! * across;
      const t = Math.min(1, Math.max(0, ((row(y) * (1 - down) + row(y + 1) * down) / 255 - 0.2) / 0.5));
      const share = t * t * (3 - 2 * t);
      return person[i]! * share + room(i % width, Math.floor(i / width)) * (1 - share);
    });
  }

  it('is the same as each pixel told by itself, whatever the mask, to the rims', () => {
    const random = seededRandom(4);
    const values = Uint8Array.from({ length: 16 * 12 }, () => Math.min(255, Math.max(0, 420 * random() - 80)));
    const mask = { values, offset: 0, width: 16, height: 12 };
    const person = flat(255, 255, 255);
    const composer = new PlaneComposer(width, height, 16);
    const off = (out: Uint8Array, room: (x: number, y: number) => number) =>
      Math.max(...expected(person, room, values).map((value, i) => Math.abs(value - out[i]!)));
    const out = new Uint8Array(layout.size);
    composer.compose(person, out, 0, mask, { full: flat(0, 0, 0) });
    expect(off(out, () => 16)).to.be.lessThan(12);
    // Behind it something coarse, of one width and then of another.
    for (const coarse of [8, 4]) {
      const slope = Uint8Array.from({ length: coarse * 3 }, (_, i) => 40 + (80 * (i % coarse)) / (coarse - 1));
      composer.compose(person, out, 0, mask, { coarse: { values: slope, offset: 0, width: coarse, height: 3 } });
      const room = (x: number) => {
        const at = Math.min(coarse - 1, Math.max(0, ((x + 0.5) * coarse) / width - 0.5));
        return 40 + (80 * at) / (coarse - 1);
      };
      expect(off(out, room), `${coarse} wide`).to.be.lessThan(12);
    }
  });

  it('shows a person who is in the last column alone', () => {
    const values = Uint8Array.from({ length: 16 * 12 }, (_, i) => (i % 16 === 15 ? 255 : 0));
    const out = new Uint8Array(layout.size);
    const mask = { values, offset: 0, width: 16, height: 12 };
    new PlaneComposer(width, height, 16).compose(flat(255, 255, 255), out, 0, mask, { full: flat(0, 0, 0) });
    expect([...out.subarray(width - 2, width)]).to.deep.equal([235, 235]);
  });

  it('shows nothing of the room when everybody is gone', () => {
    expect(new Set(compose(0))).to.deep.equal(new Set([16]));
    expect(new Set(compose(16))).to.deep.equal(new Set([235]));
  });
});

describe('a crop', () => {
  it('of everything changes nothing', () => {
    const source = Uint8Array.from({ length: layout.size }, (_, i) => (i * 7) & 0xff);
    const out = new Uint8Array(layout.size);
    cropI420(source, out, layout, { x: 0, y: 0, width: 1, height: 1 });
    expect(out).to.deep.equal(source);
  });

  it('enlarges what it shows', () => {
    const source = flat(0, 0, 0);
    for (let y = 0; y < height; y++) source.fill(235, y * width, y * width + width / 2);
    const out = new Uint8Array(layout.size);
    cropI420(source, out, layout, { x: 0, y: 0, width: 0.5, height: 0.5 });
    expect([out[0], out[width - 3]]).to.deep.equal([235, 235]);
  });

  for (const [what, x, y] of [
    ['right', 0.5, 0],
    ['lower', 0, 0.5],
  ] as const)
    it(`shows the ${what} half where it lies there, in all planes`, () => {
      const source = flat(0, 0, 0);
      const [w, h] = [width / 2, height / 2];
      for (let row = 0; row < h; row++)
        for (let column = 0; column < w; column++)
          if (x ? column >= w / 2 : row >= h / 2)
            for (const plane of [layout.u, layout.v]) source[plane + row * w + column] = 200;
      for (let i = 0; i < width * height; i++)
        if (x ? i % width >= width / 2 : i >= (width * height) / 2) source[i] = 235;
      const out = new Uint8Array(layout.size);
      cropI420(source, out, layout, { x, y, width: 0.5, height: 0.5 });
      // But for where it is mixed with its neighbours.
      const [first, last] = [2 * width + 2, width * (height - 2) - 3];
      expect([out[first], out[last]]).to.deep.equal([235, 235]);
      for (const plane of [layout.u, layout.v]) expect(out[plane + 2 * w + 2]).to.equal(200);
    });
});

describe('a picture that is composed', () => {
  it('has the person’s own colours, and those of the room behind them, in each plane', () => {
    const [person, room] = [flat(255, 0, 0), flat(0, 0, 255)];
    const nobody = new PersonMask(16, 12);
    const behind = new BlurredBackground(layout);
    behind.update(room, nobody, 4);
    const onTheLeft = Uint8Array.from({ length: maskWidth * maskHeight }, (_, i) =>
      i % maskWidth < maskWidth / 2 ? 255 : 0,
    );
    const out = new Uint8Array(layout.size);
    new PictureComposer(layout).compose(person, out, onTheLeft, behind.behind);
    const at = (planes: Uint8Array, x: number) =>
      [0, layout.u, layout.v].map((plane) => planes[plane + (plane === 0 ? x : x >> 1)]!);
    expect(at(out, 2)).to.deep.equal(at(person, 2));
    for (const [i, value] of at(out, 60).entries()) expect(value).to.be.closeTo(at(room, 60)[i]!, 1);
  });
});
