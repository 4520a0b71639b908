import { expect } from '@open-wc/testing';
import { codeOf } from '../media/testing/code-of.js';
import { CallWorld, grant, makeRecord, refusal } from './testing/call-world.js';
import { flush } from './testing/manual-clock.js';

describe('a call session', () => {
  it('begins with nothing, and shows the record it is given', () => {
    const { session } = new CallWorld({ clockOffset: () => 250 });
    expect(session.snapshot).to.include({ phase: 'waiting', pending: null, link: 'good', clockOffsetMs: 250 });
    session.apply(makeRecord({ state: 'connecting' }));
    expect(session.snapshot.record.id).to.equal('cal_1');
    expect(session.snapshot.phase).to.equal('connecting');
  });

  it('never lets an older record replace a newer one', () => {
    const { session } = new CallWorld();
    session.apply(makeRecord({ version: 5, state: 'held' }));
    session.apply(makeRecord({ version: 4, state: 'active' }));
    expect(session.snapshot.record).to.include({ version: 5, state: 'held' });
  });

  it('joins, sends the microphone beside connecting and is connected', async () => {
    const world = await new CallWorld().inCall();
    expect(world.room.asked.slice(0, 2)).to.eql(['connect me', 'microphone audio on']);
    expect(world.session.snapshot).to.include({ phase: 'connected', failure: null });
    expect(world.session.snapshot.local).to.include({ identity: 'me', microphone: 'on' });
    expect(world.session.snapshot.remotes).to.have.length(1);
    expect(world.session.snapshot.remotes[0]).to.include({ name: 'Ana Kovač', microphone: 'on' });
  });

  it('sends the camera in a video call, after the microphone', async () => {
    const world = await new CallWorld().inCall({ medium: 'video' });
    expect(world.room.asked).to.eql(['connect me', 'microphone audio on', 'camera on']);
  });

  it('is there muted while it waits and is heard from the answer on (E-01)', async () => {
    const world = new CallWorld();
    world.session.join(makeRecord({ state: 'queued' }), grant);
    await flush();
    expect(world.room.asked).to.eql(['connect me', 'microphone audio muted']);
    expect(world.session.snapshot.phase).to.equal('waiting');
    world.session.apply(makeRecord({ version: 2, state: 'connecting' }));
    await flush();
    expect(world.room.asked.at(-1)).to.equal('unmute');
  });

  it('sends nothing while the call is held, and what it did before when it goes on (HLD-6)', async () => {
    const world = await new CallWorld().inCall();
    world.session.apply(makeRecord({ version: 2, state: 'held' }));
    await flush();
    expect(world.session.snapshot.phase).to.equal('held');
    expect(world.asked('mute')).to.eql(['mute']);
    world.session.apply(makeRecord({ version: 3, state: 'active' }));
    await flush();
    expect(world.room.asked.at(-1)).to.equal('unmute');
  });

  it('stays muted through hold when the person has muted themselves (HLD-6)', async () => {
    const world = await new CallWorld().inCall();
    await world.session.mute();
    world.session.apply(makeRecord({ version: 2, state: 'held' }));
    world.session.apply(makeRecord({ version: 3, state: 'active' }));
    await flush();
    expect(world.asked('unmute')).to.eql([]);
    expect(world.session.snapshot.local.microphone).to.equal('muted');
  });

  it('mutes and unmutes, and says meanwhile that it does (CTL-1)', async () => {
    const world = await new CallWorld().inCall();
    const muting = world.session.mute();
    expect(world.session.snapshot.pending).to.equal('mute');
    expect(world.session.snapshot.local.microphone, 'nothing is shown before it is true').to.equal('on');
    await muting;
    expect(world.session.snapshot).to.include({ pending: null });
    expect(world.session.snapshot.local.microphone).to.equal('muted');
    await world.session.unmute();
    expect(world.session.snapshot.local.microphone).to.equal('on');
  });

  it('does one thing after the other', async () => {
    const world = await new CallWorld().inCall();
    await Promise.all([world.session.mute(), world.session.unmute()]);
    expect(world.session.snapshot.local.microphone).to.equal('muted');
  });

  it('mutes while a camera opens: no wish not to be heard is dropped', async () => {
    const world = await new CallWorld({ intent: { camera: false } }).inCall({ medium: 'video' });
    const opening = world.session.cameraOn();
    expect(world.session.snapshot.pending).to.equal('camera-on');
    await world.session.mute();
    await opening;
    expect(world.session.snapshot.local).to.include({ microphone: 'muted', camera: 'on' });
    expect(world.session.snapshot.pending).to.equal(null);
  });

  it('stays muted when mute was pressed while the microphone opened', async () => {
    const world = await new CallWorld({ intent: { muted: true }, listenOnly: true }).inCall();
    const unmuting = world.session.unmute();
    await world.session.mute();
    await unmuting;
    expect(world.room.asked).to.not.include('unmute');
    expect(world.session.snapshot.local.microphone).to.equal('muted');
    await world.session.unmute();
    expect(world.session.snapshot.local.microphone).to.equal('on');
  });

  it('stays unseen when the camera was turned off while it opened, and its light goes out', async () => {
    const world = await new CallWorld({ intent: { camera: false } }).inCall({ medium: 'video' });
    const opening = world.session.cameraOn();
    await world.session.cameraOff();
    await opening;
    expect(world.asked('camera')).to.eql([]);
    expect(world.media.snapshot.camera.state).to.equal('off');
    await world.session.cameraOn();
    expect(world.session.snapshot.local.camera).to.equal('on');
  });

  it('turns the camera off while a screen is chosen: no wish not to be seen is dropped', async () => {
    const screens = { getDisplayMedia: () => new Promise<MediaStream>(() => undefined) };
    const world = await new CallWorld({ screens }).inCall({ medium: 'video' });
    void world.session.share();
    await world.session.cameraOff();
    expect(world.asked('camera')).to.eql(['camera on', 'camera off']);
    expect(world.session.snapshot.pending, 'the choice goes on').to.equal('share');
  });

  it('turns the camera on and off, and its light with it (CTL-1)', async () => {
    const world = await new CallWorld({ intent: { camera: false } }).inCall({ medium: 'video' });
    expect(world.asked('camera')).to.eql([]);
    await world.session.cameraOn();
    expect(world.session.snapshot.local.camera).to.equal('on');
    const { track } = world.media.snapshot.camera;
    await world.session.cameraOff();
    expect(world.asked('camera')).to.eql(['camera on', 'camera off']);
    expect(track?.readyState).to.equal('ended');
  });

  it('does not turn on a camera that cannot be had, and says why', async () => {
    const world = await new CallWorld({ intent: { camera: false } }).inCall({ medium: 'video' });
    world.devices.failures.camera = new DOMException('', 'NotReadableError');
    expect(await codeOf(world.session.cameraOn())).to.equal('device-in-use');
    expect(world.session.snapshot.pending).to.equal(null);
    expect(world.session.snapshot.local.camera).to.equal('none');
  });

  it('ends the call for both, whatever else is under way', async () => {
    const world = await new CallWorld().inCall();
    world.room.setMicrophoneMuted = () => new Promise(() => undefined);
    void world.session.mute();
    await world.session.hangup();
    expect(world.control.asked).to.eql(['hangup']);
  });

  it('asks for the end once, and says when it failed', async () => {
    const world = await new CallWorld().inCall();
    world.control.failure = refusal('internal');
    const [first, second] = [codeOf(world.session.hangup()), codeOf(world.session.hangup())];
    expect([await first, await second]).to.eql(['internal', null]);
    expect(world.control.asked).to.eql(['hangup']);
    expect(world.session.snapshot.pending).to.equal(null);
  });

  it('leaves the room and the devices when the record has ended', async () => {
    const world = await new CallWorld().inCall({ medium: 'video' });
    const { track } = world.media.snapshot.microphone;
    world.session.apply(makeRecord({ version: 2, state: 'ended', endReason: 'agent_hangup' }));
    await flush();
    expect(world.session.snapshot.phase).to.equal('ended');
    expect(world.session.snapshot.remotes).to.eql([]);
    expect(world.room.asked.at(-1)).to.equal('close');
    expect([track?.readyState, world.media.snapshot.camera.state]).to.eql(['ended', 'off']);
    await world.clock.advance(60_000);
    expect([world.rooms.length, world.control.asked, world.clock.waiting]).to.eql([1, [], 0]);
  });

  it('never ends the call when it is only closed', async () => {
    const world = await new CallWorld().inCall();
    world.session.close();
    world.session.close();
    await world.clock.advance(60_000);
    expect(world.control.asked).to.eql([]);
    expect(world.asked('close')).to.eql(['close']);
    expect([world.media.snapshot.microphone.state, world.clock.waiting]).to.eql(['off', 0]);
  });

  it('plays what the browser held back', async () => {
    const world = await new CallWorld().inCall();
    world.room.set({ canPlay: false });
    expect(world.session.snapshot.playbackBlocked).to.equal(true);
    await world.session.resumePlayback();
    expect(world.session.snapshot.playbackBlocked).to.equal(false);
  });

  it('plays on the chosen loudspeaker, and on another one when it is chosen (DEV-1)', async () => {
    const world = new CallWorld();
    await world.media.choose('speaker', 'headset');
    await world.inCall();
    await world.media.choose('speaker', 'loud');
    await world.media.choose('speaker', '');
    expect(world.asked('speaker')).to.eql(['speaker headset', 'speaker loud', 'speaker ']);
  });

  it('sends another microphone when it is chosen, still muted (DEV-1)', async () => {
    const world = await new CallWorld().inCall();
    await world.session.mute();
    await world.media.choose('microphone', 'headset');
    await flush();
    expect(world.asked('microphone')).to.eql(['microphone audio on', 'microphone audio muted']);
  });

  it('shows the other side in an element, and the own camera without the room', async () => {
    const world = await new CallWorld().inCall({ medium: 'video' });
    const [theirs, own] = [document.createElement('video'), document.createElement('video')];
    const stop = world.session.attachVideo('customer', 'camera', theirs);
    world.session.attachVideo('me', 'camera', own);
    expect(theirs.dataset['shows']).to.equal('customer');
    expect((own.srcObject as MediaStream).getVideoTracks()[0]).to.equal(world.media.snapshot.camera.track);
    stop();
    expect(theirs.dataset['shows']).to.equal(undefined);
  });
});
