/** The kinds that are taken, by what their bytes say; what a file is called or declared as proves nothing. */
export const soundTypes = Object.freeze(['audio/wav', 'audio/mpeg', 'audio/ogg', 'audio/mp4'] as const);
export type SoundType = (typeof soundTypes)[number];

/** What the first bytes of a sound say about it. */
export interface SoundHeader {
  readonly type: SoundType;
  /** Whether something to hear follows. */
  readonly audible: boolean;
}

/**
 * Reads what kind of sound a file is from its bytes, without decoding: WAV with plain samples, MP3, Ogg with Opus or
 * Vorbis, and M4A, the kinds that browsers play. Null for everything else.
 */
export function readSoundHeader(bytes: Uint8Array): SoundHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const read of [wav, ogg, m4a, mp3])
    try {
      const audible = read(view);
      if (audible !== null) return { type: typeOf.get(read) ?? 'audio/wav', audible };
    } catch {
      // A RangeError: it ends in the middle of its header.
    }
  return null;
}

/** Says of a file of its kind whether something is to be heard; null of every other. */
type Reader = (view: DataView) => boolean | null;

const textAt = (view: DataView, at: number, length: number) =>
  String.fromCharCode(...Array.from({ length }, (_, i) => (at + i < view.byteLength ? view.getUint8(at + i) : 0)));

/** Samples as they are: whole numbers or floating point, and what `extensible` wraps of the two. */
const plainSamples: readonly number[] = [1, 3];
const extensible = 0xfffe;

function wav(view: DataView): boolean | null {
  if (textAt(view, 0, 4) !== 'RIFF' || textAt(view, 8, 4) !== 'WAVE') return null;
  let plain = false;
  for (let at = 12; at + 8 <= view.byteLength;) {
    const [name, size] = [textAt(view, at, 4), view.getUint32(at + 4, true)];
    if (name === 'fmt ' && at + 24 <= view.byteLength) {
      const format = view.getUint16(at + 8, true);
      plain = plainSamples.includes(format === extensible ? view.getUint16(at + 32, true) : format);
      if (!plain) return null;
    }
    if (name === 'data') return plain && size > 0 && at + 8 < view.byteLength;
    at += 8 + size + (size % 2);
  }
  return false;
}

/** The first page names the codec; without a second one there is nothing to hear. */
function ogg(view: DataView): boolean | null {
  if (textAt(view, 0, 5) !== 'OggS\0') return null;
  const segments = view.getUint8(26);
  const start = 27 + segments;
  if (textAt(view, start, 8) !== 'OpusHead' && textAt(view, start, 7) !== '\x01vorbis') return null;
  let next = start;
  for (let i = 0; i < segments; i++) next += view.getUint8(27 + i);
  return textAt(view, next, 4) === 'OggS';
}

/** Boxes after boxes: the first says what it is, others how and what is heard. */
function m4a(view: DataView): boolean | null {
  if (textAt(view, 4, 4) !== 'ftyp') return null;
  const brands = Array.from({ length: Math.min(32, view.getUint32(0) / 4) }, (_, i) => textAt(view, 4 * i, 4));
  if (!brands.slice(2).includes('M4A ')) return null;
  const boxes = new Set<string>();
  for (let at = 0; at + 8 <= view.byteLength;) {
    const size = view.getUint32(at);
    const whole = size === 1 ? Number(view.getBigUint64(at + 8)) : size === 0 ? view.byteLength - at : size;
    if (whole < 8) return false;
    if (whole > 8) boxes.add(textAt(view, at + 4, 4));
    at += whole;
  }
  return boxes.has('moov') && boxes.has('mdat');
}

/** Bits a second, in thousands, by their number in a frame's header: of MPEG-1, and of MPEG-2 and 2.5. */
const bitRates = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const sampleRates = [44_100, 48_000, 32_000] as const;

/** Its tags are passed over. Two frames in a row are no chance; a tag that none follows is a damaged file. */
function mp3(view: DataView): boolean | null {
  const tagged = textAt(view, 0, 3) === 'ID3';
  const start = tagged ? afterTag(view) : 0;
  const frame = start < view.byteLength ? frameLength(view, start) : null;
  const next = frame === null ? null : start + frame;
  const audible = next !== null && next + 4 <= view.byteLength && frameLength(view, next) !== null;
  return audible || (tagged ? false : null);
}

/** Tags write their size in four times seven bits. */
function afterTag(view: DataView): number {
  let size = 0;
  for (let at = 6; at < 10; at++) size = (size << 7) | (view.getUint8(at) & 0x7f);
  return 10 + size + (view.getUint8(5) & 0x10 ? 10 : 0);
}

/** How long a frame of layer III is; null where there is none. */
function frameLength(view: DataView, at: number): number | null {
  const head = view.getUint32(at);
  const [version, layer] = [(head >>> 19) & 3, (head >>> 17) & 3];
  if (head >>> 21 !== 0x7ff || version === 1 || layer !== 1) return null;
  const bits = bitRates[version === 3 ? 0 : 1][(head >>> 12) & 15];
  const samples = sampleRates[(head >>> 10) & 3];
  if (!bits || !samples) return null;
  const rate = samples / (version === 3 ? 1 : version === 2 ? 2 : 4);
  return Math.floor(((version === 3 ? 144_000 : 72_000) * bits) / rate) + ((head >>> 9) & 1);
}

const typeOf: ReadonlyMap<Reader, SoundType> = new Map<Reader, SoundType>([
  [wav, 'audio/wav'],
  [ogg, 'audio/ogg'],
  [m4a, 'audio/mp4'],
  [mp3, 'audio/mpeg'],
]);
