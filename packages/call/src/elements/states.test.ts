import { expect, fixture, html } from '@open-wc/testing';
import { states as backgroundSettings } from './background-settings/background-settings.states.js';
import { states as callControls } from './call-controls/call-controls.states.js';
import { states as callStage } from './call-stage/call-stage.states.js';
import { states as cameraButton } from './camera-button/camera-button.states.js';
import { states as chat } from './chat/chat.states.js';
import { states as chatButton } from './chat-button/chat-button.states.js';
import { states as chatNotice } from './chat-notice/chat-notice.states.js';
import { states as captionSettings } from './caption-settings/caption-settings.states.js';
import { states as captions } from './captions/captions.states.js';
import { states as connectionStatus } from './connection-status/connection-status.states.js';
import { states as deviceNotice } from './device-notice/device-notice.states.js';
import { states as deviceSettings } from './device-settings/device-settings.states.js';
import { states as effectNotice } from './effect-notice/effect-notice.states.js';
import { renderGallery } from './gallery/render-gallery.js';
import { states as hangupButton } from './hangup-button/hangup-button.states.js';
import { states as levelMeter } from './level-meter/level-meter.states.js';
import { languages } from './localize/languages.js';
import { translations } from './localize/translations.js';
import { states as mediaPermission } from './media-permission/media-permission.states.js';
import { states as micButton } from './mic-button/mic-button.states.js';
import { states as networkCheck } from './network-check/network-check.states.js';
import { states as participantTile } from './participant-tile/participant-tile.states.js';
import { states as pictureInPicture } from './picture-in-picture/picture-in-picture.states.js';
import { states as settingsDialog } from './settings-dialog/settings-dialog.states.js';
import { states as shortcutSettings } from './shortcut-settings/shortcut-settings.states.js';
import { states as voiceTest } from './voice-test/voice-test.states.js';

const all = [
  backgroundSettings,
  callControls,
  callStage,
  cameraButton,
  chat,
  chatButton,
  chatNotice,
  captions,
  captionSettings,
  connectionStatus,
  deviceNotice,
  deviceSettings,
  effectNotice,
  hangupButton,
  levelMeter,
  mediaPermission,
  micButton,
  networkCheck,
  participantTile,
  pictureInPicture,
  settingsDialog,
  shortcutSettings,
  voiceTest,
];

/** Loads the languages, so that the gallery is not still English. */
import '../define.js';

describe('every state of every element', () => {
  it('has a name of its own in its element', () => {
    for (const states of all) {
      const names = states.render().map(({ name }) => name);
      expect(new Set(names).size, states.title).to.equal(names.length);
    }
  });

  for (const lang of languages)
    it(`fits its frame at 280 px in ${lang}`, async () => {
      if (lang !== 'en') await translations[lang]();
      const root = await fixture<HTMLElement>(html`<main></main>`);
      await renderGallery(
        root,
        all.map((states) => ({ states })),
        { lang, width: 280 },
      );
      const wide = [...root.querySelectorAll<HTMLElement>('.frame')].filter(
        (frame) => frame.scrollWidth > frame.clientWidth + 1,
      );
      expect(
        wide.map((frame) => frame.previousElementSibling?.textContent),
        lang,
      ).to.deep.equal([]);
    }).timeout(30_000);
});
