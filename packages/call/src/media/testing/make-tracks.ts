let shared: AudioContext | undefined;
/** One for all tracks of a page: a browser gives its pages some dozens together, and the next one never starts. */
const soundContext = (): AudioContext => (shared ??= new AudioContext());

/** A microphone that hears nothing. */
export const makeSilence = (): MediaStreamTrack => firstTrack(soundContext().createMediaStreamDestination().stream);

/** A microphone that hears a tone. */
export function makeSound(hertz = 440): MediaStreamTrack {
  const context = soundContext();
  const destination = context.createMediaStreamDestination();
  const oscillator = new OscillatorNode(context, { frequency: hertz });
  oscillator.connect(destination);
  oscillator.start();
  return firstTrack(destination.stream);
}

/** A camera that sees a wall. A canvas gives a frame only when it is painted, so it is painted for as long as the track lives. */
export function makePicture(): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 360];
  const pen = canvas.getContext('2d');
  const track = firstTrack(canvas.captureStream(15));
  const paint = () => {
    if (track.readyState === 'ended') return clearInterval(timer);
    pen?.fillRect(0, 0, 640, 360);
  };
  const timer = setInterval(paint, 66);
  paint();
  return track;
}

function firstTrack(stream: MediaStream): MediaStreamTrack {
  const [track] = stream.getTracks();
  if (!track) throw new Error('a stream without a track');
  return track;
}
