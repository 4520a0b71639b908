import { relative, sep } from 'node:path';
import { importsOf, resolveImport } from './imports.mjs';

/** `contract ← call ← {widget, agent-elements}` and `contract ← link-server`; nothing else. */
const packageArrows = {
  contract: [],
  call: ['contract'],
  widget: ['contract', 'call'],
  'agent-elements': ['contract', 'call'],
  'link-server': ['contract'],
};
/** Inside call each folder may import those before it. */
const callLayers = ['media', 'effects', 'session', 'elements'];

/** What breaks a layer in one file, as sentences. `file` is relative to the root, with `/`. */
export function layerFaults(root, file, code) {
  const faults = [];
  const [top, owner, src, layer] = file.split('/');
  for (const { from } of importsOf(code)) {
    const other = /^@carillon\/([^/]+)(\/.*)?$/.exec(from);
    if (other && top === 'packages' && other[1] !== owner && !packageArrows[owner]?.includes(other[1]))
      faults.push(`${file} imports ${from}`);
    if (other && /\/(src|dist)\//.test(other[2] ?? '')) faults.push(`${file} reaches into ${from}`);
    if (!from.startsWith('.')) continue;
    const target = resolveImport(`${root}${sep}${file.split('/').join(sep)}`, from);
    if (target === undefined) {
      faults.push(`${file} imports ${from}, which is not there`);
      continue;
    }
    const [otherTop, otherOwner, , otherLayer] = relative(root, target).split(sep);
    if ((top === 'packages' || top === 'examples') && (otherTop !== top || otherOwner !== owner))
      faults.push(`${file} reaches into another package: ${from}`);
    else if (
      owner === 'call' &&
      src === 'src' &&
      callLayers.indexOf(otherLayer) > callLayers.indexOf(layer) &&
      callLayers.includes(layer)
    )
      faults.push(`${file} imports a later layer: ${from}`);
  }
  return faults;
}
