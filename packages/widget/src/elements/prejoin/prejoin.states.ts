import type { ElementStates } from '@carillon/call';
import type { JoinView } from '@carillon/contract';
import { html } from 'lit';
import { fakeMedia } from '../../testing/fake-devices.js';
import { FakePermissions, type FakePermissionsOptions } from '../../testing/fake-permissions.js';
import { linkState, longName } from '../../testing/link-state.js';
import type { LinkWorld } from '../../testing/link-world.js';
import { CcPrejoin } from './prejoin.js';

interface Situation extends Omit<FakePermissionsOptions, 'media'> {
  readonly view?: Partial<JoinView>;
  readonly lang?: string;
  readonly then?: (world: LinkWorld) => Promise<void>;
  readonly phone?: boolean;
}

const given = { microphone: 'granted', camera: 'granted' } as const;
const german = {
  name: 'Wolkensteiner Energieversorgungsgesellschaft',
  color: '#7a1fa2',
  welcome: 'Unser Kundendienst beantwortet gern alle Fragen zu Vertragsangelegenheiten.',
};

const opened = async ({ session }: LinkWorld) => {
  await session.media.openMicrophone();
  await session.media.openCamera();
};

const refused = async (world: LinkWorld) => {
  await world.until(({ snapshot }) => snapshot.view !== null && snapshot.pending === null);
  world.server.refuse.set('join', 'media_unavailable');
  for (let i = 0; i < 4; i++) world.server.refuse.set('join', 'media_unavailable');
  await world.session.redeem({ medium: 'audio' });
};

export const states: ElementStates = {
  title: 'cc-prejoin',
  render() {
    const state = linkState(CcPrejoin);
    const prejoin = ({ view = {}, lang = '', then, phone = false, ...permissions }: Situation = {}) => {
      const media = fakeMedia({ phone });
      const port = new FakePermissions({ media, ...permissions });
      return state(html`<cc-prejoin .permissions=${port}></cc-prejoin>`, {
        media,
        view,
        ...(lang ? { lang } : {}),
        ...(then ? { then } : {}),
      });
    };
    return [
      { name: 'asks first', template: prejoin(), height: 700 },
      { name: 'ready', template: prejoin(given), height: 700 },
      {
        name: 'camera off',
        template: prejoin({ microphone: 'granted', camera: 'granted', cameraFails: 'NotFoundError' }),
        height: 700,
      },
      {
        name: 'microphone blocked',
        template: prejoin({ microphone: 'denied', camera: 'prompt', microphoneFails: 'NotAllowedError' }),
        height: 760,
      },
      { name: 'inside of an app', template: prejoin({ where: { hasDevices: false, inApp: true } }), height: 900 },
      { name: 'asks for a name', template: prejoin({ ...given, view: { displayName: null } }), height: 760 },
      { name: 'by sound only', template: prejoin({ microphone: 'granted', view: { media: 'audio' } }), height: 700 },
      {
        name: 'starts muted, without a camera',
        template: prejoin({
          microphone: 'granted',
          view: { initialOptions: { muted: true, cameraOff: true, camera: 'front' } },
        }),
        height: 700,
      },
      { name: 'with a camera only', template: prejoin({ ...given, view: { media: 'video' } }), height: 700 },
      { name: 'asks for consent', template: prejoin({ ...given, view: { consent: 'ask' } }), height: 760 },
      { name: 'tells of recording', template: prejoin({ ...given, view: { consent: 'notice' } }), height: 760 },
      { name: 'could not be started', template: prejoin({ ...given, then: refused }), height: 760 },
      {
        name: 'German, long words',
        template: prejoin({ ...given, lang: 'de', view: { brand: german } }),
        width: 320,
        height: 760,
      },
      { name: 'long name', template: prejoin({ view: { displayName: longName } }), width: 320, height: 720 },
      { name: 'right to left', template: prejoin({ ...given, lang: 'ar' }), height: 700 },
      { name: 'a phone with two cameras', template: prejoin({ phone: true, then: opened }), width: 320, height: 720 },
      { name: 'wide', template: prejoin(given), width: 1040, height: 640 },
    ];
  },
};
