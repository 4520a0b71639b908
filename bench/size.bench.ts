import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { report } from './lib/figures.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const kB = (bytes: number) => bytes / 1000;

/** A bundle and everything that it imports statically: what a browser loads before anybody has done anything. */
function staticGraph(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const code = readFileSync(entry, 'utf8');
  for (const [, from] of code.matchAll(
    /(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w*{}$,\s]+?from\s*)?["'](\.[^"']+)["']/g,
  ))
    if (from) staticGraph(resolve(dirname(entry), from), seen);
  return seen;
}

const weigh = (files: Iterable<string>) => {
  let [gzip, brotli] = [0, 0];
  for (const file of files) {
    const bytes = readFileSync(file);
    gzip += gzipSync(bytes, { level: 9 }).length;
    brotli += brotliCompressSync(bytes).length;
  }
  return { gzip: kB(gzip), brotli: kB(brotli) };
};

const cdn = (packageName: string) => join(root, 'packages', packageName, 'dist/cdn');
const page = staticGraph(join(cdn('widget'), 'cc-page.js'));
const agent = staticGraph(join(cdn('agent-elements'), 'cc-agent-elements.js'));
const holdsLiveKit = (files: Iterable<string>) =>
  [...files].filter((file) => /simulcast_codecs|livekit-client/.test(readFileSync(file, 'utf8')));
const chunks = readdirSync(cdn('widget'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.js'))
  .map((file) => join(cdn('widget'), file));
const [livekit] = holdsLiveKit(chunks);
if (!livekit)
  throw new Error('no bundle holds livekit-client: the check that it is loaded late would pass for nothing');

const [pageSize, agentSize] = [weigh(page), weigh(agent)];
const met = await report(
  'size',
  [
    { name: 'link page before the join intent, kB gzip', value: pageSize.gzip, atMost: 60 },
    { name: 'agent bundle without livekit-client, kB gzip', value: agentSize.gzip, atMost: 90 },
    {
      name: 'files with livekit-client before the join intent',
      value: holdsLiveKit([...page, ...agent]).length,
      atMost: 0,
    },
    { name: 'livekit-client chunk, kB gzip', value: weigh([livekit]).gzip, atMost: 150 },
  ],
  { unit: 'kB', page: pageSize, agent: agentSize, livekit: weigh([livekit]) },
);
process.exitCode = met ? 0 : 1;
