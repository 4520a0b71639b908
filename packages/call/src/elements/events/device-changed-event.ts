import { ReportEvent } from './request-event.js';

/** What a device is for. The ringer is a loudspeaker of its own, so that a call can ring aloud beside a headset. */
export type DeviceKind = 'microphone' | 'speaker' | 'camera' | 'ringer';

/** Another device was chosen. */
export class DeviceChangedEvent extends ReportEvent {
  readonly kind: DeviceKind;
  /** As the browser names it; '' is the system's choice. */
  readonly deviceId: string;

  constructor(kind: DeviceKind, deviceId: string) {
    super('cc-device-changed');
    this.kind = kind;
    this.deviceId = deviceId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cc-device-changed': DeviceChangedEvent;
  }
}
