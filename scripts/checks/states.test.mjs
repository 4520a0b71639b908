import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { elementPackages, packageFolder } from '../lib/paths.mjs';
import { elementFiles } from './elements.mjs';

describe('every element has its states (for the gallery, axe and the screenshots)', () => {
  for (const name of elementPackages) {
    it(name, () => {
      const missing = elementFiles(packageFolder(name)).filter(({ states }) => !existsSync(states));
      assert.deepEqual(
        missing.map(({ tag }) => tag),
        [],
      );
    });
  }

  it('knows an element by its tag, and leaves out what shows nothing', () => {
    const folder = packageFolder('contract');
    const found = (code) => elementFiles(folder, (file) => (file.endsWith('index.ts') ? code : ''));
    assert.equal(
      found(`@element('cc-hold-button', CcIcon)\nexport class CcHoldButton {}`)[0].states,
      join(folder, 'src/hold-button.states.ts'),
    );
    assert.deepEqual(found(`@element('cc-provider')\nexport class CcProvider {}`), []);
    assert.deepEqual(found(`/** like \`@element('cc-x')\` */`), []);
  });
});
