import { maskHeight, maskWidth } from '../segmenter.js';
import { PlaneComposer, type Behind } from './compose-plane.js';
import type { I420Layout } from './i420-layout.js';

/** What stands behind each plane. */
export type PlanesBehind = readonly [y: Behind, u: Behind, v: Behind];

/** Puts the person of an I420 picture before a background. */
export class PictureComposer {
  readonly #layout: I420Layout;
  readonly #luma: PlaneComposer;
  readonly #chroma: PlaneComposer;

  constructor(layout: I420Layout) {
    this.#layout = layout;
    this.#luma = new PlaneComposer(layout.width, layout.height, maskWidth);
    this.#chroma = new PlaneComposer(layout.chromaWidth, layout.chromaHeight, maskWidth);
  }

  /** Writes all planes of `out`. The mask is of the model's size, 0…255. */
  compose(source: Uint8Array, out: Uint8Array, mask: ArrayLike<number>, [y, u, v]: PlanesBehind): void {
    const stretched = { values: mask, offset: 0, width: maskWidth, height: maskHeight };
    this.#luma.compose(source, out, 0, stretched, y);
    this.#chroma.compose(source, out, this.#layout.u, stretched, u);
    this.#chroma.compose(source, out, this.#layout.v, stretched, v);
  }
}
