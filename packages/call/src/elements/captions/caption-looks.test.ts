import { expect } from '@open-wc/testing';
import { onLook, recallLook, rememberLook, usualLook } from './caption-looks.js';

const storage = (value: string | null = null) => {
  let kept = value;
  return { getItem: () => kept, setItem: (_: string, next: string) => void (kept = next) };
};

describe('the look of captions', () => {
  it('is as usual at first, and without a place to keep it', () => {
    expect(recallLook(storage())).to.eql(usualLook);
    expect(recallLook(null)).to.eql(usualLook);
  });

  it('is kept for the next call', () => {
    const kept = storage();
    rememberLook(kept, { on: true, size: 200, colours: 'yellow', place: 'top' });
    expect(recallLook(kept)).to.eql({ on: true, size: 200, colours: 'yellow', place: 'top' });
  });

  for (const value of [
    'not JSON',
    'null',
    '[]',
    '{"size":7,"colours":"url(x)","place":{}}',
    '{"size":"200","on":"yes"}',
  ])
    it(`is as usual where ${value} was kept`, () => expect(recallLook(storage(value))).to.eql(usualLook));

  it('is told to the page, until that listens no more', () => {
    const told: boolean[] = [];
    const stop = onLook(({ on }) => told.push(on));
    rememberLook(null, { ...usualLook, on: true });
    stop();
    rememberLook(null, usualLook);
    expect(told).to.eql([true]);
  });

  it('is forgotten where nothing may be kept', () => {
    const closed = {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('full');
      },
    };
    rememberLook(closed, usualLook);
    expect(recallLook(closed)).to.eql(usualLook);
  });
});
