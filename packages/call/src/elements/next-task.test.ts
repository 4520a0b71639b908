import { expect } from '@open-wc/testing';
import { nextTask } from './next-task.js';

describe('the next task', () => {
  it('comes after everything that promises still have to do', async () => {
    const done: string[] = [];
    const next = nextTask().then(() => done.push('next'));
    let chain = Promise.resolve();
    for (let hop = 0; hop < 50; hop++) chain = chain.then(() => void done.push(String(hop)));
    await next;
    expect(done).to.have.length(51);
    expect(done.at(-1)).to.equal('next');
  });

  it('comes once for each who asks', async () => {
    const come: number[] = [];
    await Promise.all([1, 2].map((one) => nextTask().then(() => come.push(one))));
    expect(come).to.deep.equal([1, 2]);
  });
});
