import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Library } from './library.js';

/** Who hears of a commit. */
export function afterCommitTests(library: Library): void {
  describe('after a commit', () => {
    it('calls back once it is readable, in order', async () => {
      const heard: string[] = [];
      const found = new Promise<number>((resolve) => {
        void library.db.tx(async (q) => {
          q.afterCommit(() => heard.push('first'));
          q.afterCommit(() => {
            heard.push('second');
            resolve(library.books().then((rows) => rows.length));
          });
          await q.run("insert into book (id) values ('a')");
        });
      });
      assert.equal(await found, 1);
      assert.deepEqual(heard, ['first', 'second']);
    });

    it('rings each topic once', async () => {
      const heard: string[][] = [];
      const stop = library.db.onRing((topics) => heard.push([...topics]));
      await library.db.tx(async (q) => {
        for (const topic of ['x', 'y', 'x']) q.ring(topic);
        await q.run("insert into book (id) values ('a')");
      });
      stop();
      assert.deepEqual(heard.flat().sort(), ['x', 'y']);
    });

    it('keeps silent for a transaction that failed, alone or among others', async () => {
      const heard: string[] = [];
      const stop = library.db.onRing((topics) => heard.push(...topics));
      const fail = (topic: string) =>
        library.db.tx(async (q) => {
          q.ring(topic);
          q.afterCommit(() => heard.push(topic));
          throw new Error(topic);
        });
      await Promise.allSettled([fail('lost'), library.db.tx(async (q) => q.ring('kept')), fail('lost too')]);
      await Promise.allSettled([fail('alone')]);
      stop();
      assert.deepEqual(heard, ['kept']);
    });

    it('rings nobody who stopped listening', async () => {
      const heard: string[] = [];
      const stop = library.db.onRing((topics) => heard.push(...topics));
      stop();
      stop();
      await library.db.tx(async (q) => q.ring('x'));
      assert.deepEqual(heard, []);
    });
  });
}
