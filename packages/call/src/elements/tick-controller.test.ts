import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { define, element } from './element.js';
import { TickController } from './tick-controller.js';

@element('cc-test-ticker')
class Ticker extends LitElement {
  runs = true;
  renders = 0;

  constructor() {
    super();
    new TickController(this, () => this.runs);
  }

  protected override render() {
    this.renders++;
    return html``;
  }
}
define(Ticker);

/** The window's intervals, run by hand. */
function takeIntervals() {
  const real = { set: window.setInterval, clear: window.clearInterval };
  const running = new Map<number, () => void>();
  let last = 0;
  window.setInterval = ((act: () => void) => (running.set(++last, act), last)) as typeof window.setInterval;
  window.clearInterval = (id) => void running.delete(Number(id));
  return {
    running,
    tick: () => [...running.values()].forEach((act) => act()),
    giveBack: () => Object.assign(window, { setInterval: real.set, clearInterval: real.clear }),
  };
}

describe('TickController', () => {
  let clock: ReturnType<typeof takeIntervals>;
  beforeEach(() => (clock = takeIntervals()));
  afterEach(() => clock.giveBack());

  it('updates its element with every second, by one interval', async () => {
    const host = await fixture<Ticker>(html`<cc-test-ticker></cc-test-ticker>`);
    const before = host.renders;
    for (let second = 1; second <= 3; second++) {
      clock.tick();
      await host.updateComplete;
      expect(host.renders).to.equal(before + second);
    }
    expect(clock.running.size).to.equal(1);
  });

  it('stops when there is nothing to count, and starts again', async () => {
    const host = await fixture<Ticker>(html`<cc-test-ticker></cc-test-ticker>`);
    host.runs = false;
    host.requestUpdate();
    await host.updateComplete;
    expect(clock.running.size).to.equal(0);
    host.runs = true;
    host.requestUpdate();
    await host.updateComplete;
    expect(clock.running.size).to.equal(1);
  });

  it('stops off the page, and goes on when it is back', async () => {
    const host = await fixture<Ticker>(html`<cc-test-ticker></cc-test-ticker>`);
    const parent = host.parentElement as HTMLElement;
    host.remove();
    expect(clock.running.size).to.equal(0);
    parent.append(host);
    await host.updateComplete;
    expect(clock.running.size).to.equal(1);
  });
});
