import { browserPermissions, type LocalMedia, type PermissionPort } from '@carillon/call';

/**
 * Asks for microphone and camera in one question, with the devices that were chosen last time, in the quality a call
 * wants. What is given belongs to the customer's media from then on.
 */
export const customerPermissions = (media: LocalMedia): PermissionPort => ({
  query: (kind) => browserPermissions.query(kind),
  onDevices: (listener) => browserPermissions.onDevices(listener),
  situation: (kind) => browserPermissions.situation(kind),
  userAgent: browserPermissions.userAgent,
  async acquire({ audio, video }) {
    const { microphone, camera } = media.snapshot.chosen;
    const stream = await browserPermissions.acquire({
      ...(audio
        ? { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...device(microphone) } }
        : {}),
      ...(video
        ? { video: { width: { ideal: 1280 }, height: { ideal: 720 }, ...device(camera), ...facing(media) } }
        : {}),
    });
    media.adopt(stream);
    return stream;
  },
});

const facing = ({ facing: way }: LocalMedia) => (way === null ? {} : { facingMode: { ideal: way } });

/** A wish, no order: what was chosen last time may be unplugged. */
const device = (id: string) => (id === '' ? {} : { deviceId: { ideal: id } });
