import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { dirname } from 'node:path';

const machine = () =>
  `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, ${platform()} ${arch()}, Node ${process.version}`;

/** Measures the rounds that a file does not hold yet, each kept before the next begins; returns all of them. */
export async function resume({ file, rounds, again = false, round, say = () => {} }) {
  if (again) rmSync(file, { force: true });
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const kept = text.split('\n').filter(Boolean).map(parse).filter(Boolean);
  if (kept.length > 0) say(`${kept.length} of ${rounds} rounds are there already`);
  mkdirSync(dirname(file), { recursive: true });
  if (text && !text.endsWith('\n')) appendFileSync(file, '\n');
  for (let index = kept.length; index < rounds; index++) {
    const measured = { index, at: new Date().toISOString(), machine: machine(), ...(await round(index)) };
    appendFileSync(file, `${JSON.stringify(measured)}\n`);
    kept.push(measured);
    say(`round ${index + 1} of ${rounds}`);
  }
  return kept.slice(0, rounds);
}

/** A line that a power cut left half-written is measured again. */
function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
