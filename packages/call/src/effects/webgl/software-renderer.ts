/** Names of WebGL implementations that run on the processor. */
const software = /swiftshader|llvmpipe|software|basic render|softpipe/i;

/** What draws, as the browser names it; '' where it does not tell. */
export function rendererOf(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return String((info && gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) ?? gl.getParameter(gl.RENDERER) ?? '');
}

/** Whether drawing is emulated: then planes in memory are four times as quick as shaders (effects.md §4). */
export const isSoftware = (renderer: string): boolean => software.test(renderer);
