import { expect, fixture, html } from '@open-wc/testing';
import { ScrollEnd } from './scroll-end.js';

/** A list of 1,000 px in a window of 200. */
async function setup() {
  const list = await fixture<HTMLElement>(html`<div><div></div></div>`);
  const content = list.firstElementChild as HTMLElement;
  Object.assign(list.style, { blockSize: '200px', overflowY: 'scroll' });
  content.style.blockSize = '1000px';
  const end = new ScrollEnd();
  const fromEnd = () => Math.round(list.scrollHeight - list.scrollTop - list.clientHeight);
  end.keep(list, 'a');
  return { list, content, end, fromEnd };
}

describe('the end of a list', () => {
  it('is kept in view while the list grows', async () => {
    const { list, content, end, fromEnd } = await setup();
    expect(fromEnd()).to.equal(0);
    content.style.blockSize = '1200px';
    end.keep(list, 'a');
    expect(fromEnd()).to.equal(0);
  });

  it('is left by who scrolls back, and found again', async () => {
    const { list, end } = await setup();
    list.scrollTop = 100;
    expect([end.look(list), end.atEnd]).to.eql([true, false]);
    list.scrollTop = 790;
    expect([end.look(list), end.atEnd]).to.eql([true, true]);
    expect(end.look(list)).to.equal(false);
  });

  it('is kept when there is less room, whichever is told first, the scrolling or the size', async () => {
    const { list, end, fromEnd } = await setup();
    list.style.blockSize = '120px';
    expect(fromEnd()).to.equal(80);
    expect([end.look(list), end.atEnd, fromEnd()]).to.eql([false, true, 0]);
  });

  it('moves nothing for who reads further up when earlier entries come', async () => {
    const { list, content, end } = await setup();
    list.scrollTop = 300;
    end.look(list);
    end.remember(list);
    content.style.blockSize = '1500px';
    end.keep(list, 'earlier');
    expect(list.scrollTop).to.equal(800);
  });

  it('does nothing without a list', () => {
    const end = new ScrollEnd();
    end.remember(null);
    end.keep(null, undefined);
    expect(end.atEnd).to.equal(true);
  });
});
