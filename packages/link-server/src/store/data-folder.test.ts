import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createTemporaryFolder, removeTemporaryFolder } from '../testing/temporary-folder.js';
import { isNetworkFileSystem, openDataFolder } from './data-folder.js';
import { FolderInUseError } from './lock-file.js';

const parent = createTemporaryFolder();
after(() => removeTemporaryFolder(parent));
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('a data folder', () => {
  it('is made for its owner alone, also where somebody left it open', () => {
    const path = join(parent, 'deep', 'data');
    openDataFolder(path).release();
    assert.equal(mode(path), '700');
    const open = join(parent, 'open');
    mkdirSync(open, { mode: 0o755 });
    openDataFolder(open).release();
    assert.equal(mode(open), '700');
  });

  it('makes up secrets once, for its owner alone', () => {
    const path = join(parent, 'secrets');
    const first = openDataFolder(path);
    assert.equal(mode(join(path, 'secrets.json')), '600');
    first.release();
    const second = openDataFolder(path);
    assert.deepEqual(second.secrets, first.secrets);
    second.release();
    assert.deepEqual(readdirSync(path), ['secrets.json']);
  });

  it('has secrets of 256 bits, different in each folder', () => {
    const [a, b] = ['a', 'b'].map((name) => openDataFolder(join(parent, name)));
    for (const name of ['sessionKey', 'livekitApiSecret'] as const) {
      assert.match(a?.secrets[name] ?? '', /^[\w-]{43}$/);
      assert.notEqual(a?.secrets[name], b?.secrets[name]);
    }
    assert.notEqual(a?.secrets.sessionKey, a?.secrets.livekitApiSecret);
    a?.release();
    b?.release();
  });

  it('refuses a second server, and takes it after the first is gone', () => {
    const path = join(parent, 'twice');
    const first = openDataFolder(path);
    assert.throws(() => openDataFolder(path), FolderInUseError);
    first.release();
    openDataFolder(path).release();
  });

  it("is in nobody's way when its secrets cannot be read", () => {
    const path = join(parent, 'broken');
    mkdirSync(join(path, 'secrets.json'), { recursive: true });
    assert.throws(() => openDataFolder(path), /EISDIR/);
    assert.equal(readdirSync(path).includes('server.lock'), false);
  });
});

describe('isNetworkFileSystem', () => {
  it('knows NFS and SMB from ext4, overlay, btrfs, xfs, tmpfs and APFS', () => {
    assert.deepEqual([0x6969, 0xff534d42, 0xfe534d42].map(isNetworkFileSystem), [true, true, true]);
    const local = [0xef53, 0x794c7630, 0x9123683e, 0x58465342, 0x01021994, 0x1a];
    assert.deepEqual(
      local.map(isNetworkFileSystem),
      local.map(() => false),
    );
  });
});
