import { CcBackgroundSettings } from './elements/background-settings/background-settings.js';
import { CcCallControls } from './elements/call-controls/call-controls.js';
import { CcCallStage } from './elements/call-stage/call-stage.js';
import { CcChat } from './elements/chat/chat.js';
import { CcChatButton } from './elements/chat-button/chat-button.js';
import { CcChatNotice } from './elements/chat-notice/chat-notice.js';
import { CcCaptions } from './elements/captions/captions.js';
import { CcCaptionSettings } from './elements/caption-settings/caption-settings.js';
import { CcConnectionStatus } from './elements/connection-status/connection-status.js';
import { CcDeviceNotice } from './elements/device-notice/device-notice.js';
import { CcDeviceSettings } from './elements/device-settings/device-settings.js';
import { define } from './elements/element.js';
import { CcLevelMeter } from './elements/level-meter/level-meter.js';
import { registerLanguages } from './elements/localize/register-languages.js';
import { CcMediaPermission } from './elements/media-permission/media-permission.js';
import { CcNetworkCheck } from './elements/network-check/network-check.js';
import { CcPictureInPicture } from './elements/picture-in-picture/picture-in-picture.js';
import { CcProvider } from './elements/provider/provider.js';
import { CcSettingsDialog } from './elements/settings-dialog/settings-dialog.js';
import { CcShortcutSettings } from './elements/shortcut-settings/shortcut-settings.js';
import { CcVoiceTest } from './elements/voice-test/voice-test.js';

registerLanguages();

// The provider first: what stands under it on the page finds it there.
define(
  CcProvider,
  CcCallStage,
  CcCallControls,
  CcLevelMeter,
  CcConnectionStatus,
  CcDeviceSettings,
  CcDeviceNotice,
  CcMediaPermission,
  CcBackgroundSettings,
  CcSettingsDialog,
  CcShortcutSettings,
  CcCaptionSettings,
  CcVoiceTest,
  CcNetworkCheck,
  CcChat,
  CcChatButton,
  CcChatNotice,
  CcCaptions,
  CcPictureInPicture,
);
