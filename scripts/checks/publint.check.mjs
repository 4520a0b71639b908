import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { packageFolder, packageNames } from '../lib/paths.mjs';

describe('packages as they would be published', () => {
  for (const name of packageNames) {
    it(name, async () => {
      const pkgDir = packageFolder(name);
      const { messages } = await publint({ pkgDir, strict: true, pack: 'npm' });
      const pkg = JSON.parse(readFileSync(join(pkgDir, 'package.json'), 'utf8'));
      assert.deepEqual(
        messages.map((message) => formatMessage(message, pkg, { color: false })),
        [],
      );
    });
  }
});
