import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { afterCommitTests } from './conformance/after-commit.js';
import { concurrencyTests } from './conformance/concurrency.js';
import { constraintTests } from './conformance/constraints.js';
import { Library } from './conformance/library.js';
import { transactionTests } from './conformance/transactions.js';
import { valueTests } from './conformance/values.js';
import type { Database } from './database.js';

/** What every database adapter has to do, as tests. `open` gives an empty database each time. */
export function databaseConformance(name: string, open: () => Promise<Database>): void {
  describe(`a database on ${name}`, () => {
    const library = new Library();
    before(async () => library.open(await open()));
    beforeEach(() => library.clear());
    after(() => library.db.close());

    transactionTests(library);
    concurrencyTests(library);
    valueTests(library);
    constraintTests(library);
    afterCommitTests(library);

    it('is closed for good, and closing twice is fine', async () => {
      const db = await open();
      await db.close();
      await db.close();
      await assert.rejects(
        db.tx(async () => undefined),
        /closed/,
      );
      await assert.rejects(
        db.read(async () => undefined),
        /closed/,
      );
    });
  });
}
