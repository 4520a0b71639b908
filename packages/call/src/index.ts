export { ApiClient, type ApiCall, type ApiCaller, type ApiClientOptions } from './adapter/api-client.js';
export { ApiError } from './adapter/api-error.js';
export { followEvents, type FollowEventsOptions } from './adapter/follow-events.js';
export { LocalMedia, type DeviceInfo, type LocalDevice, type LocalMediaSnapshot } from './media/local-media.js';
export type { CameraFacing } from './media/camera-facing.js';
export type { CameraProcessor, CameraProcessorSource } from './media/camera-processor.js';
export type { BackgroundStore, BackgroundStoreSource, StoredImage } from './effects/background-store.js';
export { BrowserBackgroundStore } from './effects/browser-background-store.js';
export type { CameraEffects, CameraEffectsOptions, EffectsSnapshot } from './effects/camera-effects.js';
export { chosenEffects } from './effects/chosen-effects.js';
export type { CompanyImage } from './effects/company-image.js';
export { parseEffect, unknownEffect, type Background, type BlurStrength, type Effect } from './effects/effect.js';
export type { OfferedImage } from './effects/images/offered-images.js';
export { preloadEffects } from './effects/preload-effects.js';
export { liveKitRooms, preloadLiveKit } from './media/livekit-room-factory.js';
export type { CallIntent } from './session/call-memory.js';
export { CallSession, type CallSessionOptions } from './session/call-session.js';
export { systemClock, type Clock } from './session/clock.js';
export * from './media/media-error.js';
export * from './media/media-room.js';
export * from './session/call-control.js';
export * from './session/call-snapshot.js';
export { Captions, type CaptionLine, type CaptionSource, type CaptionsSnapshot } from './session/captions.js';
export * from './session/host-session.js';
export * from './session/store.js';

export { CallController } from './elements/call-controller.js';
export { define, element, tagOf, type ElementClass } from './elements/element.js';
export { CallErrorEvent } from './elements/events/call-error-event.js';
export { CameraOffRequestEvent, CameraOnRequestEvent } from './elements/events/camera-events.js';
export { errorCode, errorDevice } from './elements/events/error-code.js';
export { ShareRequestEvent, UnshareRequestEvent } from './elements/events/share-events.js';
export { HoldRequestEvent, ResumeRequestEvent } from './elements/events/hold-events.js';
export { HangupRequestEvent } from './elements/events/hangup-request-event.js';
export { MuteRequestEvent, UnmuteRequestEvent } from './elements/events/mute-events.js';
export { ErrorEvent, ReadyEvent } from './elements/events/provider-events.js';
export { ReportEvent, RequestEvent } from './elements/events/request-event.js';
export { icon, type Icon } from './elements/icon/icon.js';
export * from './elements/icon/background-icons.js';
export * from './elements/icon/call-icons.js';
export * from './elements/icon/chat-icons.js';
export * from './elements/icon/icons.js';
export { initials } from './elements/initials.js';
export type {
  Dictionary,
  Message,
  MessageArgs,
  MessageParams,
  Plural,
  Translation,
} from './elements/localize/dictionary.js';
export { formatDuration } from './elements/localize/format-duration.js';
export { formatMessage } from './elements/localize/format-message.js';
export { isSpoken, type Language, languages, type Translations } from './elements/localize/languages.js';
export { readAlike } from './elements/localize/locale-chain.js';
export { directionOf, langOf, toLocale } from './elements/localize/locale-of.js';
export { registerLanguages } from './elements/localize/register-languages.js';
export { onLanguage } from './elements/localize/on-language.js';
export { registerStrings, registerTranslations, type StringsSource } from './elements/localize/strings.js';
export { ProviderController } from './elements/provider-controller.js';
export { type AnnouncePriority, providerContext, type ProviderContext } from './elements/provider/provider-context.js';
export { CcProvider } from './elements/provider/provider.js';
export type { ElementState, ElementStates } from './elements/states.js';
export { applyBrand } from './elements/theme/apply-brand.js';
export { baseStyles, buttonStyles, hostStyles, inputStyles, markStyles } from './elements/theme/base-styles.js';
export { contrast, parseColor, textOn } from './elements/theme/brand.js';
export { tokens } from './elements/theme/tokens.js';
export { visuallyHidden } from './elements/theme/visually-hidden.js';
export { nextTab } from './elements/next-tab.js';
export { nextTask } from './elements/next-task.js';
export { TickController } from './elements/tick-controller.js';
export { CcMicButton } from './elements/mic-button/mic-button.js';
export { CcCameraButton } from './elements/camera-button/camera-button.js';
export { CcShareButton } from './elements/share-button/share-button.js';
export { CcCaptions } from './elements/captions/captions.js';
export { CcPictureInPicture } from './elements/picture-in-picture/picture-in-picture.js';
export { CcHoldButton } from './elements/hold-button/hold-button.js';
export { CcHangupButton } from './elements/hangup-button/hangup-button.js';
export { CcCallControls } from './elements/call-controls/call-controls.js';
export type { ControlName } from './elements/call-controls/controls-that-apply.js';
export { CcCallStage } from './elements/call-stage/call-stage.js';
export { CcConnectionStatus } from './elements/connection-status/connection-status.js';
export { CcLevelMeter } from './elements/level-meter/level-meter.js';
export { CcParticipantTile } from './elements/participant-tile/participant-tile.js';
export { ReconnectedEvent, ReconnectingEvent, type CallSide } from './elements/events/reconnect-events.js';
export { rovingTarget } from './elements/call-controls/roving-focus.js';
export { playTone, type Tone } from './elements/sound/play-tone.js';
export { measureLevel, toLevel } from './elements/level-meter/measure-level.js';
export { controlStyles } from './elements/theme/control-styles.js';
export { CcDeviceSettings } from './elements/device-settings/device-settings.js';
export type { DeviceSource } from './elements/device-settings/device-source.js';
export { DeviceChangedEvent, type DeviceKind } from './elements/events/device-changed-event.js';
export { qrPath, renderQr, type QrCode } from './elements/qr-code/qr-code.js';
export { inAppBrowser } from './media/in-app-browser.js';
export { CcNetworkCheck } from './elements/network-check/network-check.js';
export { NetworkCheckedEvent } from './elements/events/network-checked-event.js';
export { checkNetwork, type NetworkCheckOptions } from './session/check-network.js';
export type { NetworkReport, NetworkVerdict } from './media/judge-network.js';
export { CcVoiceTest } from './elements/voice-test/voice-test.js';
export type { VoiceRecorder } from './elements/voice-test/voice-recorder.js';
export { CcMediaPermission } from './elements/media-permission/media-permission.js';
export {
  browserPermissions,
  type PermissionKind,
  type PermissionPort,
} from './elements/media-permission/permission-port.js';
export { SoundHeardEvent } from './elements/events/sound-heard-event.js';
export { PermissionChangedEvent } from './elements/events/permission-changed-event.js';
export { CcBackgroundSettings } from './elements/background-settings/background-settings.js';
export type { CameraSource, EffectsSource } from './elements/background-settings/effects-source.js';
export { CcDeviceNotice } from './elements/device-notice/device-notice.js';
export { CcEffectNotice } from './elements/effect-notice/effect-notice.js';
export { BackgroundChangedEvent, EffectDegradedEvent } from './elements/events/background-events.js';
export { CcChat } from './elements/chat/chat.js';
export { CcChatButton } from './elements/chat-button/chat-button.js';
export { CcChatNotice } from './elements/chat-notice/chat-notice.js';
export { MessageRequestEvent } from './elements/events/message-request-event.js';
export { loadChat } from './elements/load-chat.js';
export type { Chat } from './session/chat/chat.js';
export { CallChat, type CallChatSnapshot } from './session/chat/call-chat.js';
export type { ChatPort } from './session/chat/chat-port.js';
export type { ChatEntry, ChatEntryState, ChatSnapshot } from './session/chat/chat-snapshot.js';
export { CcCaptionSettings } from './elements/caption-settings/caption-settings.js';
export { CcShortcutSettings } from './elements/shortcut-settings/shortcut-settings.js';
export { hasMacKeys, keysSpoken, keysWritten } from './elements/key-names.js';
export { Shortcuts, usualShortcuts, type OfferedShortcuts } from './session/shortcuts.js';
export type { ShortcutChoice, ShortcutKeys, ShortcutName, ShortcutStore } from './session/shortcut-choice.js';
export { CcSettingsDialog, type SettingsTab } from './elements/settings-dialog/settings-dialog.js';
export { browserStorage, recallDevices } from './media/device-memory.js';
