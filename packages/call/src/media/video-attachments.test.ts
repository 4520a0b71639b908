import { expect } from '@open-wc/testing';
import { VideoAttachments, type ShowableTrack } from './video-attachments.js';

/** Tracks by `identity/source`, and what the elements show. */
function world() {
  const tracks = new Map<string, ShowableTrack>();
  const shown: string[] = [];
  const track = (name: string): ShowableTrack => ({
    attach: () => shown.push(`+${name}`),
    detach: () => shown.push(`-${name}`),
  });
  const attachments = new VideoAttachments((identity, source) => tracks.get(`${identity}/${source}`));
  return { tracks, shown, track, attachments, video: document.createElement('video') };
}

describe('pictures', () => {
  it('are shown when they come, in the element that waits for them', () => {
    const { tracks, shown, track, attachments, video } = world();
    attachments.add('ana', 'camera', video);
    expect(shown).to.eql([]);
    tracks.set('ana/camera', track('a'));
    attachments.refresh();
    attachments.refresh();
    expect(shown).to.eql(['+a']);
  });

  it('are replaced and taken away', () => {
    const { tracks, shown, track, attachments, video } = world();
    tracks.set('ana/camera', track('a'));
    attachments.add('ana', 'camera', video);
    tracks.set('ana/camera', track('b'));
    attachments.refresh();
    tracks.clear();
    attachments.refresh();
    expect(shown).to.eql(['+a', '-a', '+b', '-b']);
  });

  it('are not mixed up: a screen is no camera, and nobody is somebody else', () => {
    const { tracks, shown, track, attachments, video } = world();
    tracks.set('ana/screen', track('screen'));
    tracks.set('ben/camera', track('ben'));
    attachments.add('ana', 'camera', video);
    expect(shown).to.eql([]);
    attachments.add('ana', 'screen', video);
    expect(shown).to.eql(['+screen']);
  });

  it('are let go once', () => {
    const { tracks, shown, track, attachments, video } = world();
    tracks.set('ana/camera', track('a'));
    const stop = attachments.add('ana', 'camera', video);
    stop();
    stop();
    tracks.set('ana/camera', track('b'));
    attachments.refresh();
    expect(shown).to.eql(['+a', '-a']);
  });
});
