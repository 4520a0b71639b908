import { html } from 'lit';
import type { ElementStates } from '../states.js';
import type { CallChange } from '../testing/fake-call.js';
import { inCall, longName } from '../testing/in-call.js';
import { CcCallStage } from './call-stage.js';

export const states: ElementStates = {
  title: 'cc-call-stage',
  render() {
    const call = inCall(CcCallStage);
    const stage = (name: string, change: CallChange, size: { width?: number; height?: number } = {}) => ({
      name,
      template: call(html`<cc-call-stage></cc-call-stage>`, change),
      height: 260,
      ...size,
    });
    const seen = { camera: 'on' } as const;
    const audio = { medium: 'audio' } as const;
    return [
      stage('video call', { remote: seen }),
      stage('the other side without a camera', {}),
      stage('both without a camera', { local: { camera: 'none' } }),
      stage('video, connecting', { phase: 'connecting', remote: null, record: { establishedAt: null } }),
      stage('audio call', { record: audio }),
      stage('audio, speaking', { record: audio, remote: { speaking: true } }),
      stage('audio, long name', { record: audio, remote: { name: longName } }, { width: 280 }),
      stage('audio, nobody known', { record: { ...audio, remoteName: null }, remote: { name: null } }),
      stage('the other side shares a screen', { remote: { camera: 'on', screen: 'on' } }),
      stage('audio, the other side shares a screen', { record: audio, remote: { screen: 'on' } }),
      stage('sharing the own screen', { remote: seen, local: { screen: 'on' } }),
      stage('audio, sharing the own screen', { record: audio, local: { screen: 'on' } }),
      stage('both share a screen', { remote: { camera: 'on', screen: 'on' }, local: { screen: 'on' } }),
      stage('audio, both share a screen', { record: audio, remote: { screen: 'on' }, local: { screen: 'on' } }),
      stage(
        'both share a screen, in a sidebar',
        { remote: { camera: 'on', screen: 'on' }, local: { screen: 'on' } },
        { width: 280, height: 180 },
      ),
      stage('held', { phase: 'held', remote: seen }),
      stage('being passed on', { phase: 'transferring', remote: seen }),
      stage('audio, held', { phase: 'held', record: audio }),
      stage('reconnecting', { phase: 'reconnecting', remote: seen }),
      stage('the other side away', { record: { remoteAway: true }, remote: seen }),
      stage('sound blocked', { playbackBlocked: true, remote: seen }),
      stage('ended', { phase: 'ended' }),
      stage('phone', { remote: seen }, { width: 390, height: 560 }),
      stage('wide', { remote: seen }, { width: 960, height: 480 }),
      stage('in a sidebar', { remote: seen }, { width: 280, height: 180 }),
      stage('audio, held, in a sidebar', { phase: 'held', record: audio }, { width: 280, height: 180 }),
    ];
  },
};
