import { html } from 'lit';
import type { EffectsSnapshot } from '../../effects/camera-effects.js';
import type { ElementStates } from '../states.js';
import { FakeCameraSource } from '../testing/fake-camera-source.js';
import { FakeEffects } from '../testing/fake-effects.js';
import { inProvider } from '../testing/in-call.js';
import { CcEffectNotice } from './effect-notice.js';

export const states: ElementStates = {
  title: 'cc-effect-notice',
  render() {
    const provided = inProvider(CcEffectNotice);
    const notice = (state: EffectsSnapshot['state'], reason: EffectsSnapshot['reason']) =>
      provided(
        html`<cc-effect-notice
          .effects=${new FakeEffects({ state, reason, effect: { background: 'blur' } })}
          .media=${new FakeCameraSource()}
        ></cc-effect-notice>`,
      );
    return [
      { name: 'not loaded', template: notice('failed', 'asset') },
      { name: 'no graphics', template: notice('failed', 'no-webgl2') },
      { name: 'gave up', template: notice('failed', 'model') },
      { name: 'too slow', template: notice('reduced', 'too-slow') },
      { name: 'stopped', template: notice('failed', 'too-slow') },
      { name: 'picture gone, narrow', width: 280, template: notice('reduced', 'image') },
      { name: 'all well', template: notice('on', null) },
    ];
  },
};
