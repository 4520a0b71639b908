import { html } from 'lit';
import type { ElementStates } from '../states.js';
import { inCall } from '../testing/in-call.js';
import { CcCameraButton } from './camera-button.js';

export const states: ElementStates = {
  title: 'cc-camera-button',
  render() {
    const call = inCall(CcCameraButton);
    const button = html`<cc-camera-button></cc-camera-button>`;
    return [
      { name: 'seen', template: call(button), width: 96 },
      { name: 'off', template: call(button, { local: { camera: 'none' } }), width: 96 },
      { name: 'going on', template: call(button, { local: { camera: 'none' }, pending: 'camera-on' }), width: 96 },
      { name: 'audio call: nothing', template: call(button, { record: { medium: 'audio' } }), width: 96 },
    ];
  },
};
