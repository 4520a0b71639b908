import { html } from 'lit';
import type { ElementStates } from '../states.js';
import { inProvider } from '../testing/in-call.js';
import { CcLevelMeter } from './level-meter.js';

export const states: ElementStates = {
  title: 'cc-level-meter',
  render() {
    const provided = inProvider(CcLevelMeter);
    return [
      { name: 'silence', template: provided(html`<cc-level-meter></cc-level-meter>`) },
      { name: 'speech', template: provided(html`<cc-level-meter .level=${0.6}></cc-level-meter>`) },
    ];
  },
};
