import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { powerCutRound, withoutPowerCut } from './testing/power-cut-round.js';
import { createTemporaryFolder, removeTemporaryFolder } from './testing/temporary-folder.js';

const folder = createTemporaryFolder();
const skip = await withoutPowerCut(folder);

describe('what a server has answered', () => {
  after(() => removeTemporaryFolder(folder));

  it('is there after a power cut in the middle of a load, three times', { skip }, async () => {
    for (const links of [20, 60, 120]) {
      const { acknowledged, lost } = await powerCutRound(folder, links);
      assert.ok(acknowledged >= links);
      assert.equal(lost, 0);
    }
  });
});
