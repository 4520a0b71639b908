import { expect } from '@open-wc/testing';
import { browserShortcuts } from './browser-shortcuts.js';
import { noChoice, toShortcutChoice, type ShortcutChoice } from './shortcut-choice.js';
import { Shortcuts } from './shortcuts.js';

/** A place to keep shortcuts that a test looks into. */
function place(kept: unknown = null) {
  const saved: ShortcutChoice[] = [];
  return {
    saved,
    load: async () => saved.at(-1) ?? kept,
    save: async (choice: ShortcutChoice) => void saved.push(choice),
  };
}

const live = (shortcuts: Shortcuts) => shortcuts.names.map((name) => shortcuts.live(name));

describe('shortcuts', () => {
  it("are the guide's until somebody changes them (KEY-1, KEY-2, KEY-3)", () =>
    expect(live(new Shortcuts(place()))).to.eql(['Ctrl+M', 'Ctrl+V', 'Ctrl+S', 'Alt+Shift+A']));

  it('take other keys, which are kept for every following call (KEY-4)', async () => {
    const kept = place();
    new Shortcuts(kept).choose('mute', 'Alt+Shift+M');
    const next = new Shortcuts(kept);
    await next.load();
    expect(live(next)).to.eql(['Alt+Shift+M', 'Ctrl+V', 'Ctrl+S', 'Alt+Shift+A']);
  });

  it('are switched off one by one and have their keys when they are on again (KEY-4)', () => {
    const shortcuts = new Shortcuts(place());
    shortcuts.choose('mute', 'Alt+M');
    shortcuts.turn('mute', false);
    shortcuts.turn('mute', false);
    expect([shortcuts.live('mute'), shortcuts.isOn('mute'), shortcuts.keysOf('mute')]).to.eql(['', false, 'Alt+M']);
    shortcuts.turn('mute', true);
    expect(shortcuts.live('mute')).to.equal('Alt+M');
  });

  it('are on again with new keys', () => {
    const shortcuts = new Shortcuts(place());
    shortcuts.turn('mute', false);
    shortcuts.choose('mute', 'Alt+M');
    expect(shortcuts.live('mute')).to.equal('Alt+M');
  });

  it('are switched off together, and on as each was (WCAG 2.1.4)', () => {
    const shortcuts = new Shortcuts(place());
    shortcuts.turn('share', false);
    shortcuts.turnAll(false);
    expect(live(shortcuts)).to.eql(['', '', '', '']);
    shortcuts.turnAll(true);
    expect(live(shortcuts)).to.eql(['Ctrl+M', 'Ctrl+V', '', 'Alt+Shift+A']);
  });

  it("are the page's again after a reset, and stay so", async () => {
    const kept = place();
    const shortcuts = new Shortcuts(kept);
    shortcuts.offer({ mute: 'Ctrl+Alt+M' });
    shortcuts.choose('mute', 'Alt+M');
    shortcuts.turnAll(false);
    shortcuts.reset();
    await shortcuts.load();
    expect(shortcuts.live('mute')).to.equal('Ctrl+Alt+M');
    expect(kept.saved.at(-1)).to.eql(noChoice);
  });

  it("have the page's keys where the person has chosen none, and none where the page has none", () => {
    const shortcuts = new Shortcuts(place());
    shortcuts.choose('camera', 'Alt+K');
    shortcuts.offer({ mute: 'Ctrl+K', camera: 'Ctrl+J', share: '' });
    expect(live(shortcuts)).to.eql(['Ctrl+K', 'Alt+K', '', 'Alt+Shift+A']);
    expect(shortcuts.isOn('share')).to.equal(false);
    shortcuts.choose('share', 'Alt+S');
    expect(shortcuts.live('share')).to.equal('Alt+S');
  });

  it('are away where the page takes them away, whatever was chosen', () => {
    const shortcuts = new Shortcuts(place());
    shortcuts.choose('mute', 'Alt+M');
    shortcuts.offer({ mute: null });
    expect([shortcuts.names, shortcuts.live('mute')]).to.eql([['camera', 'share', 'incoming'], '']);
  });

  it('tell of a change, and of nothing else', () => {
    const shortcuts = new Shortcuts(place());
    let told = 0;
    shortcuts.subscribe(() => told++);
    shortcuts.offer({ mute: 'Ctrl+M' });
    expect(told).to.equal(0);
    shortcuts.offer({ mute: 'Ctrl+K' });
    shortcuts.turnAll(false);
    expect(told).to.equal(2);
  });

  it('hold for this page where they can be neither read nor kept', async () => {
    const broken = { load: () => Promise.reject(new Error('denied')), save: () => Promise.reject(new Error('full')) };
    const shortcuts = new Shortcuts(broken);
    await shortcuts.load();
    shortcuts.choose('mute', 'Alt+M');
    expect(shortcuts.live('mute')).to.equal('Alt+M');
  });
});

describe('kept shortcuts', () => {
  for (const kept of [null, 'text', 7, [], {}, { keys: null, off: 'mute', on: 1 }, { keys: { other: 'Ctrl+M' } }])
    it(`are as usual where ${JSON.stringify(kept)} was kept`, () => expect(toShortcutChoice(kept)).to.eql(noChoice));

  it('leave out what is no shortcut', () =>
    expect(
      toShortcutChoice({
        on: false,
        keys: { mute: 'Alt+Shift+9', camera: '<b>', share: 'F8', incoming: 4 },
        off: ['share', 'x'],
      }),
    ).to.eql({ on: false, keys: { mute: 'Alt+Shift+9', share: 'F8' }, off: ['share'] }));

  it('are in the browser, and nothing where it lets nothing be kept', async () => {
    const data = new Map<string, string>();
    const storage = {
      getItem: (key: string) => data.get(key) ?? null,
      setItem: (k: string, v: string) => void data.set(k, v),
    };
    const choice = { on: true, keys: { mute: 'Alt+M' }, off: [] } as const;
    await browserShortcuts(storage).save(choice);
    expect(await browserShortcuts(storage).load()).to.eql(choice);
    expect([...data.keys()]).to.eql(['carillon:shortcuts']);
    expect(await browserShortcuts(null).load()).to.equal(null);
  });
});
