import { html } from 'lit';
import type { ElementStates } from '../states.js';
import { inCall } from '../testing/in-call.js';
import { CcMicButton } from './mic-button.js';

export const states: ElementStates = {
  title: 'cc-mic-button',
  render() {
    const call = inCall(CcMicButton);
    const button = html`<cc-mic-button></cc-mic-button>`;
    return [
      { name: 'heard', template: call(button), width: 96 },
      { name: 'muted', template: call(button, { local: { microphone: 'muted' } }), width: 96 },
      { name: 'muting', template: call(button, { pending: 'mute' }), width: 96 },
      { name: 'no microphone', template: call(button, { local: { microphone: 'none' } }), width: 96 },
      { name: 'for agents', template: call(html`<cc-mic-button density="agent"></cc-mic-button>`), width: 96 },
    ];
  },
};
