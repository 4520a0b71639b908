import { html } from 'lit';
import type { ElementStates } from '../states.js';
import { inCall } from '../testing/in-call.js';
import { CcPictureInPicture } from './picture-in-picture.js';

export const states: ElementStates = {
  title: 'cc-picture-in-picture',
  render() {
    const call = inCall(CcPictureInPicture);
    return [
      { name: 'closed', template: call(html`<cc-picture-in-picture></cc-picture-in-picture>`), width: 96 },
      {
        name: 'for agents',
        template: call(html`<cc-picture-in-picture density="agent"></cc-picture-in-picture>`),
        width: 96,
      },
    ];
  },
};
