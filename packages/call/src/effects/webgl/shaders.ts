/** One triangle that covers everything, without attributes, so that the model's vertex state is never touched. */
export const vertex = `#version 300 es
uniform vec4 area;
uniform float flip;
out vec2 uv;
out vec2 at;
void main() {
  vec2 p = vec2(float((gl_VertexID << 1) & 2), float(gl_VertexID & 2));
  gl_Position = vec4(p * 2. - 1., 0, 1);
  if (flip > .5) p.y = 1. - p.y;
  at = p;
  uv = area.xy + p * area.zw;
}`;

const head = `#version 300 es
precision mediump float;
in vec2 uv;
in vec2 at;
out vec4 color;
`;
const fourTaps =
  '.25 * (texture(source, uv + d) + texture(source, uv - d) + texture(source, uv + vec2(d.x, -d.y)) + texture(source, uv + vec2(-d.x, d.y)))';

/** Box downscale, for the model's input. */
export const downscale = `${head}
uniform sampler2D source;
uniform vec2 d;
void main() {
  color = vec4((${fourTaps}).rgb, 1);
}`;

/** Downscale weighted by how little of a pixel is person: none of their colour bleeds into the room. */
export const weighted = `${head}
uniform sampler2D source, mask;
uniform vec2 d, shift;
void main() {
  vec4 c = ${fourTaps};
  float w = max(1. - smoothstep(.05, .5, texture(mask, uv - shift).r), .004);
  color = vec4(c.rgb * w, w);
}`;

/** Dual Kawase blur, down. */
export const blurDown = `${head}
uniform sampler2D source;
uniform vec2 d;
void main() {
  color = (texture(source, uv) * 4. + texture(source, uv + d) + texture(source, uv - d)
    + texture(source, uv + vec2(d.x, -d.y)) + texture(source, uv + vec2(-d.x, d.y))) / 8.;
}`;

/** Dual Kawase blur, up. */
export const blurUp = `${head}
uniform sampler2D source;
uniform vec2 d;
void main() {
  vec2 a = vec2(d.x * 2., 0.), b = vec2(0., d.y * 2.);
  color = (texture(source, uv + a) + texture(source, uv - a) + texture(source, uv + b) + texture(source, uv - b)
    + 2. * (texture(source, uv + d) + texture(source, uv - d)
    + texture(source, uv + vec2(d.x, -d.y)) + texture(source, uv + vec2(-d.x, d.y)))) / 12.;
}`;

/** The new mask, eased where it hardly differs from the one before (as PersonMask does in memory). */
export const smooth = `${head}
uniform sampler2D source, before;
uniform vec2 shift;
uniform float least;
void main() {
  float now = texture(source, uv).r, old = texture(before, uv - shift).r;
  color = vec4(mix(old, now, mix(least, 1., smoothstep(.12, .45, abs(now - old)))));
}`;

/** Person before background. \`mode\` 0: the frame alone, 1: blurred, 2: a picture, with a little of its light on the edge. */
export const compose = `${head}
uniform sampler2D source, mask, behind;
uniform int mode;
uniform vec4 fill;
uniform vec2 shift;
void main() {
  vec4 c = texture(source, uv);
  if (mode == 0) { color = vec4(c.rgb, 1); return; }
  float person = smoothstep(.3, .7, texture(mask, uv - shift).r);
  vec4 b = mode == 1 ? texture(behind, uv) : texture(behind, fill.xy + at * fill.zw);
  vec3 back = b.rgb / max(b.a, .004);
  float light = mode == 2 ? person * (1. - person) * 1.4 : 0.;
  color = vec4(mix(back, mix(c.rgb, back, light), person), 1);
}`;
