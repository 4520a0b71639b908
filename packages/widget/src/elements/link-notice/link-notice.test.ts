import { expect, html } from '@open-wc/testing';
import { FakeLinkServer } from '../../testing/fake-link-server.js';
import { fixtureNow } from '../../testing/link-fixtures.js';
import type { LinkWorldOptions } from '../../testing/link-world.js';
import { mountLink, wordsOf } from '../../testing/mount-link.js';
import type { CcCallBack } from '../call-back/call-back.js';
import { CcLinkNotice } from './link-notice.js';

const setup = (options: LinkWorldOptions) =>
  mountLink<CcLinkNotice>(CcLinkNotice, html`<cc-link-notice></cc-link-notice>`, options);

describe('cc-link-notice', () => {
  for (const [state, heading] of [
    ['used', 'This link has already been used'],
    ['expired', 'This link has expired'],
    ['in-use', 'This link is in use in another browser'],
    ['not-open', 'This link is not open yet'],
  ] as const)
    it(`says "${heading}", and what to do next`, async () => {
      const notice = await setup({ view: { state, opensAt: fixtureNow + 86_400_000 } });
      expect(notice.heading()).to.equal(heading);
      expect(notice.root.querySelectorAll('p').length).to.be.at.least(2);
      await expect(notice.element).to.be.accessible();
    }).timeout(30_000);

  for (const [state, key] of [
    ['used', 'used'],
    ['expired', 'expired'],
    ['not-open', 'notOpen'],
  ] as const)
    it(`says what the company wants to be said of a link that is ${state}, and ours after it`, async () => {
      const texts = { en: { [key]: 'Write to service@nordlicht.example.' } };
      const notice = await setup({ view: { state, texts, opensAt: fixtureNow + 86_400_000 } });
      const [own, why] = [...notice.root.querySelectorAll('p')].map(wordsOf);
      expect(own).to.equal('Write to service@nordlicht.example.');
      expect(why).to.have.length.above(10);
    });

  it('says the same of every link the server does not know, and no code (T2)', async () => {
    const refused = async (code: 'link_unavailable' | 'not_found') => {
      const server = new FakeLinkServer();
      server.refuse.set('join', code);
      return wordsOf((await setup({ server })).root.querySelector('.column'));
    };
    const words = await refused('link_unavailable');
    expect(words).to.contain('This link is not available');
    expect(words).not.to.contain('Code');
    expect(await refused('not_found')).to.equal(words);
  });

  for (const [state, words] of [
    ['used', ['Ask for a new link', 'Call me back']],
    ['expired', ['Ask for a new link', 'Call me back']],
    ['in-use', ['Ask for a new link', 'Call me back']],
    ['not-open', ['Call me back']],
  ] as const)
    it(`offers a way on with a link that is ${state}: ${words.join(', ')}`, async () => {
      const notice = await setup({ view: { state, opensAt: fixtureNow + 86_400_000 } });
      await customElements.whenDefined('cc-call-back');
      const offer = notice.root.querySelector<CcCallBack>('cc-call-back')!;
      await offer.updateComplete;
      expect([...offer.renderRoot.querySelectorAll('button')].map(wordsOf)).to.deep.equal(words);
    });

  it('offers nothing with a link that is not known', async () => {
    const server = new FakeLinkServer();
    server.refuse.set('join', 'link_unavailable');
    const notice = await setup({ server });
    expect(notice.root.querySelector('cc-call-back, button')).to.equal(null);
  });

  it('says that it is closed outside its hours, and when it is open again', async () => {
    const opensAt = Date.UTC(2027, 0, 4, 8);
    const notice = await setup({ view: { state: 'not-open', outsideHours: true, opensAt } });
    expect(notice.heading()).to.equal('We are closed just now');
    expect(wordsOf(notice.root)).to.match(/We are there again .*Jan.*:00/);
    await expect(notice.element).to.be.accessible();
  });

  it('says the time where the company is, to who is elsewhere (E-19)', async () => {
    const view = { state: 'not-open', opensAt: Date.UTC(2027, 0, 4, 8) } as const;
    const away = await setup({ view: { ...view, timeZone: 'Pacific/Kiritimati' } });
    expect(wordsOf(away.root)).to.match(/That is .*22:00|10:00.* in Pacific\/Kiritimati/);
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    expect(wordsOf((await setup({ view: { ...view, timeZone } })).root)).not.to.contain('That is');
  });

  it('hands out the appointment as a calendar file', async () => {
    const opensAt = Date.UTC(2027, 0, 4, 8);
    const notice = await setup({ view: { state: 'not-open', opensAt, expiresAt: opensAt + 3_600_000 } });
    const saved = new Promise<HTMLAnchorElement>((resolve) => {
      const before = HTMLAnchorElement.prototype.click;
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        HTMLAnchorElement.prototype.click = before;
        resolve(this);
      };
    });
    notice.button('Add to calendar').click();
    const link = await saved;
    expect(link.download).to.equal('call.ics');
    expect(await (await fetch(link.href)).text()).to.contain('SUMMARY:Call with Nordlicht Energie');
  });

  it('names the moment a link expired in the reader’s zone', async () => {
    const notice = await setup({ view: { state: 'expired', expiresAt: Date.UTC(2026, 10, 24, 12, 0) } });
    expect(wordsOf(notice.root)).to.match(/It was valid until .*Nov.*\d{1,2}:00/);
  });

  it('looks again when the service was not reached, with a code to tell whoever helps', async () => {
    const server = new FakeLinkServer();
    server.refuse.set('join', 'rate_limited');
    const notice = await setup({ server });
    expect(notice.heading()).to.equal('We cannot reach the service');
    expect(wordsOf(notice.root)).to.contain('Code: rate_limited');
    notice.button('Try again').click();
    await notice.until(({ session }) => session.snapshot.view !== null);
    expect(notice.requests).to.deep.equal(['cc-retry-request']);
    expect(notice.heading(), 'nothing to say any more').to.equal(undefined);
  });

  it('looks again only when nobody cancels', async () => {
    const notice = await setup({ view: { state: 'in-use' } });
    notice.provider.addEventListener('cc-retry-request', (event) => event.preventDefault());
    notice.button('Try again').click();
    expect(notice.world.session.snapshot.pending).to.equal(null);
  });

  it('counts down the last hour before a link opens', async () => {
    const notice = await setup({ view: { state: 'not-open', opensAt: fixtureNow + 125_000 } });
    expect(wordsOf(notice.root.querySelector('[role=timer]'))).to.match(/^Opens in [12]:\d\d$/);
  });

  it('counts down no days', async () => {
    const notice = await setup({ view: { state: 'not-open', opensAt: fixtureNow + 86_400_000 } });
    expect(notice.root.querySelector('[role=timer]')).to.equal(null);
  });

  it('brings a call back from another tab (E-14)', async () => {
    const notice = await setup({ call: { state: 'active' }, tabs: 'notice' });
    const other = await setup({ call: { state: 'active' }, tabs: 'notice' });
    await notice.until(({ session }) => session.snapshot.moved);
    expect(notice.heading()).to.equal('Your call goes on in another tab');
    notice.button('Continue here').click();
    await notice.until(({ session }) => session.snapshot.call !== null && !session.snapshot.moved);
    await other.until(({ session }) => session.snapshot.moved);
  });

  it('shows nothing while the link can be used', async () => {
    expect((await setup({})).heading()).to.equal(undefined);
  });
});
