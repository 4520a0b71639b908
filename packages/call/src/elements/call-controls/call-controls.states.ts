import { html } from 'lit';
import type { ElementStates } from '../states.js';
import { inCall } from '../testing/in-call.js';
import { CcCallControls } from './call-controls.js';

export const states: ElementStates = {
  title: 'cc-call-controls',
  render() {
    const call = inCall(CcCallControls);
    const bar = html`<cc-call-controls></cc-call-controls>`;
    return [
      { name: 'video call', template: call(bar), width: 280 },
      { name: 'audio call', template: call(bar, { record: { medium: 'audio' } }), width: 280 },
      { name: 'waiting', template: call(bar, { phase: 'waiting' }), width: 280 },
      {
        name: 'muted, camera off',
        template: call(bar, { local: { microphone: 'muted', camera: 'none' } }),
        width: 280,
      },
      { name: 'for whoever may share', template: call(bar, { mayShare: true }), width: 320 },
      { name: 'for whoever may hold', template: call(bar, { mayShare: true, mayHold: true }), width: 320 },
      { name: 'held', template: call(bar, { mayHold: true, phase: 'held' }), width: 320 },
      {
        name: 'for agents',
        template: call(html`<cc-call-controls density="agent"></cc-call-controls>`),
        width: 280,
      },
    ];
  },
};
