import { makeSilence } from '@carillon/call/testing';

/** A silent microphone and a picture of one colour: real tracks without a device. */
export function fakeStream({ audio = true, video = true }: { audio?: boolean; video?: boolean } = {}): MediaStream {
  return new MediaStream([...(audio ? [makeSilence()] : []), ...(video ? [fakeCamera()] : [])]);
}

function fakeCamera(): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 360;
  const pen = canvas.getContext('2d');
  if (pen) {
    const sky = pen.createLinearGradient(0, 0, 640, 360);
    sky.addColorStop(0, '#b9a58c');
    sky.addColorStop(1, '#5f6f7c');
    pen.fillStyle = sky;
    pen.fillRect(0, 0, 640, 360);
    pen.fillStyle = '#e8c9ad';
    pen.beginPath();
    pen.arc(320, 150, 70, 0, 7);
    pen.fill();
    pen.fillStyle = '#35506b';
    pen.beginPath();
    pen.ellipse(320, 360, 150, 130, 0, 0, 7);
    pen.fill();
  }
  const [track] = canvas.captureStream(5).getVideoTracks();
  if (!track) throw new Error('no video track');
  return track;
}
