import { expect, html } from '@open-wc/testing';
import { initials } from '../initials.js';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import { type CallChange, FakeCall } from '../testing/fake-call.js';
import { CcParticipantTile } from './participant-tile.js';

const setup = (change?: CallChange, identity = 'agent-1') =>
  callFixture<CcParticipantTile>(
    CcParticipantTile,
    html`<cc-participant-tile .identity=${identity}></cc-participant-tile>`,
    change,
  );

describe('cc-participant-tile', () => {
  it('shows initials and the name while there is no picture', async () => {
    const { root, call } = await setup();
    expect(wordsOf(root.querySelector('.avatar') as Element)).to.equal('AK');
    expect(wordsOf(root.querySelector('.label') as Element)).to.equal('Ana Kovač');
    expect(root.querySelector('video')).to.equal(null);
    expect(call.attached).to.deep.equal([]);
  });

  it('shows the shared screen alone where that is asked for, and never as a speaker', async () => {
    const { host, root, call, set } = await setup({ remote: { camera: 'on', screen: 'on', speaking: true } });
    host.source = 'screen';
    await set({});
    expect(call.attached).to.deep.equal(['agent-1/screen']);
    expect(root.querySelector('video')?.ariaLabel).to.equal('Screen of Ana Kovač');
    expect(host.hasAttribute('speaking')).to.equal(false);
    host.source = 'camera';
    await set({});
    expect(call.attached).to.deep.equal(['agent-1/camera']);
    expect(host.hasAttribute('speaking')).to.equal(true);
  });

  it('shows the picture as long as there is one', async () => {
    const { root, call, set } = await setup({ remote: { camera: 'on' } });
    const video = root.querySelector('video') as HTMLVideoElement;
    expect(call.attached).to.deep.equal(['agent-1/camera']);
    expect(video.muted, 'sound is not its matter').to.equal(true);
    expect(video.ariaLabel).to.equal('Picture of Ana Kovač');
    await set({ remote: { camera: 'muted' } });
    expect(call.attached).to.deep.equal([]);
    expect(root.querySelector('video')).to.equal(null);
  });

  it('attaches a picture once, however often the call changes', async () => {
    const { root, call, set } = await setup({ remote: { camera: 'on' } });
    const video = root.querySelector('video');
    for (const speaking of [true, false, true]) await set({ remote: { speaking } });
    expect(root.querySelector('video')).to.equal(video);
    expect(call.attached).to.deep.equal(['agent-1/camera']);
  });

  it('attaches it again after a move in the page, and lets go of it when removed', async () => {
    const { host, provider, call } = await setup({ remote: { camera: 'on' } });
    const place = document.createElement('div');
    provider.append(place);
    for (let i = 0; i < 5; i++) place.append(host);
    await host.updateComplete;
    expect(call.attached).to.deep.equal(['agent-1/camera']);
    host.remove();
    expect(call.attached).to.deep.equal([]);
  });

  it('changes to another session without mixing the two', async () => {
    const { host, call, session } = await setup({ remote: { camera: 'on' } });
    const next = new FakeCall({ remote: { camera: 'on' } });
    session.setCall(next.session);
    await host.updateComplete;
    expect([call.attached, next.attached]).to.deep.equal([[], ['agent-1/camera']]);
  });

  it('shows the own side without an identity', async () => {
    const { root, call } = await setup({}, '');
    expect(wordsOf(root.querySelector('.label') as Element)).to.equal('You');
    expect(call.attached).to.deep.equal(['me/camera']);
  });

  it('says muted and weak in words too', async () => {
    const { root } = await setup({ remote: { microphone: 'muted', quality: 'poor' } });
    expect(wordsOf(root.querySelector('.label') as Element)).to.equal('Muted Ana Kovač Weak connection');
  });

  it('does not call a microphone muted that is only on its way', async () => {
    const { root, set } = await setup({ phase: 'connecting', remote: { microphone: 'none' } });
    expect(wordsOf(root.querySelector('.label') as Element)).to.equal('Ana Kovač');
    await set({ phase: 'connected' });
    expect(wordsOf(root.querySelector('.label') as Element)).to.equal('Muted Ana Kovač');
  });

  it('shows speaking only of those who can be heard', async () => {
    const { host, set } = await setup({ remote: { speaking: true } });
    expect(host.hasAttribute('speaking')).to.equal(true);
    await set({ remote: { microphone: 'muted' } });
    expect(host.hasAttribute('speaking')).to.equal(false);
  });

  it('is nobody without a name, and nothing for who is not there', async () => {
    const { root, set } = await setup({ remote: { name: null } });
    expect(wordsOf(root.querySelector('.label') as Element)).to.equal('Unknown caller');
    expect(root.querySelector('.avatar svg')).not.to.equal(null);
    await set({ remote: null });
    expect(root.querySelector('.label')).to.equal(null);
  });
});

describe('initials', () => {
  for (const [name, letters] of [
    ['Ana Kovač', 'AK'],
    ['  marija   ana horvat ', 'MH'],
    ['Cher', 'C'],
    ['+49 30 1234', ''],
    ['محمد علي', 'مع'],
    ['𝒜na', '𝒜'],
    ['', ''],
    [null, ''],
  ] as const)
    it(`of ${JSON.stringify(name)} are "${letters}"`, () => expect(initials(name)).to.equal(letters));
});
