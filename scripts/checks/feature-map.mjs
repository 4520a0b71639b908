/** Rows of the README's feature map, and every path that the README names in backticks or as a link. */
export function featureMap(readme) {
  const section = /^## Feature map$([\s\S]*?)(?=^## )/m.exec(readme)?.[1] ?? '';
  const rows = section
    .split('\n')
    .filter((line) => /^\|/.test(line) && !/^\|\s*-/.test(line))
    .slice(1) // its head
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .map(([feature, ...places]) => ({ feature, places }));
  return rows;
}

export const pathsIn = (text) => [
  ...[...text.matchAll(/`((?:packages|examples|tools|docs|scripts|e2e|bench)\/[^`\s{*<]*)`/g)]
    .map(([, path]) => path)
    .filter((path) => !path.includes('/dist')), // built, so not there on a fresh clone
  ...[...text.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map(([, path]) => path),
];
