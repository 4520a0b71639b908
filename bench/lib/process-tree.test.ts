import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cpuMsOf, memoryMiBOf } from './process-tree.js';

describe('processor time of a process tree', { skip: process.platform !== 'linux' }, () => {
  it('grows with work and holds what descends from it', () => {
    const before = cpuMsOf(process.pid);
    const until = process.cpuUsage().user + 100_000;
    while (process.cpuUsage().user < until);
    assert.ok(cpuMsOf(process.pid) - before >= 80);
    assert.ok(cpuMsOf(process.ppid) >= cpuMsOf(process.pid));
  });

  it('is nothing for a process that is not there', () => assert.equal(cpuMsOf(2 ** 30), 0));
});

describe('memory of a process tree', { skip: process.platform !== 'linux' }, () => {
  it('grows with what a process holds, and holds what descends from it', () => {
    const before = memoryMiBOf(process.pid);
    const held = Buffer.alloc(64 * 2 ** 20, 1);
    const after = memoryMiBOf(process.pid);
    assert.ok(after - before > 48, `${after - before} MiB more for ${held.length} bytes`);
    assert.ok(memoryMiBOf(process.ppid) >= memoryMiBOf(process.pid));
  });

  it('is nothing for a process that is not there', () => assert.equal(memoryMiBOf(2 ** 30), 0));
});
