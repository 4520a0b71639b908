import { expect, fixture, html } from '@open-wc/testing';
import { CcCaptions } from '../captions/captions.js';
import { define } from '../element.js';
import { CcProvider } from '../provider/provider.js';
import { FakeCall } from '../testing/fake-call.js';
import { adapterFor, FakeHostSession } from '../testing/fake-host-session.js';
import { CcCaptionSettings } from './caption-settings.js';

/** The settings beside the captions of a live call, both in one place to keep things. */
async function setup(first: string | null = null) {
  define(CcProvider, CcCaptions, CcCaptionSettings);
  const call = new FakeCall().withCaptions();
  let kept = first;
  const storage = { getItem: () => kept, setItem: (_: string, value: string) => void (kept = value) };
  const provider = await fixture<CcProvider>(html`
    <cc-provider .adapter=${adapterFor(new FakeHostSession(call.session))}>
      <cc-captions .storage=${storage}></cc-captions>
      <cc-caption-settings .storage=${storage}></cc-caption-settings>
    </cc-provider>
  `);
  const captions = provider.querySelector('cc-captions') as CcCaptions;
  const element = provider.querySelector('cc-caption-settings') as CcCaptionSettings;
  const settle = () => Promise.all([captions.updateComplete, element.updateComplete]);
  await settle();
  const show = element.renderRoot.querySelector('input') as HTMLInputElement;
  const choose = async (index: number, option: number) => {
    const select = element.renderRoot.querySelectorAll('select')[index] as HTMLSelectElement;
    select.selectedIndex = option;
    select.dispatchEvent(new Event('change'));
    await settle();
  };
  const looks = () =>
    [captions, element].map((one) => ({ ...one.renderRoot.querySelector<HTMLElement>('.lines')?.dataset }));
  return { call, captions, element, show, choose, looks, settle, kept: () => JSON.parse(kept ?? 'null') as unknown };
}

describe('cc-caption-settings', () => {
  it('turns captions on in the live call at once, and off', async () => {
    const { call, captions, element, show, settle } = await setup();
    await expect(element).to.be.accessible();
    expect([show.checked, captions.hasAttribute('on')]).to.eql([false, false]);
    show.click();
    await settle();
    await captions.updateComplete;
    expect([call.captions.snapshot.on, captions.hasAttribute('on')]).to.eql([true, true]);
    show.click();
    expect(call.captions.snapshot.on).to.equal(false);
  });

  it('follows what is turned on at the captions themselves', async () => {
    const { captions, show, settle } = await setup();
    captions.renderRoot.querySelector<HTMLElement>('.tools button')?.click();
    await settle();
    expect(show.checked).to.equal(true);
  });

  it('changes size, colours and place at once, shows them, and keeps them for the next call', async () => {
    const { captions, element, show, choose, looks, kept } = await setup();
    show.click();
    await choose(0, 1);
    await choose(1, 1);
    await choose(2, 1);
    expect(looks()).to.eql([
      { size: '150', colours: 'light' },
      { size: '150', colours: 'light' },
    ]);
    expect(captions.getAttribute('place')).to.equal('top');
    expect(kept()).to.eql({ on: true, size: 150, colours: 'light', place: 'top' });
    await expect(element).to.be.accessible();
  });

  it('has captions on in the next call by themselves where they were wanted', async () => {
    const { call, show, looks } = await setup('{"on":true,"size":200}');
    expect([call.captions.snapshot.on, show.checked]).to.eql([true, true]);
    expect(looks()[0]).to.eql({ size: '200', colours: 'dark' });
  });
});
