/** Puts the state that our passes rely on, whatever the model has left behind in the shared context. */
export function takeOver(gl: WebGL2RenderingContext, vertexArray: WebGLVertexArrayObject): void {
  gl.bindVertexArray(vertexArray);
  for (const feature of [gl.BLEND, gl.DEPTH_TEST, gl.SCISSOR_TEST, gl.CULL_FACE]) gl.disable(feature);
  gl.colorMask(true, true, true, true);
  uploadAsItIs(gl);
}

/** Lets pixels in memory become a texture without a change. */
export function uploadAsItIs(gl: WebGL2RenderingContext): void {
  gl.bindBuffer(gl.PIXEL_UNPACK_BUFFER, null);
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4);
}

/** Leaves nothing of ours bound. */
export function handBack(gl: WebGL2RenderingContext): void {
  gl.bindVertexArray(null);
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, null);
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
}
