import { expect } from '@open-wc/testing';
import { TabMemory } from './tab-memory.js';

describe("a tab's memory", () => {
  it('outlives a reload and forgets when it is told to', () => {
    new TabMemory('test-memory').led = true;
    expect(new TabMemory('test-memory').led).to.equal(true);
    expect(new TabMemory('test-memory-of-another-agent').led).to.equal(false);
    new TabMemory('test-memory').led = false;
    expect(new TabMemory('test-memory').led).to.equal(false);
  });

  it('is empty where storage is blocked', () => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    const memory = new TabMemory('test', { getItem: blocked, setItem: blocked, removeItem: blocked });
    memory.led = true;
    memory.led = false;
    expect(memory.led).to.equal(false);
    expect(new TabMemory('test', null).led).to.equal(false);
  });
});
