import { html } from 'lit';
import type { ElementStates } from '../states.js';
import type { CallChange } from '../testing/fake-call.js';
import { inCall, longName } from '../testing/in-call.js';
import { CcCallStage } from './call-stage.js';

export const states: ElementStates = {
  title: 'cc-call-stage',
  render() {
    const call = inCall(CcCallStage);
    const stage = (change: CallChange, height = 260) =>
      call(html`<div .style.blockSize=${`${height}px`}><cc-call-stage></cc-call-stage></div>`, change);
    const seen = { camera: 'on' } as const;
    const audio = { medium: 'audio' } as const;
    return [
      { name: 'video call', template: stage({ remote: seen }) },
      { name: 'the other side without a camera', template: stage({}) },
      { name: 'both without a camera', template: stage({ local: { camera: 'none' } }) },
      {
        name: 'video, connecting',
        template: stage({ phase: 'connecting', remote: null, record: { establishedAt: null } }),
      },
      { name: 'audio call', template: stage({ record: audio }) },
      { name: 'audio, speaking', template: stage({ record: audio, remote: { speaking: true } }) },
      { name: 'audio, long name', template: stage({ record: audio, remote: { name: longName } }), width: 280 },
      {
        name: 'audio, nobody known',
        template: stage({ record: { ...audio, remoteName: null }, remote: { name: null } }),
      },
      { name: 'held', template: stage({ phase: 'held', remote: seen }) },
      { name: 'audio, held', template: stage({ phase: 'held', record: audio }) },
      { name: 'reconnecting', template: stage({ phase: 'reconnecting', remote: seen }) },
      { name: 'the other side away', template: stage({ record: { remoteAway: true }, remote: seen }) },
      { name: 'sound blocked', template: stage({ playbackBlocked: true, remote: seen }) },
      { name: 'ended', template: stage({ phase: 'ended' }) },
      { name: 'phone', template: stage({ remote: seen }, 560), width: 390 },
      { name: 'wide', template: stage({ remote: seen }, 480), width: 960 },
      { name: 'in a sidebar', template: stage({ remote: seen }, 180), width: 280 },
    ];
  },
};
