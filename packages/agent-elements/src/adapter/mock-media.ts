import { LocalMedia, type MediaRoom } from '@carillon/call';
import { FakeMediaRoom, makeSilence } from '@carillon/call/testing';

/** A camera that sees a grey wall. */
function wall(): MediaStream {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [320, 180];
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = '#7c8590';
    pen.fillRect(0, 0, canvas.width, canvas.height);
  }
  return canvas.captureStream(1);
}

/** Devices without a device: nothing is asked of the browser, and nobody is recorded. */
export const mockDevices = (): LocalMedia =>
  new LocalMedia({
    storage: null,
    devices: {
      getUserMedia: (constraints) => Promise.resolve(constraints?.audio ? new MediaStream([makeSilence()]) : wall()),
      enumerateDevices: () => Promise.resolve([]),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    },
  });

/** A room without a network, in which the customer is there already and speaks. */
export function mockRoom(): Promise<MediaRoom> {
  const room = new FakeMediaRoom();
  const stop = room.subscribe(() => {
    if (room.state.connection !== 'connected') return;
    stop();
    room.remote('customer', { microphone: 'on', quality: 'excellent' });
  });
  return Promise.resolve(room);
}
