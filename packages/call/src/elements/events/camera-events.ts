import { RequestEvent } from './request-event.js';

/** Before the camera is switched on. */
export class CameraOnRequestEvent extends RequestEvent {
  constructor() {
    super('cc-camera-on-request');
  }
}

/** Before the camera is switched off. */
export class CameraOffRequestEvent extends RequestEvent {
  constructor() {
    super('cc-camera-off-request');
  }
}

declare global {
  interface HTMLElementEventMap {
    'cc-camera-on-request': CameraOnRequestEvent;
    'cc-camera-off-request': CameraOffRequestEvent;
  }
}
