import { html } from 'lit';
import type { LocalMediaSnapshot } from '../../media/local-media.js';
import type { MediaErrorCode } from '../../media/media-error.js';
import { adapterFor, FakeHostSession } from '../testing/fake-host-session.js';
import { type CallChange, FakeCall } from '../testing/fake-call.js';
import { define } from '../element.js';
import { CcProvider } from '../provider/provider.js';
import type { ElementStates } from '../states.js';
import { CcDeviceNotice } from './device-notice.js';

export const states: ElementStates = {
  title: 'cc-device-notice',
  render() {
    define(CcProvider, CcDeviceNotice);
    const notice = (media: Partial<LocalMediaSnapshot>, change: CallChange = {}) => {
      const call = new FakeCall(change);
      call.media.set(media);
      return html`<cc-provider .adapter=${adapterFor(new FakeHostSession(call.session))}>
        <cc-device-notice replaced-for-ms="3600000"></cc-device-notice>
      </cc-provider>`;
    };
    const failed = (error: MediaErrorCode) => ({ state: 'failed', error, track: null }) as const;
    const on = { state: 'on', error: null, track: null } as const;
    return [
      { name: 'microphone refused', template: notice({ microphone: failed('permission-denied') }) },
      { name: 'microphone unplugged', template: notice({ microphone: failed('device-not-found') }) },
      { name: 'camera in use, narrow', width: 280, template: notice({ camera: failed('device-in-use') }) },
      {
        name: 'both refused by the system',
        template: notice({
          microphone: failed('permission-denied-by-system'),
          camera: failed('permission-denied-by-system'),
        }),
      },
      {
        name: 'another microphone is used',
        template: notice({
          microphone: on,
          replaced: { device: 'microphone', label: 'MacBook Pro Microphone (Built-in)' },
        }),
      },
      { name: 'camera paused for a weak line', template: notice({ microphone: on }, { videoPaused: true }) },
      { name: 'camera paused, narrow', width: 280, template: notice({ microphone: on }, { videoPaused: true }) },
      { name: 'all well: nothing', template: notice({ microphone: on }) },
    ];
  },
};
