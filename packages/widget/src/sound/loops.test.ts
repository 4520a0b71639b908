import { expect } from '@open-wc/testing';
import { musicLoop } from './music-loop.js';
import { ringingLoop } from './ringing-loop.js';

const rate = 8_000;
const loudest = (samples: Float32Array) => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
const between = (samples: Float32Array, from: number, to: number) =>
  loudest(samples.slice(Math.round(from * rate), Math.round(to * rate)));

describe('the ringing tone', () => {
  it('is one second of tone and four of silence (ETSI TR 101 041-2)', () => {
    const samples = ringingLoop(rate);
    expect(samples.length / rate).to.equal(5);
    expect(between(samples, 0.1, 0.9)).to.be.closeTo(0.05, 0.001);
    expect(between(samples, 1, 5)).to.equal(0);
  });

  it('is of 425 hertz', () => {
    const samples = ringingLoop(rate).slice(0, rate);
    let crossings = 0;
    for (let i = 1; i < samples.length; i++) if ((samples[i - 1] ?? 0) < 0 && (samples[i] ?? 0) >= 0) crossings++;
    expect(crossings).to.be.closeTo(425, 1);
  });
});

describe('the waiting music', () => {
  it('is heard all the time, softly and without clipping', () => {
    const samples = musicLoop(rate);
    expect(samples.length / rate).to.be.closeTo(9.6, 0.01);
    for (let second = 0; second + 1 < samples.length / rate; second++)
      expect(between(samples, second, second + 1)).to.be.greaterThan(0.01);
    expect(loudest(samples)).to.be.lessThan(0.2);
  });

  it('has no seam: the end goes on at the beginning', () => {
    const samples = musicLoop(rate);
    const largest = samples.reduce(
      (most, sample, i) => Math.max(most, Math.abs(sample - (samples[i - 1] ?? sample))),
      0,
    );
    expect(Math.abs((samples[0] ?? 0) - (samples.at(-1) ?? 0))).to.be.lessThan(largest);
    expect(between(samples, 0, 0.005)).to.be.greaterThan(0);
  });

  it('is the same at every rate', () => {
    expect(musicLoop(48_000).length / 48_000).to.be.closeTo(musicLoop(rate).length / rate, 0.001);
  });
});
