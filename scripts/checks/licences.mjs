/** Licences of what we ship with, or run on: nothing that binds the code of a company that embeds us. */
export const allowed = [
  'Apache-2.0',
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
];

/** Whether an SPDX expression leaves us a licence of the list. */
export function isAllowed(expression = '') {
  const inner = expression.replace(/^\((.*)\)$/, '$1');
  if (/ OR /.test(inner)) return inner.split(' OR ').some((part) => isAllowed(part.trim()));
  if (/ AND /.test(inner)) return inner.split(' AND ').every((part) => isAllowed(part.trim()));
  return allowed.includes(inner);
}

/** Packages of a lock file that come with what we ship (not those for development alone), and whose licence is not allowed. */
export const refused = ({ packages }) =>
  Object.entries(packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link && !entry.dev && !entry.devOptional)
    .filter(([, { license }]) => !isAllowed(license))
    .map(([path, { license }]) => `${path}: ${license}`);
