import { elementUpdated, expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { Shortcuts } from '../../session/shortcuts.js';
import { FakeCall } from '../testing/fake-call.js';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import { CcSettingsDialog } from './settings-dialog.js';

async function setup({ tabs = 'audio camera', ringer = false } = {}) {
  const all = await callFixture<CcSettingsDialog>(
    CcSettingsDialog,
    html`<cc-settings-dialog tabs=${tabs} ?ringer=${ringer}></cc-settings-dialog>`,
    { phase: 'ended' }, // no call: the devices are the dialog's own
  );
  const { host, root } = all;
  const show = async () => {
    host.open = true;
    await host.updateComplete;
  };
  const tab = (words: string) =>
    [...root.querySelectorAll<HTMLElement>('[role=tab]')].find((one) => wordsOf(one) === words) as HTMLElement;
  const part = (tag: string) => root.querySelector(tag);
  const devices = () => part('cc-device-settings')?.getAttribute('kinds');
  const press = async (key: string) => {
    root.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    await elementUpdated(host);
    await host.updateComplete;
  };
  return { ...all, show, tab, part, devices, press };
}

describe('cc-settings-dialog', () => {
  it('is a dialog with microphone and loudspeaker first (DEV-1)', async () => {
    const { host, root, show, devices, part } = await setup();
    expect(part('cc-device-settings')).to.equal(null);
    await show();
    expect(root.querySelector('dialog')?.open).to.equal(true);
    expect(devices()).to.equal('microphone speaker');
    expect(part('cc-background-settings')).to.equal(null);
    await expect(host).to.be.accessible();
  });

  it('asks where it rings at an agent’s', async () => {
    const { show, devices } = await setup({ ringer: true });
    await show();
    expect(devices()).to.equal('microphone speaker ringer');
  });

  it('has the camera and what stands behind the person on a tab of their own (BGD-1)', async () => {
    const { host, show, tab, devices, part } = await setup();
    await show();
    tab('Camera').click();
    await host.updateComplete;
    expect(devices()).to.equal('camera');
    expect(part('cc-background-settings')).not.to.equal(null);
    expect(tab('Camera').getAttribute('aria-selected')).to.equal('true');
    await expect(host).to.be.accessible();
  });

  it('shows below the camera that is chosen above, and lets go of it', async () => {
    const { host, root, show, part } = await setup({ tabs: 'camera' });
    const media = () => [
      root.querySelector('cc-device-settings')?.media,
      root.querySelector('cc-background-settings')?.media,
    ];
    await show();
    const [chosen, seen] = media();
    expect(chosen).to.be.an('object');
    expect(seen).to.equal(chosen);
    host.open = false;
    await oneEvent(host, 'close');
    await show();
    expect(media()[0], 'devices of its own again').not.to.equal(chosen);
    host.remove();
    expect(part('cc-device-settings')).not.to.equal(null);
  });

  it('works on the devices of a live call', async () => {
    const { host, root } = await callFixture<CcSettingsDialog>(
      CcSettingsDialog,
      html`<cc-settings-dialog></cc-settings-dialog>`,
    );
    host.open = true;
    await host.updateComplete;
    expect(root.querySelector('cc-device-settings')?.media).to.equal(null);
  });

  it('goes from tab to tab by the arrows, with one stop for Tab', async () => {
    const { show, tab, press, root } = await setup();
    await show();
    tab('Sound').focus();
    await press('ArrowRight');
    expect(root.activeElement).to.equal(tab('Camera'));
    expect([tab('Sound').tabIndex, tab('Camera').tabIndex]).to.deep.equal([-1, 0]);
    await press('ArrowRight');
    expect(root.activeElement).to.equal(tab('Sound'));
  });

  it('has no tabs where it has one part', async () => {
    const { host, show, part, devices } = await setup({ tabs: 'camera' });
    await show();
    expect(part('[role=tablist]')).to.equal(null);
    expect(devices()).to.equal('camera');
    await expect(host).to.be.accessible();
  });

  it('has every part where none of those that are asked for exists', async () => {
    const { show, root } = await setup({ tabs: 'nothing' });
    await show();
    expect(root.querySelectorAll('[role=tab]')).to.have.length(2);
  });

  it('has the shortcuts of who has any, and no such tab for who has none (KEY-4)', async () => {
    const { host, session, root, show, tab, part } = await setup({ tabs: 'audio shortcuts' });
    await show();
    expect(part('[role=tablist]'), 'a customer').to.equal(null);
    session.shortcuts = new Shortcuts({ load: async () => null, save: async () => undefined });
    session.tell();
    await host.updateComplete;
    tab('Shortcuts').click();
    await host.updateComplete;
    expect(root.querySelector('cc-shortcut-settings')?.shadowRoot?.querySelectorAll('li')).to.have.length(4);
    await expect(host).to.be.accessible();
    session.shortcuts.offer({ mute: null, camera: null, share: null, incoming: null });
    session.tell();
    await host.updateComplete;
    expect(part('cc-shortcut-settings'), 'a page without shortcuts').to.equal(null);
  });

  it('has captions where the call or the side brings them, and no such tab where nothing does', async () => {
    const { host, session, root, show, tab, part } = await setup({ tabs: 'audio captions' });
    await show();
    expect(part('[role=tablist]'), 'nothing does').to.equal(null);
    session.setCall(new FakeCall().withCaptions().session);
    await host.updateComplete;
    tab('Captions').click();
    await host.updateComplete;
    expect(root.querySelector('cc-caption-settings')).not.to.equal(null);
    await expect(host).to.be.accessible();
    session.captions = () => () => undefined;
    session.setCall(null);
    await host.updateComplete;
    expect(part('cc-caption-settings'), 'between two calls').not.to.equal(null);
    session.setCall(new FakeCall().session);
    await host.updateComplete;
    expect(part('cc-caption-settings'), 'a call without them').to.equal(null);
  });

  it('stays open when Escape leaves keys that are recorded as they are', async () => {
    const { host, session, root, show } = await setup({ tabs: 'shortcuts' });
    session.shortcuts = new Shortcuts({ load: async () => null, save: async () => undefined });
    session.tell();
    await show();
    const settings = root.querySelector('cc-shortcut-settings');
    await settings?.updateComplete;
    settings?.shadowRoot?.querySelector<HTMLElement>('#keys-mute')?.focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Escape' });
    await host.updateComplete;
    expect(root.querySelector('dialog')?.open).to.equal(true);
    const closed = oneEvent(host, 'close');
    await sendKeys({ press: 'Escape' });
    await closed;
  });

  it('stands in its place on the page where the host wants it so', async () => {
    const { host, root, show } = await setup();
    host.inline = true;
    await show();
    expect(root.querySelector('dialog')).to.equal(null);
    await expect(host).to.be.accessible();
    const closed = oneEvent(host, 'close');
    root.querySelector<HTMLElement>('header button')?.click();
    await closed;
    await host.updateComplete;
    expect(root.querySelector('section')).to.equal(null);
  });

  it('closes by its button, by the host and by Escape, says so and lets go of what it tried out', async () => {
    const { host, root, show, part } = await setup();
    for (const close of [
      () => root.querySelector<HTMLElement>('header button')?.click(),
      () => (host.open = false),
      // What Escape does in a dialog.
      () => root.querySelector('dialog')?.close(),
    ]) {
      await show();
      const closed = oneEvent(host, 'close');
      close();
      await closed;
      await host.updateComplete;
      expect([host.open, root.querySelector('dialog')?.open]).to.deep.equal([false, false]);
      expect(part('cc-device-settings')).to.equal(null);
    }
  });
});
