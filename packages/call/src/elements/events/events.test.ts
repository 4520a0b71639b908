import { expect } from '@open-wc/testing';
import { CallErrorEvent } from './call-error-event.js';
import { CameraOffRequestEvent, CameraOnRequestEvent } from './camera-events.js';
import { DeviceChangedEvent } from './device-changed-event.js';
import { errorCode, errorDevice } from './error-code.js';
import { HoldRequestEvent, ResumeRequestEvent } from './hold-events.js';
import { ShareRequestEvent, UnshareRequestEvent } from './share-events.js';
import { HangupRequestEvent } from './hangup-request-event.js';
import { MessageRequestEvent } from './message-request-event.js';
import { MuteRequestEvent, UnmuteRequestEvent } from './mute-events.js';
import { PermissionChangedEvent } from './permission-changed-event.js';
import { ErrorEvent, ReadyEvent } from './provider-events.js';
import { ReconnectedEvent, ReconnectingEvent } from './reconnect-events.js';

const requests = [
  new MuteRequestEvent(),
  new UnmuteRequestEvent(),
  new CameraOnRequestEvent(),
  new CameraOffRequestEvent(),
  new ShareRequestEvent(),
  new UnshareRequestEvent(),
  new HoldRequestEvent(),
  new ResumeRequestEvent(),
  new HangupRequestEvent(),
  new MessageRequestEvent('Hello'),
];

const reports = [
  new CallErrorEvent('internal'),
  new DeviceChangedEvent('camera', 'a'),
  new PermissionChangedEvent('granted'),
  new ReadyEvent(),
  new ErrorEvent('internal'),
  new ReconnectingEvent('local'),
  new ReconnectedEvent('remote'),
];

describe('events', () => {
  for (const event of requests)
    it(`${event.type} asks: it bubbles out of shadow roots and can be canceled`, () => {
      expect(event.type).to.match(/^cc-[a-z-]+-request$/);
      expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, true]);
    });

  for (const event of reports)
    it(`${event.type} reports: it bubbles out of shadow roots, and there is nothing to cancel`, () => {
      expect(event.type)
        .to.match(/^cc-[a-z-]+$/)
        .and.not.match(/-request$/);
      expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, false]);
    });

  it('have a name of their own each', () => {
    const types = [...requests, ...reports].map(({ type }) => type);
    expect(new Set(types).size).to.equal(types.length);
  });
});

describe('the code of an error', () => {
  for (const [title, error, code, device] of [
    ['is its own', { code: 'device-in-use', device: 'camera' }, 'device-in-use', 'camera'],
    ['is internal for an error without one', new Error('token=secret'), 'internal', null],
    ['is internal for a number, which is no stable code', new DOMException('', 'AbortError'), 'internal', null],
    ['is internal for nothing', null, 'internal', null],
    ['is internal for a word', 'oops', 'internal', null],
    ['has no device that nobody knows', { code: 'x', device: 'toaster' }, 'x', null],
  ] as const)
    it(title, () => expect([errorCode(error), errorDevice(error)]).to.deep.equal([code, device]));
});
