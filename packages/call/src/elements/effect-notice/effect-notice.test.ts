import { expect, html } from '@open-wc/testing';
import { makePicture } from '../../media/testing/make-tracks.js';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import { FakeCameraSource } from '../testing/fake-camera-source.js';
import { FakeEffects } from '../testing/fake-effects.js';
import { nextEvent } from '../testing/next-event.js';
import { CcEffectNotice } from './effect-notice.js';

async function setup() {
  const effects = new FakeEffects({ state: 'on', effect: { background: 'blur' } });
  const media = new FakeCameraSource();
  const all = await callFixture<CcEffectNotice>(
    CcEffectNotice,
    html`<cc-effect-notice .effects=${effects} .media=${media}></cc-effect-notice>`,
  );
  const { root, host } = all;
  const set = async (change: Parameters<FakeEffects['set']>[0]) => {
    effects.set(change);
    await host.updateComplete;
  };
  const press = async (words: string) => {
    [...root.querySelectorAll('button')].find((one) => wordsOf(one) === words)!.click();
    await host.updateComplete;
  };
  return { ...all, effects, media, set, press };
}

describe('cc-effect-notice', () => {
  it('says nothing while all is well, or while quality alone was lowered', async () => {
    const { host, root, set } = await setup();
    expect([host.hasAttribute('empty'), wordsOf(root)]).to.deep.equal([true, '']);
    await set({ state: 'reduced', reason: null });
    expect(host.hasAttribute('empty')).to.equal(true);
  });

  it('says that a device is too slow, reports it once, and asks (E-28)', async () => {
    const { host, root, set, press, effects } = await setup();
    const told = nextEvent(host, 'cc-effect-degraded');
    await set({ state: 'reduced', reason: 'too-slow' });
    expect((await told).reason).to.equal('too-slow');
    expect(wordsOf(root.querySelector('[role=status]')!)).to.contain('too slow');
    let again = 0;
    host.addEventListener('cc-effect-degraded', () => again++);
    host.requestUpdate();
    await host.updateComplete;
    expect(again).to.equal(0);
    await press('Show my camera without it');
    expect(effects.snapshot.effect.background).to.equal('none');
  });

  it('says that an effect was stopped, reports that too, and offers to try again (E-28)', async () => {
    const { host, root, set, press, effects } = await setup();
    const reasons: string[] = [];
    host.addEventListener('cc-effect-degraded', ({ reason }) => reasons.push(reason));
    await set({ state: 'reduced', reason: 'too-slow' });
    await set({ state: 'failed', reason: 'too-slow' });
    expect(reasons).to.deep.equal(['too-slow', 'too-slow']);
    const alert = wordsOf(root.querySelector('[role=alert]')!);
    expect(alert).to.contain('which was stopped').and.to.contain('Your room is not shown');
    await press('Try again');
    expect(effects.asked.at(-1)).to.equal('retry');
  });

  it('asks when an effect cannot start, and opens the camera without it only when told to (E-29)', async () => {
    const { root, set, press, media, effects } = await setup();
    media.set({ camera: { state: 'failed', error: 'effect-unavailable', track: null } });
    await set({ state: 'failed', reason: 'asset' });
    const alert = wordsOf(root.querySelector('[role=alert]')!);
    expect(alert).to.contain('could not be loaded').and.to.contain('Your room is not shown');
    expect(media.asked, 'nothing is opened by itself').to.deep.equal([]);
    media.camera = makePicture();
    await press('Show my camera without it');
    await Promise.resolve();
    expect(effects.asked.at(-1)).to.contain('choose {"background":"none"');
    expect(media.asked).to.deep.equal(['open camera']);
  });

  it('tries again, with the camera where that was put away', async () => {
    const { set, press, media, effects } = await setup();
    await set({ state: 'failed', reason: 'no-worker' });
    await press('Try again');
    expect([effects.asked.at(-1), media.asked.length]).to.deep.equal(['retry', 0]);
    media.set({ camera: { state: 'failed', error: 'effect-unavailable', track: null } });
    await press('Try again');
    expect(media.asked).to.deep.equal(['open camera']);
  });

  it('follows the camera of the live call by itself, and lets go of it', async () => {
    const { host, effects, call } = await setup();
    host.effects = null;
    host.media = null;
    await host.updateComplete;
    expect(effects.listeners).to.equal(0);
    expect(call.media.listeners).to.equal(1);
    host.remove();
    expect(call.media.listeners).to.equal(0);
  });
});
