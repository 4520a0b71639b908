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

/** Shrinks a frame to the model's input: nine samples over each pixel's area, which lie `d` apart. */
export const downscale = `${head}
uniform sampler2D source;
uniform vec2 d;
void main() {
  vec3 sum = vec3(0);
  for (int y = -1; y <= 1; y++)
    for (int x = -1; x <= 1; x++) sum += texture(source, uv + vec2(x, y) * d).rgb;
  color = vec4(sum / 9., 1);
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

const exact = `#version 300 es
precision highp float;
precision highp sampler2D;
in vec2 uv;
out vec4 color;
const int reach = 3;
`;

/**
 * The mask as a linear function of the colours, for a window round each pixel of half the mask's size (MaskFit does the
 * same in memory). Colours are told from the middle one, so that small differences keep their digits.
 */
export const fitWindows = `${exact}
uniform sampler2D source, mask;
uniform vec2 d, shift;
void main() {
  vec3 middle = texture(source, uv).rgb, c = vec3(0), pc = vec3(0), diagonal = vec3(0), mixed = vec3(0);
  float p = 0., n = float((2 * reach + 1) * (2 * reach + 1));
  for (int y = -reach; y <= reach; y++)
    for (int x = -reach; x <= reach; x++) {
      vec2 at = uv + vec2(x, y) * d;
      vec3 one = texture(source, at).rgb - middle;
      float person = clamp((texture(mask, at - shift).r - .05) / .9, 0., 1.);
      p += person;
      c += one;
      pc += person * one;
      diagonal += one * one;
      mixed += one.rrg * one.gbb;
    }
  p /= n;
  c /= n;
  pc = pc / n - p * c;
  diagonal = diagonal / n - c * c + 2e-5;
  mixed = mixed / n - c.rrg * c.gbb;
  mat3 colours = mat3(diagonal.r, mixed.r, mixed.g, mixed.r, diagonal.g, mixed.b, mixed.g, mixed.b, diagonal.b);
  vec3 factors = p <= 0. || p >= 1. ? vec3(0) : inverse(colours) * pc;
  color = vec4(factors, p - dot(factors, c + middle - .5));
}`;

/** The mean function of all windows that a pixel lies in. */
export const fitMean = `${exact}
uniform sampler2D source;
uniform vec2 d;
void main() {
  vec4 sum = vec4(0);
  for (int y = -reach; y <= reach; y++)
    for (int x = -reach; x <= reach; x++) sum += texture(source, uv + vec2(x, y) * d);
  color = sum / float((2 * reach + 1) * (2 * reach + 1));
}`;

/** The mask that those functions make of the picture's own colours. */
export const fitApply = `${exact}
uniform sampler2D source, factors;
void main() {
  vec4 f = texture(factors, uv);
  color = vec4(dot(f.rgb, texture(source, uv).rgb - .5) + f.a);
}`;

/** Person before background. \`mode\` 0: the frame alone, 1: blurred, 2: a picture. */
export const compose = `${head}
uniform sampler2D source, mask, behind;
uniform int mode;
uniform vec4 fill;
uniform vec2 shift;
void main() {
  vec4 c = texture(source, uv);
  if (mode == 0) { color = vec4(c.rgb, 1); return; }
  float person = smoothstep(.2, .7, texture(mask, uv - shift).r);
  vec4 b = mode == 1 ? texture(behind, uv) : texture(behind, fill.xy + at * fill.zw);
  color = vec4(mix(b.rgb / max(b.a, .004), c.rgb, person), 1);
}`;
