import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles } from '../lib/list-files.mjs';

/** Elements that render nothing of their own, so have no states to show. */
const invisible = ['cc-provider'];

/** Every element of a package that shows something: its tag, its file and where its states belong. */
export function elementFiles(packageFolder, read = (file) => readFileSync(file, 'utf8')) {
  return listFiles(join(packageFolder, 'src'))
    .filter(
      (file) =>
        /\.ts$/.test(file) && !/\.(test|states|styles)\.ts$/.test(file) && !/[\\/](testing|gallery)[\\/]/.test(file),
    )
    .flatMap((file) => {
      const code = read(file);
      const tag = /^@element\(\s*'(cc-[\w-]+)'/m.exec(code)?.[1];
      if (!tag || invisible.includes(tag)) return [];
      return [{ tag, file, states: join(dirname(file), `${tag.slice('cc-'.length)}.states.ts`) }];
    });
}
