import type { Target } from './gl-program.js';

/** A texture that is read smoothly and does not repeat. */
export function makeTexture(gl: WebGL2RenderingContext): WebGLTexture {
  const texture = gl.createTexture();
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return texture;
}

/** Storage for a texture, and a framebuffer on it. */
export function makeTarget(
  gl: WebGL2RenderingContext,
  width: number,
  height: number,
  { texture = makeTexture(gl), red = false }: { readonly texture?: WebGLTexture; readonly red?: boolean } = {},
): Target {
  const [inside, format] = red ? [gl.R8, gl.RED] : [gl.RGBA8, gl.RGBA];
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, inside, width, height, 0, format, gl.UNSIGNED_BYTE, null);
  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  return { texture, framebuffer, width, height };
}

export function dropTarget(gl: WebGL2RenderingContext, { texture, framebuffer }: Target): void {
  gl.deleteFramebuffer(framebuffer);
  gl.deleteTexture(texture);
}
