import { html } from 'lit';
import type { DeviceInfo } from '../../media/local-media.js';
import type { ElementStates } from '../states.js';
import { inProvider } from '../testing/in-call.js';
import { CcDeviceSettings } from './device-settings.js';
import { FakeDevices } from '../testing/fake-devices.js';

const usual: readonly DeviceInfo[] = [
  { kind: 'microphone', id: 'a', label: 'MacBook Pro Microphone' },
  { kind: 'microphone', id: 'b', label: 'Jabra Evolve2 85 with a very long name of its own (0b0e:2453) on USB dock' },
  { kind: 'speaker', id: 'c', label: 'MacBook Pro Speakers' },
  { kind: 'camera', id: 'd', label: 'FaceTime HD Camera' },
];

export const states: ElementStates = {
  title: 'cc-device-settings',
  render() {
    const provided = inProvider(CcDeviceSettings);
    const settings = (devices: FakeDevices) =>
      provided(
        html`<cc-device-settings kinds="microphone speaker camera ringer" .media=${devices}></cc-device-settings>`,
      );
    return [
      { name: 'usual', template: settings(new FakeDevices(usual)) },
      { name: 'long name', template: settings(new FakeDevices(usual, { microphone: 'b' })), width: 280 },
      { name: 'names hidden', template: settings(new FakeDevices(usual.map((one) => ({ ...one, label: '' })))) },
      { name: 'nothing allowed yet', template: settings(new FakeDevices()) },
      { name: 'no camera', template: settings(new FakeDevices(usual.filter(({ kind }) => kind !== 'camera'))) },
    ];
  },
};
