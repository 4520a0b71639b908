import type { Target } from './gl-program.js';

/** A texture, or one that is given, so that it is read smoothly and does not repeat. */
export function makeTexture(gl: WebGL2RenderingContext, texture = gl.createTexture()): WebGLTexture {
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return texture;
}

const formats = {
  /** Four bytes. */
  colour: (gl: WebGL2RenderingContext) => [gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE] as const,
  /** One byte. */
  red: (gl: WebGL2RenderingContext) => [gl.R8, gl.RED, gl.UNSIGNED_BYTE] as const,
  /** Four numbers of half precision: only where an extension lets them be drawn. */
  half: (gl: WebGL2RenderingContext) => [gl.RGBA16F, gl.RGBA, gl.HALF_FLOAT] as const,
};

/** Storage for a texture, and a framebuffer on it. */
export function makeTarget(
  gl: WebGL2RenderingContext,
  width: number,
  height: number,
  {
    texture = makeTexture(gl),
    format = 'colour',
  }: { readonly texture?: WebGLTexture; readonly format?: keyof typeof formats } = {},
): Target {
  const [inside, outside, type] = formats[format](gl);
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, inside, width, height, 0, outside, type, null);
  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  return { texture, framebuffer, width, height };
}

export function dropTarget(gl: WebGL2RenderingContext, { texture, framebuffer }: Target): void {
  gl.deleteFramebuffer(framebuffer);
  gl.deleteTexture(texture);
}
