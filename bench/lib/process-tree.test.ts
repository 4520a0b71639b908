import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { cpuMsOf, memoryMiBOf } from './process-tree.js';

/**
 * Works or holds memory when a line tells it to, and says when it has. A process of its own: the one of the tests runs
 * others beside these, and gives back what they held at any moment.
 */
const worker = `
const held = [];
const verbs = {
  hold: () => held.push(Buffer.alloc(256 * 2 ** 20, 1)),
  work: () => { for (const until = process.cpuUsage().user + 100_000; process.cpuUsage().user < until; ); },
};
require('node:readline').createInterface({ input: process.stdin }).on('line', (verb) => {
  verbs[verb]();
  console.log(verb);
});
console.log(process.pid);
`;

/** MiB of Node's program. A process has its share of them, which others that start or end beside it change. */
const program = 128;

let shell: ChildProcess | undefined;
let lines: Interface;

/** The pids of a shell and of the worker it has started. */
async function startTree(): Promise<{ shellPid: number; workerPid: number }> {
  // The second command keeps a shell from becoming the first one.
  shell = spawn('sh', ['-c', '"$0" -e "$1"; true', process.execPath, worker], { stdio: ['pipe', 'pipe', 'inherit'] });
  assert.ok(shell.stdout && shell.pid);
  lines = createInterface({ input: shell.stdout });
  const [workerPid] = (await once(lines, 'line')) as [string];
  return { shellPid: shell.pid, workerPid: Number(workerPid) };
}

/** Has the worker do something, until it has. */
async function tell(verb: 'hold' | 'work'): Promise<void> {
  const done = once(lines, 'line');
  shell?.stdin?.write(`${verb}\n`);
  assert.deepEqual(await done, [verb]);
}

describe('a process tree', { skip: process.platform !== 'linux' && 'reads /proc' }, () => {
  let tree: { shellPid: number; workerPid: number };
  beforeEach(async () => {
    tree = await startTree();
  });
  afterEach(async () => {
    if (!shell) return;
    const ended = once(shell, 'exit');
    shell.stdin?.end(); // nothing is left for the worker to read, so both end
    await ended;
  });

  it('has used as much processor time more as its processes have worked', async () => {
    const [shellBefore, workerBefore] = [cpuMsOf(tree.shellPid), cpuMsOf(tree.workerPid)];
    await tell('work');
    assert.ok(cpuMsOf(tree.workerPid) - workerBefore >= 80);
    assert.ok(cpuMsOf(tree.shellPid) - shellBefore >= 80, 'what descends from a process belongs to it');
  });

  it('holds as much memory more as its processes do', async () => {
    const [shellBefore, workerBefore] = [memoryMiBOf(tree.shellPid), memoryMiBOf(tree.workerPid)];
    await tell('hold');
    const more = memoryMiBOf(tree.workerPid) - workerBefore;
    assert.ok(Math.abs(more - 256) < program, `${more} MiB more for 256 that it holds`);
    const shellMore = memoryMiBOf(tree.shellPid) - shellBefore;
    assert.ok(Math.abs(shellMore - 256) < program, `${shellMore} MiB more for 256 that a descendant holds`);
  });
});

describe('a process that is not there', { skip: process.platform !== 'linux' && 'reads /proc' }, () => {
  it('has used no processor time', () => assert.equal(cpuMsOf(2 ** 30), 0));
  it('holds no memory', () => assert.equal(memoryMiBOf(2 ** 30), 0));
});
