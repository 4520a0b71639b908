import assert from 'node:assert/strict';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../start/testing/spawn-start.mjs';
import { resume } from './resume.mjs';

describe('a proof', () => {
  it('goes on where it was stopped, and measures no round twice', async (t) => {
    const file = join(temporaryFolder(t), 'results/outage.jsonl');
    const ran = [];
    const round = async (index) => {
      if (index === 2 && ran.length === 2) throw new Error('stopped');
      ran.push(index);
      return { ms: index * 10 };
    };
    await assert.rejects(resume({ file, rounds: 4, round }), /stopped/);
    assert.equal(readFileSync(file, 'utf8').trim().split('\n').length, 2);
    ran.push('resumed');
    const all = await resume({ file, rounds: 4, round });
    assert.deepEqual(ran, [0, 1, 'resumed', 2, 3]);
    assert.deepEqual(
      all.map(({ ms }) => ms),
      [0, 10, 20, 30],
    );
    assert.match(all[0].machine, /Node v\d+/);
  });

  it('measures again what was half-written, and starts over when asked', async (t) => {
    const file = join(temporaryFolder(t), 'x.jsonl');
    await resume({ file, rounds: 1, round: async () => ({ ms: 1 }) });
    appendFileSync(file, '{"index":1,"m'); // a power cut
    await resume({ file, rounds: 2, round: async () => ({ ms: 3 }) });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    assert.equal(JSON.parse(lines.at(-1)).ms, 3);
    const all = await resume({ file, rounds: 1, again: true, round: async () => ({ ms: 2 }) });
    assert.deepEqual(
      all.map(({ ms }) => ms),
      [2],
    );
  });
});
