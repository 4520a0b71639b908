import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** The devices of the page, as a test has plugged them in. */
    ccDevices: {
      plug(id: string, label: string): void;
      unplug(id: string): void;
      /** From now on a kind of device is refused by an error of this name, and ends where it is open; null allows it. */
      refuse(kind: 'microphone' | 'camera', name: string | null): void;
    };
  }
}

/**
 * Runs in the page before its scripts: devices that come and go over the tone and the picture that are there already
 * (signals.ts). A headless browser's own fake devices can be neither unplugged nor refused.
 */
function fakeDevices(refused: Partial<Record<'microphone' | 'camera', string>>): void {
  const microphones = new Map([
    ['headset', 'Headset'],
    ['built-in', 'Built-in microphone'],
  ]);
  const refusals: Partial<Record<'microphone' | 'camera', string | null>> = { ...refused };
  const open: { kind: string; id: string; track: MediaStreamTrack }[] = [];
  const changed = () => navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  const end = (which: (one: (typeof open)[number]) => boolean) => {
    for (const { track } of open.filter((one) => which(one) && one.track.readyState === 'live')) {
      track.stop();
      // The browser says so of a track that ends by itself, and of none that a page has stopped.
      track.dispatchEvent(new Event('ended'));
    }
  };
  window.ccDevices = {
    plug(id, label) {
      microphones.set(id, label);
      changed();
    },
    unplug(id) {
      microphones.delete(id);
      end((one) => one.id === id);
      changed();
    },
    refuse(kind, name) {
      refusals[kind] = name;
      if (name !== null) end((one) => one.kind === kind);
    },
  };
  const install = () => {
    const { mediaDevices } = navigator;
    const give = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints = {}) => {
      const kind = constraints.audio ? 'microphone' : 'camera';
      const refusal = refusals[kind] ?? (constraints.video ? refusals.camera : null);
      if (refusal) throw new DOMException('', refusal);
      const wish = (constraints.audio || constraints.video) as MediaTrackConstraints;
      const exact = (wish.deviceId as ConstrainDOMStringParameters | undefined)?.exact as string | undefined;
      const id = kind === 'camera' ? 'camera' : (exact ?? microphones.keys().next().value);
      if (id === undefined) throw new DOMException('', 'NotFoundError');
      if (kind === 'microphone' && !microphones.has(id)) throw new DOMException('', 'OverconstrainedError');
      const stream = await give(constraints);
      for (const track of stream.getTracks()) {
        Object.defineProperty(track, 'label', { value: microphones.get(id) ?? 'Camera' });
        track.getSettings = () => ({ deviceId: id });
        open.push({ kind: track.kind === 'audio' ? 'microphone' : 'camera', id, track });
      }
      return stream;
    };
    mediaDevices.enumerateDevices = () =>
      Promise.resolve([
        ...[...microphones].map(([deviceId, label]) => ({ kind: 'audioinput', deviceId, label })),
        { kind: 'videoinput', deviceId: 'camera', label: 'Camera' },
      ] as MediaDeviceInfo[]);
  };
  // After the signal's own stand-in, whichever of both is told to the browser first.
  document.addEventListener('DOMContentLoaded', install);
}

/** Gives a page devices that come and go, some of them refused from the start. Call before the page goes anywhere. */
export const giveDevices = (page: Page, refused: Partial<Record<'microphone' | 'camera', string>> = {}) =>
  page.addInitScript(fakeDevices, refused);
