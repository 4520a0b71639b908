/**
 * `npm run proof -- <name> [rounds]`: figures that need long runs. A proof exports `rounds`, and `round(index)` that
 * returns one measurement as an object. Each round is appended to bench/results/<name>.jsonl before the next begins, so
 * a run that was stopped goes on where it was; `--again` starts over. `summary(measurements)`, when a proof has one,
 * turns all of them into the figure and says whether it holds.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { install } from './lib/install.mjs';
import { needChromium } from './lib/need-chromium.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { needMediaServer } from './media/need-media-server.mjs';

const folder = join(root, 'bench/proofs');
const names = existsSync(folder) ? readdirSync(folder).filter((file) => /\.proof\.(ts|mjs)$/.test(file)) : [];
const [name, ...rest] = process.argv.slice(2);
const file = names.find((candidate) => candidate.replace(/\.proof\.(ts|mjs)$/, '') === name);
if (!file) {
  const known = names.map((candidate) => candidate.replace(/\.proof\.(ts|mjs)$/, '')).join(', ') || 'none yet';
  console.error(`npm run proof -- <name>: ${known}.`);
  process.exit(2);
}
try {
  await install();
  await build();
  const env = { CHROME_PATH: await needChromium(), LIVEKIT_SERVER_BIN: await needMediaServer() };
  const runner = join(root, 'scripts/proof/run-proof.mjs');
  process.exitCode = await run(
    process.execPath,
    ['--conditions=@carillon/source', '--import', 'tsx', runner, pathToFileURL(join(folder, file)).href, name, ...rest],
    { env },
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
