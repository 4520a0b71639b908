import { vertex } from './shaders.js';

/** A texture with the framebuffer that draws into it. */
export interface Target {
  readonly texture: WebGLTexture;
  readonly framebuffer: WebGLFramebuffer | null;
  readonly width: number;
  readonly height: number;
}

export type Uniform = number | readonly [number, number] | readonly [number, number, number, number];

interface DrawOptions {
  readonly textures: Readonly<Record<string, WebGLTexture>>;
  readonly uniforms?: Readonly<Record<string, Uniform>>;
  /** Which part of the source fills the target. */
  readonly area?: readonly [number, number, number, number];
  /** The canvas has its first row at the bottom. */
  readonly flip?: boolean;
}

/** One compiled pass: draws a full-target triangle from some textures. */
export class GlProgram {
  readonly #gl: WebGL2RenderingContext;
  readonly #program: WebGLProgram;
  readonly #uniforms = new Map<string, { readonly at: WebGLUniformLocation | null; readonly type: number }>();

  constructor(gl: WebGL2RenderingContext, fragment: string) {
    this.#gl = gl;
    const program = gl.createProgram();
    for (const [type, source] of [
      [gl.VERTEX_SHADER, vertex],
      [gl.FRAGMENT_SHADER, fragment],
    ] as const) {
      const shader = gl.createShader(type);
      if (!shader) throw new Error('the WebGL context is lost');
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost())
        throw new Error(gl.getShaderInfoLog(shader) ?? 'a shader does not compile');
      gl.attachShader(program, shader);
      gl.deleteShader(shader);
    }
    gl.linkProgram(program);
    this.#program = program;
    const count = Number(gl.getProgramParameter(program, gl.ACTIVE_UNIFORMS) ?? 0);
    for (let i = 0; i < count; i++) {
      const info = gl.getActiveUniform(program, i);
      if (info) this.#uniforms.set(info.name, { at: gl.getUniformLocation(program, info.name), type: info.type });
    }
  }

  draw(
    { framebuffer, width, height }: Omit<Target, 'texture'>,
    { textures, uniforms = {}, area = [0, 0, 1, 1], flip = false }: DrawOptions,
  ): void {
    const gl = this.#gl;
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.viewport(0, 0, width, height);
    gl.useProgram(this.#program);
    this.#set('area', area);
    this.#set('flip', flip ? 1 : 0);
    let unit = 0;
    for (const [name, texture] of Object.entries(textures)) {
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.bindTexture(gl.TEXTURE_2D, texture);
      this.#set(name, unit++);
    }
    for (const [name, value] of Object.entries(uniforms)) this.#set(name, value);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  }

  #set(name: string, value: Uniform): void {
    const gl = this.#gl;
    const uniform = this.#uniforms.get(name);
    if (!uniform) return;
    const { at, type } = uniform;
    if (typeof value !== 'number') {
      if (value.length === 2) gl.uniform2fv(at, value);
      else gl.uniform4fv(at, value);
    } else if (type === gl.FLOAT) gl.uniform1f(at, value);
    else gl.uniform1i(at, value);
  }
}
