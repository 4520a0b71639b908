import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAtLeast, loadSqliteDriver, sqliteVersion, type SqliteDriver } from './sqlite-driver.js';

/** A driver that says it holds some version of SQLite. */
const driverWith = (version: string): SqliteDriver => ({
  DatabaseSync: class {
    exec(): void {}
    close(): void {}
    prepare() {
      return { get: () => ({ version }), all: () => [], run: () => ({ changes: 0 }) };
    }
  },
});

describe('isAtLeast', () => {
  for (const [version, answer] of [
    ['3.51.3', true],
    ['3.51.2', false],
    ['3.51.10', true],
    ['3.53.0', true],
    ['3.6.23', false],
    ['3.52', true],
    ['3.51', false],
    ['4.0.0', true],
    ['2.99.99', false],
  ] as const) {
    it(`says ${answer} for ${version} against 3.51.3`, () => assert.equal(isAtLeast(version, '3.51.3'), answer));
  }
});

describe('the SQLite driver', () => {
  it('is one that is new enough on this Node', async () => {
    assert.equal(isAtLeast(sqliteVersion(await loadSqliteDriver()), '3.51.3'), true);
  });

  it('is the first of its sources', async () => {
    const [first, second] = [driverWith('3.51.3'), driverWith('3.53.0')];
    assert.equal(await loadSqliteDriver([async () => first, async () => second]), first);
  });

  it('is the next one when Node has none, or one that can lose writes', async () => {
    const packaged = driverWith('3.53.0');
    const source = async () => packaged;
    assert.equal(await loadSqliteDriver([async () => undefined, source]), packaged);
    assert.equal(await loadSqliteDriver([async () => driverWith('3.51.2'), source]), packaged);
  });

  it('is refused when none is new enough, and says what was found', async () => {
    await assert.rejects(loadSqliteDriver([async () => driverWith('3.45.1')]), /3\.51\.3 or later.*found 3\.45\.1/);
  });
});
