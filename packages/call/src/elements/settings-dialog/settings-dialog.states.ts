import { html } from 'lit';
import type { ElementStates } from '../states.js';
import { inProvider } from '../testing/in-call.js';
import { CcSettingsDialog } from './settings-dialog.js';

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
        name: 'narrow',
        template: provided(html`<cc-settings-dialog open inline></cc-settings-dialog>`),
        width: 280,
      },
    ];
  },
};
