import { html } from 'lit';
import type { ImageErrorCode } from '../../effects/images/image-error.js';
import type { OfferedImage } from '../../effects/images/offered-images.js';
import type { ElementStates } from '../states.js';
import { FakeCameraSource } from '../testing/fake-camera-source.js';
import { FakeEffects } from '../testing/fake-effects.js';
import { inProvider } from '../testing/in-call.js';
import { CcBackgroundSettings } from './background-settings.js';

/** A landscape small enough for an address. */
const drawn = (sky: string, ground: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><rect width="16" height="9" fill="${sky}"/><rect y="6" width="16" height="3" fill="${ground}"/></svg>`,
  )}`;

export const someImages: readonly OfferedImage[] = [
  { id: 'company:a', name: 'Reception', url: drawn('#b7d3ea', '#8a6f52'), own: false },
  { id: 'b', name: 'A very long name of a picture from a holiday', url: drawn('#f3c78a', '#35618e'), own: true },
  { id: 'c', name: '', url: drawn('#dfe7da', '#4d7a4f'), own: true },
];

export const states: ElementStates = {
  title: 'cc-background-settings',
  render() {
    const provided = inProvider(CcBackgroundSettings);
    const settings = (effects: FakeEffects, noPreview = false, problem: ImageErrorCode | null = null) =>
      provided(
        html`<cc-background-settings
          ?no-preview=${noPreview}
          .problem=${problem}
          .effects=${effects}
          .media=${new FakeCameraSource()}
        ></cc-background-settings>`,
      );
    const image = { background: 'image', imageId: 'b' } as const;
    return [
      { name: 'none, camera off', template: settings(new FakeEffects()) },
      {
        name: 'blur',
        template: settings(new FakeEffects({ effect: { background: 'blur' }, images: someImages }), true),
      },
      {
        name: 'picture and face trace',
        template: settings(new FakeEffects({ effect: { ...image, faceTrace: true }, images: someImages }), true),
      },
      {
        name: 'being prepared',
        template: settings(new FakeEffects({ effect: { background: 'blur' }, state: 'veiled' }), true),
      },
      {
        name: 'failed',
        template: settings(new FakeEffects({ effect: { background: 'blur' }, state: 'failed', reason: 'asset' }), true),
      },
      {
        name: 'a picture that could not be removed',
        template: settings(new FakeEffects({ effect: image, images: someImages }), true, 'image-not-removed'),
      },
      { name: 'narrow', width: 280, template: settings(new FakeEffects({ effect: image, images: someImages }), true) },
    ];
  },
};
