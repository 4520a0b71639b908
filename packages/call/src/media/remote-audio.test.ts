import { expect } from '@open-wc/testing';
import { RemoteAudio } from './remote-audio.js';

/** A remote track that tells where it plays. */
class Track {
  readonly elements = new Set<HTMLMediaElement & { sink?: string }>();
  readonly sinks: string[] = [];

  attach(element: HTMLMediaElement): void {
    this.elements.add(element);
    Object.assign(element, {
      setSinkId: (id: string) => {
        if (id === 'unplugged') return Promise.reject(new DOMException('', 'NotFoundError'));
        this.sinks.push(id);
        return Promise.resolve();
      },
    });
  }

  detach(element: HTMLMediaElement): void {
    this.elements.delete(element);
  }
}

describe('remote sound', () => {
  it('plays in an element of its own, outside of every document', () => {
    const track = new Track();
    new RemoteAudio().play(track);
    const [element] = track.elements;
    expect(element?.autoplay).to.equal(true);
    expect(element?.isConnected).to.equal(false);
  });

  it('plays a track once, and stops', () => {
    const track = new Track();
    const audio = new RemoteAudio();
    audio.play(track);
    audio.play(track);
    expect(track.elements.size).to.equal(1);
    audio.stop(track);
    audio.stop(track);
    expect(track.elements.size).to.equal(0);
  });

  it('plays on the chosen loudspeaker, now and later (DEV-1)', async () => {
    const [first, second] = [new Track(), new Track()];
    const audio = new RemoteAudio('loud');
    audio.play(first);
    await audio.setSpeaker('headset');
    audio.play(second);
    expect(first.sinks).to.eql(['loud', 'headset']);
    expect(second.sinks).to.eql(['headset']);
  });

  it('goes on when the loudspeaker has been unplugged', async () => {
    const track = new Track();
    const audio = new RemoteAudio();
    audio.play(track);
    await audio.setSpeaker('unplugged');
    expect(track.elements.size).to.equal(1);
  });

  it('is silent on hold but for one participant, for tracks that come later, too (HLD-5)', () => {
    const [customer, colleague, late] = [new Track(), new Track(), new Track()];
    const audio = new RemoteAudio();
    audio.play(customer, 'customer');
    audio.play(colleague, 'colleague');
    const muted = (track: Track) => [...track.elements].map((element) => element.muted);
    audio.silence(true, 'colleague');
    audio.play(late, 'customer');
    expect([customer, colleague, late].map(muted)).to.eql([[true], [false], [true]]);
    audio.silence(true);
    expect(muted(colleague)).to.eql([true]);
    audio.silence(false);
    expect([customer, colleague, late].map(muted)).to.eql([[false], [false], [false]]);
  });

  it('stops everything when it is closed', () => {
    const [first, second] = [new Track(), new Track()];
    const audio = new RemoteAudio();
    audio.play(first);
    audio.play(second);
    audio.close();
    expect(first.elements.size + second.elements.size).to.equal(0);
  });
});
