import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const never = new Set(['node_modules', '.git', 'dist', 'out', 'coverage', '.carillon']);

/** Every file under a folder, as sorted absolute paths; built and installed folders are left out unless `all`. */
export function listFiles(folder, { all = false } = {}) {
  const found = [];
  const walk = (at) => {
    let entries;
    try {
      entries = readdirSync(at, { withFileTypes: true });
    } catch {
      return;
    }
    for (const entry of entries) {
      if (entry.isDirectory() && (all || !never.has(entry.name))) walk(join(at, entry.name));
      else if (entry.isFile()) found.push(join(at, entry.name));
    }
  };
  walk(folder);
  return found.sort();
}
