/** A picture that moves, with nobody in it. */
export interface TestPicture {
  readonly track: MediaStreamTrack;
  stop(): void;
}

/** Noise, which no encoder can make small: the line is tried, and not the encoder. */
export function testPicture(): TestPicture {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
  const pen = canvas.getContext('2d');
  const draw = () => {
    if (!pen) return;
    for (let i = 0; i < 400; i++) {
      pen.fillStyle = `hsl(${Math.random() * 360} 60% 50%)`;
      pen.fillRect(Math.random() * 640, Math.random() * 360, 40, 24);
    }
  };
  draw();
  const timer = setInterval(draw, 66);
  const [track] = canvas.captureStream(15).getVideoTracks();
  if (!track) throw new DOMException('No picture can be drawn.', 'NotSupportedError');
  return {
    track,
    stop() {
      clearInterval(timer);
      track.stop();
    },
  };
}
