import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../lib/paths.mjs';
import { resume } from './resume.mjs';

/** Runs what is missing of a proof; exit code 1 when its figure does not hold. */
async function main([module, name, ...rest]) {
  const proof = await import(module);
  const rounds = Number(rest.find((argument) => /^\d+$/.test(argument)) ?? proof.rounds);
  const file = join(root, 'bench/results', `${name}.jsonl`);
  const measurements = await resume({
    file,
    rounds,
    again: rest.includes('--again'),
    round: proof.round,
    say: console.log,
  });
  await proof.close?.();
  const { text = `${measurements.length} rounds`, holds = true } = proof.summary?.(measurements) ?? {};
  console.log(`${name}: ${text}`);
  return holds ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main(process.argv.slice(2));
