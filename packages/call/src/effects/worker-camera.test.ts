import { expect } from '@open-wc/testing';
import { makePicture } from '../media/testing/make-tracks.js';
import { workerStreams } from './frame-streams.js';
import { WorkerCamera } from './worker-camera.js';

/** Streams as WebKit has them in workers, of nothing: frames through real ones are in `effects-processor.test.ts`. */
function support() {
  const read: { track: MediaStreamTrack; maxBufferSize?: number }[] = [];
  const generators: object[] = [];
  return {
    read,
    generators,
    classes: {
      Processor: class {
        readonly readable = new ReadableStream<VideoFrame>();
        constructor(init: { track: MediaStreamTrack; maxBufferSize?: number }) {
          read.push(init);
        }
      },
      Generator: class {
        readonly track = makePicture();
        readonly writable = new WritableStream<VideoFrame>();
        constructor() {
          generators.push(this);
        }
      },
    },
  };
}

describe('cameras in a worker', () => {
  it('become one track, whichever of them it is made of (BGD-2)', () => {
    const { classes, read, generators } = support();
    const camera = new WorkerCamera(classes);
    const [one, other] = [makePicture(), makePicture()];
    const first = camera.take(one);
    expect(first.made?.track.readyState).to.equal('live');
    const second = camera.take(other);
    expect(second.made).to.equal(undefined);
    expect(second.readable).not.to.equal(first.readable);
    expect(generators.length).to.equal(1);
    expect(read.map(({ track, maxBufferSize }) => [track === one, maxBufferSize])).to.deep.equal([
      [true, 1],
      [false, 1],
    ]);
  });

  it('are let go when another comes and when the camera is off, so that its light goes out', () => {
    const camera = new WorkerCamera(support().classes);
    const [one, other] = [makePicture(), makePicture()];
    camera.take(one);
    camera.take(other);
    expect([one.readyState, other.readyState]).to.deep.equal(['ended', 'live']);
    camera.release();
    expect(other.readyState).to.equal('ended');
    camera.release();
  });
});

describe('streams of frames in a worker', () => {
  it('are there where both classes are', () => {
    const { Processor, Generator } = support().classes;
    const found = workerStreams({ MediaStreamTrackProcessor: Processor, VideoTrackGenerator: Generator });
    expect(found).to.deep.equal({ Processor, Generator });
    expect(workerStreams({ MediaStreamTrackProcessor: Processor })).to.equal(null);
    expect(workerStreams({ VideoTrackGenerator: Generator })).to.equal(null);
  });
});
