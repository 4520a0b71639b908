/**
 * `npm run bench [-- <name> …]`: runs bench/*.bench.{ts,mjs} one after another, each alone on the machine. Each leaves
 * bench/results/<name>.json with the machine and the spread, and fails when it misses its goal.
 */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from './build.mjs';
import { install } from './lib/install.mjs';
import { needChromium } from './lib/need-chromium.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { needMediaServer } from './media/need-media-server.mjs';

const nameOf = (file) => basename(file).replace(/\.bench\.(ts|mjs)$/, '');
const all = readdirSync(join(root, 'bench')).filter((file) => /\.bench\.(ts|mjs)$/.test(file));
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = asked.filter((name) => !all.some((file) => nameOf(file) === name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}: choose from ${all.map(nameOf).join(', ')}.`);
  process.exit(2);
}

try {
  await install();
  await build();
  const env = { CHROME_PATH: await needChromium(), LIVEKIT_SERVER_BIN: await needMediaServer() };
  const missed = [];
  for (const file of all.filter((name) => asked.length === 0 || asked.includes(nameOf(name)))) {
    console.log(`\n── ${nameOf(file)}`);
    const script = join(root, 'bench', file);
    const code = await run(
      process.execPath,
      ['--conditions=@carillon/source', '--import', 'tsx', '--enable-source-maps', script],
      { env },
    );
    if (code) missed.push(nameOf(file));
  }
  console.log(missed.length > 0 ? `\nmissed: ${missed.join(', ')}` : '\nall goals met');
  process.exitCode = missed.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
