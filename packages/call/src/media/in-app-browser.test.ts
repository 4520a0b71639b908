import { expect } from '@open-wc/testing';
import { inAppBrowser } from './in-app-browser.js';

const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const android = 'Mozilla/5.0 (Linux; Android 15; Pixel 9 Build/AP4A.250205.002; wv) AppleWebKit/537.36';
const chrome = 'Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36';

describe('the browser inside of an app (E-25)', () => {
  for (const [app, userAgent] of [
    ['Instagram', `${iPhone} Mobile/22F76 Instagram 380.0.0.28.84 (iPhone17,1; iOS 18_5; hr_HR)`],
    ['Instagram', `${android} ${chrome} Instagram 380.0.0.0 Android (35/15; 420dpi)`],
    ['Facebook', `${iPhone} Mobile/22F76 [FBAN/FBIOS;FBAV/512.0.0.51.98;FBBV/730276158]`],
    ['Facebook', `${android} ${chrome} [FB_IAB/FB4A;FBAV/512.0.0.51.98;]`],
    ['Messenger', `${iPhone} Mobile/22F76 [FBAN/MessengerForiOS;FBAV/512.0.0.51.98]`],
    ['Messenger', `${android} ${chrome} [FB_IAB/Orca-Android;FBAV/512.0.0.51.98;]`],
    ['WhatsApp', `${iPhone} Mobile/22F76 WhatsApp/2.25.16`],
    ['LINE', `${iPhone} Mobile/22F76 Safari/604.1 Line/15.7.1`],
    ['WeChat', `${android} ${chrome} MMWEBID/1 MicroMessenger/8.0.50`],
    ['TikTok', `${iPhone} Mobile/22F76 musical_ly_2023 BytedanceWebview/d8a21c6`],
    ['LinkedIn', `${iPhone} Mobile/22F76 [LinkedInApp]/9.31`],
    ['', `${android} ${chrome}`],
    ['', `${iPhone} Mobile/22F76`],
  ] as const)
    it(`is that of ${app || 'an app that does not say which'} for ${userAgent.slice(-44)}`, () => {
      expect(inAppBrowser(userAgent)).to.equal(app);
    });

  for (const [browser, userAgent] of [
    ['Safari on a phone', `${iPhone} Version/18.5 Mobile/15E148 Safari/604.1`],
    ['Chrome on a phone', `${iPhone} CriOS/140.0.7339.39 Mobile/15E148 Safari/604.1`],
    ['Firefox on a phone', `${iPhone} FxiOS/153.0 Mobile/15E148 Safari/605.1.15`],
    [
      'Chrome on Android',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36',
    ],
    [
      'Safari on a desk',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15',
    ],
    ['Firefox on a desk', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'],
    ['this one', navigator.userAgent],
  ] as const)
    it(`is not ${browser}`, () => expect(inAppBrowser(userAgent)).to.equal(null));
});
