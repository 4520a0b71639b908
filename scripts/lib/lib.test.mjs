import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createSocket } from 'node:dgram';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../start/testing/spawn-start.mjs';
import { failureText } from './counts.mjs';
import { checkNode, isInstalled, satisfies } from './install.mjs';
import { needChromium } from './need-chromium.mjs';
import { findPostgresql, needPostgresql } from './need-postgresql.mjs';
import nodeCounts from './node-counts.mjs';
import PlaywrightCounts from './playwright-counts.mjs';
import { isFree, nextFreePort } from './ports.mjs';
import { isRunning, processStart } from './process-start.mjs';
import { countSessions } from './wtr-counts.mjs';

describe('install', () => {
  it('compares versions by number, not by letter', () => {
    assert.ok(satisfies('20.19.0', '>=20.19'));
    assert.ok(satisfies('24.1.0', '>=20.19'));
    assert.ok(satisfies('1.26.8', '1.26'));
    assert.ok(!satisfies('20.9.0', '>=20.19'));
    assert.ok(!satisfies('18.20.0', '>=20.19'));
  });

  it('refuses an old Node with the version that is needed', () => {
    assert.throws(() => checkNode('18.20.4'), /Node >=20\.19 is needed, this is 18\.20\.4/);
    assert.doesNotThrow(() => checkNode());
  });

  it('installs when nothing is there, and again when the lock is newer', (t) => {
    const folder = temporaryFolder(t);
    writeFileSync(join(folder, 'package-lock.json'), '{}');
    assert.equal(isInstalled(folder), false);
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), '{}');
    assert.equal(isInstalled(folder), true);
    utimesSync(join(folder, 'package-lock.json'), new Date(), new Date(Date.now() + 60_000));
    assert.equal(isInstalled(folder), false);
  });
});

describe('ports', () => {
  it('finds the next free one, names the busy ones and passes by those that are promised', async (t) => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    t.after(() => server.close());
    const { port } = server.address();
    assert.equal(await isFree(port), false);
    const found = await nextFreePort(port, { taken: [port + 1] });
    assert.ok(found.port > port + 1);
    assert.equal(found.busy[0], port);
    assert.ok(!found.busy.includes(port + 1));
  });

  it('sees UDP ports apart from TCP ports', async (t) => {
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    t.after(() => socket.close());
    assert.equal(await isFree(socket.address().port, 'udp'), false);
  });

  it('gives up with a message', async () => {
    await assert.rejects(nextFreePort(1024, { tries: 1, taken: [1024] }), /all busy/);
  });
});

describe('processes', () => {
  it('knows this one, and tells it from another that had its id', () => {
    const start = processStart(process.pid);
    assert.ok(isRunning({ pid: process.pid, start }));
    if (start) assert.ok(!isRunning({ pid: process.pid, start: `${Number(start) + 1}` }));
    assert.ok(!isRunning({ pid: 2 ** 22 + 1 }));
  });
});

describe('counts', () => {
  it('of web-test-runner: tests in suites, and a file that did not load', () => {
    const testResults = {
      tests: [{ passed: true }],
      suites: [
        { tests: [{ name: 'rings', passed: false, error: { message: 'was silent' } }, { skipped: true }], suites: [] },
      ],
    };
    const counted = (session) => countSessions([{ testFile: 'a.test.ts', passed: false, ...session }]);
    assert.deepEqual(counted({ testResults }), {
      passed: 1,
      failed: 1,
      skipped: 1,
      failures: ['rings\n    was silent'],
    });
    assert.deepEqual(counted({}), { passed: 0, failed: 1, skipped: 0, failures: ['a.test.ts'] });
    assert.deepEqual(counted({ testResults: { tests: [{ passed: true }], suites: [] } }), {
      passed: 1,
      failed: 1,
      skipped: 0,
      failures: ['a.test.ts'],
    });
  });

  const kept = async (t, work) => {
    const file = join(temporaryFolder(t), 'deep/counts.json');
    const before = process.env.COUNTS;
    process.env.COUNTS = file;
    try {
      await work();
    } finally {
      if (before === undefined) delete process.env.COUNTS;
      else process.env.COUNTS = before;
    }
    return JSON.parse(readFileSync(file, 'utf8'));
  };

  it('of node:test: tests, not their suites', async (t) => {
    const events = [
      { type: 'test:pass', data: { details: { type: 'suite' } } },
      { type: 'test:pass', data: {} },
      { type: 'test:pass', data: { skip: true } },
      { type: 'test:fail', data: { name: 'rings', details: { error: { cause: { message: 'was\nsilent' } } } } },
      { type: 'test:diagnostic', data: {} },
    ];
    const counts = await kept(t, async () => {
      for await (const text of nodeCounts(events)) assert.equal(text, '');
    });
    assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 1, failures: ['rings\n    was silent'] });
  });

  it('say why a test failed, in short and without colours', () => {
    assert.equal(failureText('rings'), 'rings');
    assert.equal(failureText('rings', '\x1b[31mnot equal\x1b[39m\n\n  + 1\n'), 'rings\n    not equal + 1');
    assert.equal(failureText('rings', 'x'.repeat(999)).length, 'rings\n    '.length + 300);
  });

  it('of Playwright: outcomes, and an error outside of a test', async (t) => {
    const counts = await kept(t, () => {
      const reporter = new PlaywrightCounts();
      reporter.onBegin(
        {},
        {
          allTests: () =>
            ['expected', 'flaky', 'skipped', 'unexpected'].map((title) => ({
              title,
              outcome: () => title,
              results: [{ error: { message: `${title} end` } }],
            })),
        },
      );
      reporter.onError();
      reporter.onEnd();
    });
    const [failures, flaky] = [['unexpected\n    unexpected end'], ['flaky\n    flaky end']];
    assert.deepEqual(counts, { passed: 2, failed: 2, skipped: 1, failures, flaky });
  });
});

describe('Chromium', () => {
  const nothing = () => undefined;
  it('is installed by apt in CI as root, after apt-get update, and only there', async () => {
    const commands = [];
    let there;
    const execute = async (command, args) => {
      commands.push([command, ...args].join(' '));
      if (args[0] === 'install') there = '/usr/bin/chromium';
      return 0;
    };
    assert.equal(
      await needChromium({ env: { CI: 'true' }, isRoot: true, find: () => there, execute }),
      '/usr/bin/chromium',
    );
    assert.deepEqual(commands, ['apt-get update', 'apt-get install -y --no-install-recommends chromium']);
    for (const [env, isRoot] of [
      [{}, true],
      [{ CI: 'true' }, false],
    ]) {
      await assert.rejects(
        needChromium({ env, isRoot, find: nothing, execute: () => assert.fail('must not install') }),
        /apt-get install chromium/,
      );
    }
  });

  it('says what to install when apt could not', async () => {
    await assert.rejects(
      needChromium({ env: { CI: '1' }, isRoot: true, find: nothing, execute: async () => 100 }),
      /No Chromium found/,
    );
  });
});

describe('PostgreSQL', () => {
  it('is found where it is named, else the newest of Debian, else on PATH', (t) => {
    const folder = temporaryFolder(t);
    const place = (path) => {
      mkdirSync(join(folder, path), { recursive: true });
      for (const name of ['initdb', 'postgres']) writeFileSync(join(folder, path, name), '');
      return join(folder, path);
    };
    const nowhere = join(folder, 'nowhere');
    assert.equal(findPostgresql({ PATH: nowhere }, nowhere), undefined);
    const onPath = place('path');
    assert.equal(findPostgresql({ PATH: `${nowhere}:${onPath}` }, nowhere), onPath);
    place('debian/9/bin');
    const newest = place('debian/15/bin');
    assert.equal(findPostgresql({ PATH: onPath }, join(folder, 'debian')), newest);
    const named = place('named');
    assert.equal(findPostgresql({ PATH: onPath, POSTGRESQL_BIN: named }, join(folder, 'debian')), named);
  });

  it('is installed by apt in CI as root, and only there; else it says what to install', async () => {
    const commands = [];
    let there;
    const execute = async (command, args) => {
      commands.push([command, ...args].join(' '));
      if (args[0] === 'install') there = '/usr/lib/postgresql/15/bin';
      return 0;
    };
    const find = () => there;
    assert.equal(
      await needPostgresql({ env: { CI: 'true' }, isRoot: true, find, execute }),
      '/usr/lib/postgresql/15/bin',
    );
    assert.deepEqual(commands, ['apt-get update', 'apt-get install -y --no-install-recommends postgresql']);
    const nothing = () => undefined;
    for (const [env, isRoot] of [
      [{}, true],
      [{ CI: 'true' }, false],
    ])
      await assert.rejects(
        needPostgresql({ env, isRoot, find: nothing, execute: () => assert.fail('must not install') }),
        /apt-get install postgresql/,
      );
  });
});
