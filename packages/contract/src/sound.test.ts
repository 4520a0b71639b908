import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ChangeQueueRequest, HoldAnnouncement } from './queue.js';
import { readSoundHeader } from './sound-header.js';
import { soundLimits, soundProblem } from './sound.js';

const join = (...parts: readonly (string | Iterable<number>)[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : [...part])),
  );
const little = (value: number, bytes = 4) => Array.from({ length: bytes }, (_, i) => (value >>> (8 * i)) & 255);
const big = (value: number) => little(value).reverse();
const zeros = (n: number): number[] => new Array<number>(n).fill(0);

const wav = (format: number, data: number, more = '') =>
  join(
    ...(['RIFF', little(99), 'WAVE', more, 'fmt ', little(16), little(format, 2), little(1, 2)] as const),
    ...([little(8_000), little(16_000), little(2, 2), little(16, 2), 'data', little(data), zeros(data)] as const),
  );
/** `extensible` says what it wraps in a field further on. */
const extensible = join(
  ...(['RIFF', little(99), 'WAVE', 'fmt ', little(40), little(0xfffe, 2), zeros(22)] as const),
  ...([little(1, 2), zeros(14), 'data', little(4), zeros(4)] as const),
);
/** A frame of MPEG-1 layer III at 128 kbit/s and 44.1 kHz: 417 bytes. */
const frame = [0xff, 0xfb, 0x90, 0x00, ...zeros(413)];
/** One of MPEG-2 at 64 kbit/s and 22.05 kHz: 208 bytes. */
const small = [0xff, 0xf3, 0x80, 0x00, ...zeros(204)];
const tag = (size: number) => ['ID3', [4, 0, 0, 0, 0, size >> 7, size & 127], zeros(size)] as const;
const ogg = (codec: string, then = 'OggS') => join('OggS', zeros(22), [1, codec.length], codec, then);
const m4a = (brands: string, ...boxes: readonly string[]) =>
  join(
    ...([big(8 + brands.length + 4), 'ftyp', brands.slice(0, 4), zeros(4), brands.slice(4)] as const),
    ...boxes.flatMap((name) => [big(12), name, zeros(4)] as const),
  );

describe('the header of a sound', () => {
  for (const [what, file, type] of [
    ['a WAV of whole numbers', wav(1, 4), 'audio/wav'],
    ['a WAV of floating point', wav(3, 4), 'audio/wav'],
    ['an extensible WAV', extensible, 'audio/wav'],
    ['a WAV with something before', wav(1, 4, 'LIST\x03\0\0\0abc\0'), 'audio/wav'],
    ['an MP3', join(frame, frame), 'audio/mpeg'],
    ['an MP3 with a tag', join(...tag(300), frame, frame), 'audio/mpeg'],
    ['a slow MP3', join(small, small), 'audio/mpeg'],
    ['Opus', ogg('OpusHead'), 'audio/ogg'],
    ['Vorbis', ogg('\x01vorbis'), 'audio/ogg'],
    ['an M4A', m4a('M4A isom', 'moov', 'free', 'mdat'), 'audio/mp4'],
    ['an M4A by another brand', m4a('mp42M4A ', 'mdat', 'moov'), 'audio/mp4'],
  ] as const) {
    it(`tells ${what}`, () => assert.deepEqual(readSoundHeader(file), { type, audible: true }));
    it(`never fails on a part of ${what}`, () => {
      for (let length = 0; length < file.length; length++) {
        const header = readSoundHeader(file.subarray(0, length));
        assert.ok(header === null || header.type === type, `${length} bytes`);
      }
    });
  }

  for (const [what, file] of [
    ['WAV without samples', wav(1, 0)],
    ['WAV that ends before its samples', wav(1, 4).subarray(0, 44)],
    ['a tag without music', join(...tag(20), zeros(20))],
    ['a tag with one frame', join(...tag(20), frame)],
    ['an Ogg of one page', ogg('OpusHead', '')],
    ['an M4A without samples', m4a('M4A isom', 'moov')],
    ['an M4A with a box of no size', join(m4a('M4A isom', 'moov'), [0, 0, 0, 2], 'mdat')],
  ] as const)
    it(`says that nothing is to be heard in ${what}`, () => assert.equal(readSoundHeader(file)?.audible, false));

  for (const [what, file] of [
    ['nothing', join()],
    ['text', join('hello')],
    ['a page', join('<script>alert(1)</script>')],
    ['an AVI', join('RIFF', little(9), 'AVI ')],
    ['a WAV of telephone samples', wav(7, 4)],
    ['a video', m4a('mp42isom', 'moov', 'mdat')],
    ['a video in Ogg', ogg('\x80theora')],
    ['AAC by itself', join([0xff, 0xf1, 0x50, 0x80], zeros(400))],
    ['one frame and something else', join(frame, 'hello')],
    ['a picture', join([0x89], 'PNG\r\n', zeros(60))],
  ] as const)
    it(`does not take ${what}`, () => assert.equal(readSoundHeader(file), null));
});

describe('what is wrong with a sound', () => {
  const { bytes } = soundLimits;
  for (const [what, file, expected] of [
    ['one of 5 MiB', wav(1, bytes - 44), null],
    ['one of a byte more', wav(1, bytes - 43), 'body_too_large'],
    ['one without samples', wav(1, 0), 'sound_damaged'],
    ['text', join('hello'), 'sound_unsupported'],
  ] as const)
    it(`${what}: ${expected ?? 'nothing'}`, () => assert.equal(soundProblem(file), expected));
});

describe('what is announced on hold (HLD-7)', () => {
  it('comes again after 10 seconds at the earliest and ten minutes at the latest', () => {
    for (const [everyMs, good] of [
      [9_999, false],
      [10_000, true],
      [600_000, true],
      [600_001, false],
    ] as const)
      assert.equal(HoldAnnouncement.safeParse({ sound: null, everyMs }).success, good, String(everyMs));
  });

  it('is asked for with nothing else', () => {
    const change = (holdAnnouncement: unknown) =>
      ChangeQueueRequest.safeParse({ version: 1, holdAnnouncement }).success;
    assert.ok(change(null));
    assert.ok(change({ sound: `snd_${'A'.repeat(22)}`, everyMs: 30_000 }));
    for (const wrong of [{}, 'built-in', { sound: null }, { everyMs: 30_000 }, { sound: '../x', everyMs: 30_000 }])
      assert.ok(!change(wrong), JSON.stringify(wrong));
    assert.ok(!change({ sound: null, everyMs: 30_000, url: 'https://evil.example/x.mp3' }));
  });
});
