import { expect, fixture, html } from '@open-wc/testing';
import { define } from '../element.js';
import { CcProvider } from '../provider/provider.js';
import { FakeCall } from '../testing/fake-call.js';
import { adapterFor, FakeHostSession } from '../testing/fake-host-session.js';
import { CcCaptions } from './captions.js';

/** Captions of a live call, with or without a source. */
async function setup({ source = true } = {}) {
  define(CcProvider, CcCaptions);
  const call = source ? new FakeCall().withCaptions() : new FakeCall();
  let kept: string | null = null;
  const storage = { getItem: () => kept, setItem: (_: string, value: string) => void (kept = value) };
  const session = new FakeHostSession(call.session);
  const provider = await fixture<CcProvider>(html`
    <cc-provider .adapter=${adapterFor(session)}><cc-captions .storage=${storage}></cc-captions></cc-provider>
  `);
  const element = provider.querySelector('cc-captions') as CcCaptions;
  await element.updateComplete;
  const root = element.renderRoot;
  const button = (name: string) => root.querySelector<HTMLButtonElement>(`button[aria-label='${name}']`);
  const lines = () =>
    [...root.querySelectorAll('.lines p')].map((line) => (line.textContent ?? '').replace(/\s+/g, ' ').trim());
  const say = async (text: string, id = text, final = true) => {
    call.say({ id, speaker: 'remote', text, final });
    await element.updateComplete;
  };
  const turnOn = async () => {
    button('Turn captions on')?.click();
    await element.updateComplete;
  };
  return { call, element, root, button, lines, say, turnOn, kept: () => kept };
}

describe('cc-captions', () => {
  it('takes no room where there is no source', async () => {
    const { element, root } = await setup({ source: false });
    expect(element.hasAttribute('available')).to.equal(false);
    expect(root.textContent?.trim()).to.equal('');
  });

  it('is off until somebody turns it on, and says what it waits for', async () => {
    const { element, lines, turnOn, button } = await setup();
    expect(lines()).to.eql([]);
    await turnOn();
    expect(lines()).to.eql(['What is said appears here.']);
    expect(button('Turn captions off')?.ariaPressed).to.equal('true');
    await expect(element).to.be.accessible();
  });

  it('shows the last lines with who said them, and what may still change as such', async () => {
    const { element, lines, say, turnOn, root } = await setup();
    await turnOn();
    for (const text of ['one', 'two', 'three']) await say(text);
    await say('fou', 'four', false);
    expect(lines()).to.eql(['Ana Kovač: two', 'Ana Kovač: three', 'Ana Kovač: fou']);
    expect(root.querySelectorAll('.unsure')).to.have.length(1);
    await say('four', 'four');
    expect(lines().at(-1)).to.equal('Ana Kovač: four');
    await expect(element).to.be.accessible();
  });

  it('shows text as text, whatever an engine says', async () => {
    const { root, say, turnOn } = await setup();
    await turnOn();
    await say('<img src=x onerror=alert(1)>');
    expect(root.querySelector('img')).to.equal(null);
  });

  it('is not read out by itself: whoever hears the page hears the call', async () => {
    const { root, turnOn } = await setup();
    await turnOn();
    expect(root.querySelector('[aria-live], [role=log], [role=status]')).to.equal(null);
  });

  it('keeps size, colours and place for the next call', async () => {
    const { element, root, button, turnOn, kept } = await setup();
    await turnOn();
    button('Caption settings')?.click();
    await element.updateComplete;
    const [size, look, place] = root.querySelectorAll('select');
    for (const [select, index] of [
      [size, 2],
      [look, 2],
      [place, 1],
    ] as const) {
      if (!select) continue;
      select.selectedIndex = index;
      select.dispatchEvent(new Event('change'));
    }
    await element.updateComplete;
    expect(JSON.parse(kept() ?? '')).to.eql({ on: true, size: 200, colours: 'yellow', place: 'top' });
    const shown = root.querySelector<HTMLElement>('.lines');
    expect([shown?.dataset['size'], shown?.dataset['colours'], element.getAttribute('place')]).to.eql([
      '200',
      'yellow',
      'top',
    ]);
    await expect(element).to.be.accessible();
  });

  it('closes its settings by Escape, back on their button', async () => {
    const { element, root, button, turnOn } = await setup();
    await turnOn();
    button('Caption settings')?.click();
    await element.updateComplete;
    root.querySelector('.settings')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await element.updateComplete;
    expect(root.querySelector('.settings')).to.equal(null);
    expect((root as ShadowRoot).activeElement).to.equal(button('Caption settings'));
  });

  it('ends with the call', async () => {
    const { call, element, turnOn } = await setup();
    await turnOn();
    call.set({ phase: 'ended' });
    await element.updateComplete;
    expect(element.hasAttribute('available')).to.equal(false);
  });
});
