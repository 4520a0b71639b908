import { html } from 'lit';
import type { ElementStates } from '../states.js';
import { inProvider } from '../testing/in-call.js';
import { CcMediaPermission } from './media-permission.js';
import type { PermissionPort } from './permission-port.js';

/** A browser that tells nothing and answers nothing. */
const silent: PermissionPort = {
  query: async () => null,
  acquire: () => new Promise(() => undefined),
  onDevices: () => () => undefined,
  situation: () => ({ secure: true, hasDevices: true, allowed: true, inApp: false }),
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36',
};

export const states: ElementStates = {
  title: 'cc-media-permission',
  render() {
    const provided = inProvider(CcMediaPermission);
    const permission = (state: CcMediaPermission['state'], kinds: CcMediaPermission['kinds'] = 'audio') =>
      provided(html`<cc-media-permission plain state=${state} kinds=${kinds} .port=${silent}></cc-media-permission>`);
    return [
      { name: 'before asking', template: permission('idle') },
      { name: 'before asking for both', template: permission('idle', 'audio video') },
      { name: 'asking', template: permission('asking') },
      { name: 'denied', template: permission('permission-denied') },
      { name: 'denied by the system', template: permission('permission-denied-by-system') },
      { name: 'no device', template: permission('device-not-found') },
      { name: 'in use', template: permission('device-in-use'), width: 280 },
      { name: 'not passed on to a frame', template: permission('blocked-by-policy', 'audio video'), width: 280 },
      { name: 'page not secure', template: permission('insecure-page') },
      { name: 'inside of an app', template: permission('in-app-browser') },
      { name: 'browser without calls', template: permission('unsupported-browser') },
      {
        name: "the browser's own button",
        width: 280,
        template: provided(html`<cc-media-permission kinds="audio video" .port=${silent}></cc-media-permission>`),
      },
      { name: 'granted: nothing', template: permission('granted') },
    ];
  },
};
