import { html } from 'lit';
import { usualLook, type CaptionLook } from '../captions/caption-looks.js';
import type { ElementStates } from '../states.js';
import { inProvider } from '../testing/in-call.js';
import { CcCaptionSettings } from './caption-settings.js';

export const states: ElementStates = {
  title: 'cc-caption-settings',
  render() {
    const provided = inProvider(CcCaptionSettings);
    const settings = (look: Partial<CaptionLook>) => {
      const storage = { getItem: () => JSON.stringify({ ...usualLook, ...look }), setItem: () => undefined };
      return provided(html`<cc-caption-settings .storage=${storage}></cc-caption-settings>`);
    };
    return [
      { name: 'off, as usual', template: settings({}), width: 448 },
      { name: 'on, black on white, larger', template: settings({ on: true, colours: 'light', size: 150 }), width: 448 },
      { name: 'yellow, largest, in a narrow place', template: settings({ colours: 'yellow', size: 300 }), width: 256 },
    ];
  },
};
