import { dropTarget, makeTarget } from './gl-target.js';
import { GlProgram, type Target } from './gl-program.js';
import { blurDown, blurUp, weighted } from './shaders.js';
import type { Shift } from '../compositor.js';

/** The room without the person, blurred: a weighted quarter, then up to three levels down and up again. */
export class GlBlur {
  readonly #gl: WebGL2RenderingContext;
  readonly #weighted: GlProgram;
  readonly #down: GlProgram;
  readonly #up: GlProgram;
  #levels: readonly Target[] = [];

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#weighted = new GlProgram(gl, weighted);
    this.#down = new GlProgram(gl, blurDown);
    this.#up = new GlProgram(gl, blurUp);
  }

  resize(width: number, height: number): void {
    for (const level of this.#levels) dropTarget(this.#gl, level);
    this.#levels = [4, 8, 16, 32].map((part) =>
      makeTarget(this.#gl, Math.max(2, Math.floor(width / part)), Math.max(2, Math.floor(height / part))),
    );
  }

  draw(source: WebGLTexture, mask: WebGLTexture, shift: Shift, depth: number): WebGLTexture {
    const [first, ...deeper] = this.#levels;
    if (!first) throw new Error('the blur has no size yet');
    this.#weighted.draw(first, {
      textures: { source, mask },
      uniforms: { d: [0.25 / first.width, 0.25 / first.height], shift },
    });
    const chain = [first, ...deeper.slice(0, depth)];
    const step = ({ width, height }: Target) => [0.5 / width, 0.5 / height] as const;
    for (let i = 1; i < chain.length; i++)
      this.#down.draw(chain[i]!, { textures: { source: chain[i - 1]!.texture }, uniforms: { d: step(chain[i - 1]!) } });
    for (let i = chain.length - 1; i > 0; i--)
      this.#up.draw(chain[i - 1]!, { textures: { source: chain[i]!.texture }, uniforms: { d: step(chain[i]!) } });
    return first.texture;
  }
}
