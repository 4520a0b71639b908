// rollup plugin: minifies css`…` with esbuild (knows nesting, @layer, @container, @starting-style) and collapses
// the indentation of html`…`/svg`…` templates. Leaves a template alone whenever it is not sure.
import { transform } from 'esbuild';
import MagicString from 'magic-string';
const HOLE = (i) => `_cc_hole_${i}_`;
async function minCss(strings) {
  // holes are only safe where a whole value or a whole declaration/rule stands
  let src = strings[0];
  for (let i = 1; i < strings.length; i++) {
    const atRuleLevel = /[{};]\s*$/.test(src) || src.trim() === '';
    if (atRuleLevel && !/^\s*;/.test(strings[i]))
      src += `@media ${HOLE(i)}{a{b:c}}` + strings[i]; // kept as a whole block
    else src += HOLE(i) + strings[i];
  }
  const { code, warnings } = await transform(src, {
    loader: 'css',
    minify: true,
    target: 'esnext',
    logLevel: 'silent',
  });
  if (warnings.length) return;
  const parts = code.trim().split(/@media _cc_hole_\d+_\{a\{b:c\}\}|_cc_hole_\d+_/);
  return parts.length === strings.length ? parts : undefined;
}
function minHtml(strings) {
  if (strings.some((s) => /<(pre|textarea|script|style)\b|white-space/i.test(s))) return;
  const out = strings.map((s) =>
    s
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/\s*\n\s*/g, (m, at, all) =>
        all[at - 1] === '>' || all[at + m.length] === '<'
          ? all[at - 1] === '>' && all[at + m.length] === '<'
            ? ''
            : '\n'
          : ' ',
      ),
  );
  out[0] = out[0].replace(/^\s+/, '');
  out[out.length - 1] = out[out.length - 1].replace(/\s+$/, '');
  return out;
}
const esc = (s) => s.replace(/\\/g, '\\\\').replace(/`/g, '\\`').replace(/\$\{/g, '\\${');
export function litMin({ include = /packages[\\/][^\\/]+[\\/](src|dist)[\\/]/ } = {}) {
  return {
    name: 'lit-min',
    async transform(code, id) {
      if (!include.test(id) || !/\b(css|html|svg)\s*`/.test(code)) return null;
      const ms = new MagicString(code);
      const found = [];
      (function walk(n) {
        if (!n || typeof n !== 'object') return;
        if (n.type === 'TaggedTemplateExpression' && n.tag.type === 'Identifier' && /^(css|html|svg)$/.test(n.tag.name))
          found.push(n);
        for (const k in n)
          if (k !== 'parent') {
            const v = n[k];
            if (Array.isArray(v)) v.forEach(walk);
            else if (v && typeof v.type === 'string') walk(v);
          }
      })(this.parse(code));
      for (const n of found) {
        const cooked = n.quasi.quasis.map((q) => q.value.cooked);
        const min = n.tag.name === 'css' ? await minCss(cooked) : minHtml(cooked);
        if (!min) {
          // White space means something in a <textarea>; a sheet that could not be read is a fault.
          if (n.tag.name === 'css') this.warn({ message: 'css template left as it is', id, pos: n.start });
          continue;
        }
        n.quasi.quasis.forEach((q, i) => {
          if (q.end > q.start) ms.overwrite(q.start, q.end, esc(min[i]));
          else if (min[i]) ms.appendLeft(q.start, esc(min[i]));
        });
      }
      return { code: ms.toString(), map: ms.generateMap({ hires: 'boundary' }) };
    },
  };
}
