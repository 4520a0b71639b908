import { html } from 'lit';
import { makeSilence } from '../../media/testing/make-tracks.js';
import type { ElementStates } from '../states.js';
import { inProvider } from '../testing/in-call.js';
import { CcVoiceTest } from './voice-test.js';
import type { VoiceRecorder } from './voice-recorder.js';

/** A browser that records for ever. */
const endless: VoiceRecorder = {
  able: true,
  record: () => new Promise(() => undefined),
  play: () => new Promise(() => undefined),
};

export const states: ElementStates = {
  title: 'cc-voice-test',
  render() {
    const provided = inProvider(CcVoiceTest);
    const test = (step: CcVoiceTest['step']) =>
      provided(html`<cc-voice-test step=${step} .track=${makeSilence()} .recorder=${endless}></cc-voice-test>`);
    return [
      { name: 'before it', template: test('idle') },
      { name: 'records', template: test('recording') },
      { name: 'plays', template: test('playing') },
      { name: 'was heard', template: test('heard'), width: 280 },
      { name: 'could not be recorded', template: test('failed'), width: 280 },
      { name: 'without a microphone: nothing', template: provided(html`<cc-voice-test></cc-voice-test>`) },
    ];
  },
};
