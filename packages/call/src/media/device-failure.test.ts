import { expect } from '@open-wc/testing';
import { deviceFailureCode, pageSituation, type PageSituation } from './device-failure.js';
import { MediaError } from './media-error.js';

const page: PageSituation = { secure: true, hasDevices: true, allowed: true, inApp: false };

describe('why no device was given (E-26)', () => {
  for (const [title, error, situation, code] of [
    ['the person said no', new DOMException('Permission denied', 'NotAllowedError'), {}, 'permission-denied'],
    [
      'the system said no',
      new DOMException('Permission denied by system', 'NotAllowedError'),
      {},
      'permission-denied-by-system',
    ],
    [
      'the surrounding page does not let it',
      new DOMException('', 'NotAllowedError'),
      { allowed: false },
      'blocked-by-policy',
    ],
    [
      'the browser does not tell about policy',
      new DOMException('', 'NotAllowedError'),
      { allowed: null },
      'permission-denied',
    ],
    ['security forbids it', new DOMException('', 'SecurityError'), {}, 'permission-denied'],
    ['there is none', new DOMException('', 'NotFoundError'), {}, 'device-not-found'],
    ['the chosen one is gone', new DOMException('', 'OverconstrainedError'), {}, 'device-not-found'],
    ['another program has it', new DOMException('', 'NotReadableError'), {}, 'device-in-use'],
    ['it stopped while it started', new DOMException('', 'AbortError'), {}, 'device-in-use'],
    ['the browser cannot', new DOMException('', 'NotSupportedError'), {}, 'unsupported-browser'],
    ['nobody knows', 'nonsense', {}, 'unsupported-browser'],
    ['nothing was thrown', null, {}, 'unsupported-browser'],
    ['the page is not secure', null, { hasDevices: false, secure: false }, 'insecure-page'],
    ['the browser has no devices', null, { hasDevices: false }, 'unsupported-browser'],
    ['an app has none for its browser', null, { hasDevices: false, inApp: true }, 'in-app-browser'],
    ['an app asks nobody', new DOMException('', 'NotAllowedError'), { inApp: true }, 'in-app-browser'],
    [
      'an app opens a page that is not secure',
      null,
      { hasDevices: false, secure: false, inApp: true },
      'insecure-page',
    ],
    ['an app has no microphone to give', new DOMException('', 'NotFoundError'), { inApp: true }, 'device-not-found'],
    ['it is known already', new MediaError('device-in-use'), { allowed: false }, 'device-in-use'],
  ] as const) {
    it(`${title}: ${code}`, () => expect(deviceFailureCode(error, { ...page, ...situation })).to.equal(code));
  }

  it('reads the page it is in', () => {
    const { secure, hasDevices, inApp } = pageSituation('camera');
    expect({ secure, hasDevices, inApp }).to.eql({ secure: true, hasDevices: true, inApp: false });
  });
});
