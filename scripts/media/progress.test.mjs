import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BuildProgress } from './progress.mjs';

describe('progress of a Go build', () => {
  it('counts a step for each module downloaded and each package compiled', () => {
    const progress = new BuildProgress(10);
    progress.read('go: downloading github.com/pion/webrtc/v4 v4.1.0\ngo: downloading golang.org/x/net v0.50.0\n');
    assert.equal(progress.step, 2);
    assert.equal(progress.now, 'download golang.org/x/net');
    progress.know(3);
    assert.equal(progress.of, 6);
    progress.read('internal/abi\ngithub.com/pion/webrtc/v4\ngithub.com/livekit/livekit-server/cmd/server\n');
    assert.deepEqual(
      [progress.step, progress.of, progress.now],
      [5, 6, 'compile github.com/livekit/livekit-server/cmd/server'],
    );
  });

  it('puts lines together that come in pieces', () => {
    const progress = new BuildProgress();
    assert.equal(progress.read('github.com/pi'), false);
    assert.equal(progress.read('on/sdp\ninter'), true);
    assert.equal(progress.now, 'compile github.com/pion/sdp');
    assert.equal(progress.step, 1);
  });

  it('counts neither warnings nor errors', () => {
    const progress = new BuildProgress();
    progress.read(
      '# github.com/x/y\n./a.go:3:1: undefined: b\ngo: warning: something\nnote: module requires Go 1.27\n\n',
    );
    assert.equal(progress.step, 0);
  });

  it('never passes its end, however wrong the guess was', () => {
    const progress = new BuildProgress(1);
    progress.read('a\nb\nc\n');
    assert.deepEqual([progress.step, progress.of], [3, 3]);
  });
});
