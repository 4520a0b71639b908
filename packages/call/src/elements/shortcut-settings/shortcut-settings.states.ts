import { html } from 'lit';
import type { ShortcutName } from '../../session/shortcut-choice.js';
import { Shortcuts } from '../../session/shortcuts.js';
import type { ElementStates } from '../states.js';
import { inProvider } from '../testing/in-call.js';
import { CcShortcutSettings } from './shortcut-settings.js';

const nowhere = { load: async () => null, save: async () => undefined };

/** Shortcuts to which something was done. */
function shortcuts(change: (all: Shortcuts) => void = () => undefined): Shortcuts {
  const all = new Shortcuts(nowhere);
  change(all);
  return all;
}

/** Presses the button of a shortcut, and then keys. */
async function record(element: CcShortcutSettings, name: ShortcutName, keys?: KeyboardEventInit): Promise<void> {
  await element.updateComplete;
  const button = element.renderRoot.querySelector<HTMLElement>(`#keys-${name}`);
  button?.click();
  await element.updateComplete;
  if (keys) button?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...keys }));
}

export const states: ElementStates = {
  title: 'cc-shortcut-settings',
  render() {
    const provided = inProvider(CcShortcutSettings);
    const settings = (all: Shortcuts, mac = false) =>
      provided(html`<cc-shortcut-settings .shortcuts=${all} .mac=${mac}></cc-shortcut-settings>`);
    const recording = (keys?: KeyboardEventInit) => {
      const element = document.createElement('cc-shortcut-settings');
      Object.assign(element, { shortcuts: shortcuts(), mac: false });
      void record(element, 'mute', keys);
      return provided(html`${element}`);
    };
    return [
      { name: 'as they were at first', template: settings(shortcuts()), width: 448 },
      { name: 'on a Mac', template: settings(shortcuts(), true), width: 448 },
      {
        name: 'others, one off, one without keys',
        template: settings(
          shortcuts((all) => {
            all.choose('mute', 'Ctrl+Alt+Shift+F10');
            all.turn('camera', false);
            all.offer({ share: '' });
          }),
        ),
        width: 448,
      },
      { name: 'all off', template: settings(shortcuts((all) => all.turnAll(false))), width: 448 },
      { name: 'new keys are awaited', template: recording(), width: 448 },
      { name: 'keys were refused', template: recording({ key: 'w', ctrlKey: true }), width: 448 },
      {
        name: 'in a narrow place',
        template: settings(shortcuts((all) => all.choose('mute', 'Alt+Shift+K'))),
        width: 256,
      },
    ];
  },
};
