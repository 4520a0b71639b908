import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ShortcutName } from '../../session/shortcut-choice.js';
import { Shortcuts } from '../../session/shortcuts.js';
import { define } from '../element.js';
import { CcProvider } from '../provider/provider.js';
import { wordsOf } from '../testing/call-fixture.js';
import { adapterFor, FakeHostSession } from '../testing/fake-host-session.js';
import { CcShortcutSettings } from './shortcut-settings.js';

/** The settings under a provider whose person has shortcuts, or none. */
async function setup({ has = true, mac = false } = {}) {
  define(CcProvider, CcShortcutSettings);
  const shortcuts = new Shortcuts({ load: async () => null, save: async () => undefined });
  const session = new FakeHostSession();
  if (has) session.shortcuts = shortcuts;
  const provider = await fixture<CcProvider>(html`
    <cc-provider .adapter=${adapterFor(session)}><cc-shortcut-settings .mac=${mac}></cc-shortcut-settings></cc-provider>
  `);
  const element = provider.querySelector('cc-shortcut-settings') as CcShortcutSettings;
  await element.updateComplete;
  const root = element.renderRoot as ShadowRoot;
  const button = (name: ShortcutName) => root.querySelector<HTMLButtonElement>(`#keys-${name}`) as HTMLButtonElement;
  const on = (name: ShortcutName) =>
    button(name).closest('li')?.querySelector<HTMLInputElement>('input') as HTMLInputElement;
  const press = async (keys: string) => {
    await sendKeys({ press: keys });
    await element.updateComplete;
  };
  /** Holds modifiers while a key is pressed. */
  const chord = async (...keys: readonly string[]) => {
    const last = keys.at(-1) ?? '';
    for (const key of keys.slice(0, -1)) await sendKeys({ down: key });
    await press(last);
    for (const key of keys.slice(0, -1)) await sendKeys({ up: key });
    await element.updateComplete;
  };
  const record = async (name: ShortcutName) => {
    button(name).focus();
    await press('Enter');
  };
  const said = () => wordsOf(root.querySelector('[role=status]') as Element);
  const problem = () => root.querySelector('[role=alert]');
  return { shortcuts, element, root, button, on, press, chord, record, said, problem };
}

describe('cc-shortcut-settings', () => {
  it('shows every shortcut with its keys (KEY-4)', async () => {
    const { element, root } = await setup();
    const rows = [...root.querySelectorAll('li')].map((row) => [
      wordsOf(row.querySelector('.name') as Element),
      wordsOf(row.querySelector('button') as Element),
    ]);
    expect(rows).to.eql([
      ['Mute or unmute', 'Ctrl+M'],
      ['Camera on or off', 'Ctrl+V'],
      ['Share screen or stop', 'Ctrl+S'],
      ['Go to a ringing call', 'Alt+Shift+A'],
    ]);
    expect([...root.querySelectorAll('kbd')].slice(0, 2).map((key) => key.textContent)).to.eql(['Ctrl', 'M']);
    await expect(element).to.be.accessible();
  });

  it('writes them as a Mac does, and says them in words', async () => {
    const { button } = await setup({ mac: true });
    expect(wordsOf(button('mute'))).to.equal('⌃M');
    expect(button('mute').ariaLabel).to.equal('Control M: change the keys of “Mute or unmute”');
  });

  it('is nothing where the person has none', async () => {
    const { root } = await setup({ has: false });
    expect(root.textContent?.trim()).to.equal('');
  });

  it('leaves out what the page takes away', async () => {
    const { element, shortcuts, root } = await setup();
    shortcuts.offer({ mute: null, camera: null, share: null });
    await element.updateComplete;
    expect([...root.querySelectorAll('.name')].map(wordsOf)).to.eql(['Go to a ringing call']);
    shortcuts.offer({ incoming: null });
    await element.updateComplete;
    expect(root.textContent?.trim()).to.equal('');
  });

  it('takes the keys that are pressed, by keyboard alone, and says them', async () => {
    const { shortcuts, root, button, record, chord, said, element } = await setup();
    await record('mute');
    expect(wordsOf(button('mute'))).to.equal('Press keys…');
    expect(said()).to.equal('Press the new keys. Escape leaves them as they are.');
    await expect(element).to.be.accessible();
    await chord('Alt', 'Shift', 'k');
    expect(shortcuts.live('mute')).to.equal('Alt+Shift+K');
    expect(wordsOf(button('mute'))).to.equal('Alt+Shift+K');
    expect(said()).to.equal('“Mute or unmute”: Alt+Shift+K');
    expect(root.activeElement).to.equal(button('mute'));
  });

  it('does nothing else with the keys that it takes', async () => {
    const { shortcuts, record, chord } = await setup();
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(event.key);
    await record('mute');
    document.addEventListener('keydown', listen);
    await chord('Control', 's');
    await chord('Alt', 'k');
    document.removeEventListener('keydown', listen);
    expect(heard).to.eql([]);
    expect(shortcuts.live('mute')).to.equal('Alt+K');
  });

  it('leaves them as they are on Escape, on a second press of the button and when the focus goes on', async () => {
    const { shortcuts, root, button, on, record, press, element } = await setup();
    for (const leave of [() => press('Escape'), async () => button('mute').click(), () => press('Tab')]) {
      await record('mute');
      await leave();
      await element.updateComplete;
      expect(wordsOf(button('mute'))).to.equal('Ctrl+M');
    }
    expect(root.activeElement, 'nobody is caught').to.equal(on('mute'));
    expect(shortcuts.live('mute')).to.equal('Ctrl+M');
  });

  for (const [title, keys, why] of [
    ['another shortcut has', ['Control', 's'], 'Ctrl+S is in use for “Share screen or stop”. Take other keys.'],
    [
      'the browser keeps',
      ['Control', 'Shift', 'j'],
      'Ctrl+Shift+J belongs to the browser or the system. Take other keys.',
    ],
    ['are a letter alone', ['k'], 'Hold one of these as well: Ctrl, Alt.'],
    ['are a letter with Shift', ['Shift', 'k'], 'Hold one of these as well: Ctrl, Alt.'],
    ['are none of a shortcut', ['Control', 'Enter'], 'Take a letter, a digit or a function key.'],
  ] as const)
    it(`refuses keys that ${title}, says why at the field and waits for others`, async () => {
      const { shortcuts, button, record, chord, problem, element } = await setup();
      await record('mute');
      await chord(...keys);
      expect(wordsOf(problem() as Element)).to.equal(why);
      expect(button('mute').getAttribute('aria-describedby')).to.equal(problem()?.id);
      expect(shortcuts.live('mute')).to.equal('Ctrl+M');
      await expect(element).to.be.accessible();
      await chord('Alt', 'k');
      expect([shortcuts.live('mute'), problem()]).to.eql(['Alt+K', null]);
    });

  it('switches one off and on again with its keys (WCAG 2.1.4)', async () => {
    const { shortcuts, on, element } = await setup();
    expect(on('mute').ariaLabel).to.equal('“Mute or unmute” by keys');
    on('mute').click();
    await element.updateComplete;
    expect([shortcuts.live('mute'), on('mute').checked]).to.eql(['', false]);
    on('mute').click();
    expect(shortcuts.live('mute')).to.equal('Ctrl+M');
  });

  it('switches all of them off, and leaves nothing to change until they are on', async () => {
    const { shortcuts, root, button, element } = await setup();
    const all = root.querySelector<HTMLInputElement>('.all input') as HTMLInputElement;
    all.click();
    await element.updateComplete;
    expect([shortcuts.live('mute'), button('mute').matches(':disabled')]).to.eql(['', true]);
    await expect(element).to.be.accessible();
    all.click();
    await element.updateComplete;
    expect([shortcuts.live('mute'), button('mute').matches(':disabled')]).to.eql(['Ctrl+M', false]);
  });

  it('has no switch for what has no keys, until it is given some', async () => {
    const { shortcuts, button, on, record, chord, element } = await setup();
    shortcuts.offer({ share: '' });
    await element.updateComplete;
    expect([wordsOf(button('share')), on('share').disabled]).to.eql(['No keys', true]);
    await record('share');
    await chord('Alt', 's');
    expect([shortcuts.live('share'), on('share').disabled, on('share').checked]).to.eql(['Alt+S', false, true]);
  });

  it('goes back to what they were at first, and says so', async () => {
    const { shortcuts, root, said, element } = await setup();
    shortcuts.choose('mute', 'Alt+K');
    shortcuts.turn('camera', false);
    await element.updateComplete;
    root.querySelector<HTMLElement>('.reset')?.click();
    await element.updateComplete;
    expect([shortcuts.live('mute'), shortcuts.live('camera')]).to.eql(['Ctrl+M', 'Ctrl+V']);
    expect(said()).to.equal('All shortcuts are as they were at first.');
  });

  it('shows what has changed while it was off the page', async () => {
    const { shortcuts, element, button } = await setup();
    const provider = element.parentElement;
    element.remove();
    shortcuts.choose('mute', 'Alt+K');
    provider?.append(element);
    await element.updateComplete;
    expect(wordsOf(button('mute'))).to.equal('Alt+K');
  });
});
