import { expect } from '@open-wc/testing';
import { OneEuro } from './one-euro.js';
import { Spring } from './spring.js';

describe('the One-Euro filter', () => {
  const options = { minCutoff: 1.2, beta: 6, speedCutoff: 2 };

  it('takes the first value as it is, and again after a reset', () => {
    const filter = new OneEuro(options);
    expect(filter.step(5, 1 / 30)).to.equal(5);
    filter.step(6, 1 / 30);
    filter.reset();
    expect([filter.step(-3, 1 / 30), filter.speed]).to.deep.equal([-3, 0]);
  });

  it('calms what trembles and follows what moves', () => {
    const filter = new OneEuro(options);
    filter.step(0, 1 / 30);
    const trembling = Array.from({ length: 60 }, (_, i) => filter.step(i % 2 ? 0.002 : -0.002, 1 / 30));
    expect(Math.max(...trembling.slice(10).map(Math.abs))).to.be.lessThan(0.001);
    let value = 0;
    for (let i = 1; i <= 30; i++) value = filter.step(i / 30, 1 / 30);
    expect(value).to.be.greaterThan(0.9);
    expect(filter.speed).to.be.within(0.8, 1.6);
  });
});

describe('a spring', () => {
  it('arrives without passing its target, however long the steps are', () => {
    for (const dt of [1 / 120, 1 / 30, 0.2]) {
      const spring = new Spring(0, 9);
      let last = 0;
      for (let t = 0; t < 2; t += dt) {
        const next = spring.step(1, dt);
        expect(next).to.be.within(last, 1.0001);
        last = next;
      }
      expect(spring.position).to.be.closeTo(1, 0.001);
    }
  });

  it('is never faster than it may be', () => {
    const spring = new Spring(0, 50);
    expect(spring.step(1, 0.1, 2)).to.be.closeTo(0.2, 1e-9);
  });
});
