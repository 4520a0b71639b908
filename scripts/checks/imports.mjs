import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Every module a source file names: static and dynamic imports, re-exports. `typeOnly` tells those that are gone in the
 * compiled file. Good enough for our own formatted sources; comments are left out first.
 */
export function importsOf(code) {
  const found = [];
  const bare = code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const statement = /(?:^|[\n;])\s*(import|export)\s+(type\s+)?((?:[\w*\s{},$]|\btype\b)*?from\s*)?(['"])([^'"]+)\4/g;
  for (const [, verb, type, clause, , from] of bare.matchAll(statement)) {
    if (verb === 'export' && !clause) continue;
    const names = /\{([\s\S]*)\}/
      .exec(clause ?? '')?.[1]
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    const allTypes =
      names !== undefined && !/^[\s\w$]+,/.test(clause) && names.every((name) => name.startsWith('type '));
    found.push({ from, typeOnly: Boolean(type) || (names?.length > 0 && allTypes), dynamic: false });
  }
  for (const [, , from] of bare.matchAll(/\bimport\(\s*(['"])([^'"]+)\1\s*\)/g))
    found.push({ from, typeOnly: false, dynamic: true });
  return found;
}

/** The source file a relative import means, as TypeScript and the test runner resolve it. */
export function resolveImport(file, from) {
  if (!from.startsWith('.')) return undefined;
  const path = resolve(join(file, '..'), from);
  return [path.replace(/\.js$/, '.ts'), path].find((candidate) => existsSync(candidate));
}

/** Files that import each other in a circle, as lists; imports of types alone and dynamic ones make no circle. */
export function importCycles(files, read = (file) => readFileSync(file, 'utf8')) {
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(read(file))
        .filter(({ typeOnly, dynamic }) => !typeOnly && !dynamic)
        .map(({ from }) => resolveImport(file, from))
        .filter((target) => target !== undefined),
    ]),
  );
  const cycles = [];
  const state = new Map();
  const visit = (file, path) => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') return void cycles.push([...path.slice(path.indexOf(file)), file]);
    state.set(file, 'open');
    for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  return cycles;
}
