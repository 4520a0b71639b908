import { define } from '@carillon/call';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../elements/localize/register-languages.js';
import { CcCallLink } from '../elements/call-link/call-link.js';
import { testLogo, testPictureUrl } from '../testing/brand-pictures.js';
import { joinView } from '../testing/link-fixtures.js';
import { wordsOf } from '../testing/mount-link.js';
import { previewAdapter } from './preview-adapter.js';

const pictureUrl = testPictureUrl;

async function setup() {
  define(CcCallLink);
  const adapter = previewAdapter({ view: joinView(), pictureUrl });
  const asked: string[] = [];
  const { mediaDevices } = navigator;
  const original = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = (constraints) => {
    asked.push(JSON.stringify(constraints));
    return original(constraints);
  };
  const element = await fixture<CcCallLink>(html`<cc-call-link .adapter=${adapter}></cc-call-link>`);
  const screen = () => element.shadowRoot!.querySelector<LitElement>('.shown')?.renderRoot;
  const shows = (words: string) => waitUntil(() => wordsOf(screen()).includes(words), `shows ${words}`);
  return { adapter, element, screen, shows, asked, done: () => (mediaDevices.getUserMedia = original) };
}

describe('the preview of a link', () => {
  it('shows the real screens, and follows what changes', async () => {
    const { adapter, screen, shows, done } = await setup();
    await shows('Nordlicht Energie');
    const heading = screen()?.querySelector('h1');
    const brand = { name: 'Zitrone', color: '#ffd400', welcome: 'Guten Tag', logo: testLogo };
    adapter.show({ view: joinView({ brand: { ...brand, name: 'Zwischendurch' } }), pictureUrl });
    adapter.show({ view: joinView({ brand, media: 'audio' }), pictureUrl });
    await shows('Zitrone');
    expect(screen()?.querySelector('h1'), 'what stays is not made anew').to.equal(heading);
    expect(screen()?.querySelector('img')?.src).to.equal(pictureUrl(testLogo));
    expect(wordsOf(screen())).to.contain('Guten Tag').and.not.contain('Start video call');
    done();
  });

  it('asks for no device and starts nothing, whatever is pressed', async () => {
    const { screen, shows, asked, done } = await setup();
    await shows('Start audio call');
    for (const button of screen()!.querySelectorAll('button')) button.click();
    await shows('Start audio call');
    expect(asked).to.deep.equal([]);
    expect(localStorage.length).to.equal(0);
    done();
  });
});
