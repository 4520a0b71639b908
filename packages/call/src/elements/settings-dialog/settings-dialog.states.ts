import { html, type TemplateResult } from 'lit';
import { Shortcuts } from '../../session/shortcuts.js';
import type { ElementStates } from '../states.js';
import { adapterFor, FakeHostSession } from '../testing/fake-host-session.js';
import { inProvider } from '../testing/in-call.js';
import { CcSettingsDialog } from './settings-dialog.js';

/** Under a provider of a side that has shortcuts. */
function agents(template: TemplateResult): TemplateResult {
  const session = new FakeHostSession();
  session.shortcuts = new Shortcuts({ load: async () => null, save: async () => undefined });
  return html`<cc-provider .adapter=${adapterFor(session)}>${template}</cc-provider>`;
}

export const states: ElementStates = {
  title: 'cc-settings-dialog',
  render() {
    const provided = inProvider(CcSettingsDialog);
    return [
      {
        name: 'sound, at an agent’s',
        template: provided(html`<cc-settings-dialog open inline ringer></cc-settings-dialog>`),
      },
      {
        name: 'camera alone',
        template: provided(html`<cc-settings-dialog open inline tabs="camera"></cc-settings-dialog>`),
      },
      {
        name: 'sound, where shortcuts are too',
        template: agents(html`<cc-settings-dialog open inline ringer></cc-settings-dialog>`),
      },
      {
        name: 'shortcuts alone',
        template: agents(html`<cc-settings-dialog open inline tabs="shortcuts"></cc-settings-dialog>`),
      },
      {
        name: 'narrow',
        template: provided(html`<cc-settings-dialog open inline></cc-settings-dialog>`),
        width: 280,
      },
    ];
  },
};
