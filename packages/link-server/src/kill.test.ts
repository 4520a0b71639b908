import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { killRound } from './testing/kill-round.js';
import { createTemporaryFolder, removeTemporaryFolder } from './testing/temporary-folder.js';

describe('what a server has answered', () => {
  const folder = createTemporaryFolder();
  after(() => removeTemporaryFolder(folder));

  it('is there after kill -9 in the middle of a load, three times', async () => {
    for (const links of [20, 100, 300]) {
      const { acknowledged, lost } = await killRound(folder, links);
      assert.ok(acknowledged >= links);
      assert.equal(lost, 0);
    }
  });
});
