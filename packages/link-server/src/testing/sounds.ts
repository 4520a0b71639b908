/** A sound to test with. */
export interface Tone {
  readonly hz?: number;
  readonly seconds?: number;
  /** Samples a second. */
  readonly rate?: number;
}

/** A WAV file of a pure tone, one channel of 16 bits at half of full scale. */
export function wavOf({ hz = 440, seconds = 0.1, rate = 8_000 }: Tone = {}): Buffer<ArrayBuffer> {
  const length = Math.round(seconds * rate);
  const file = Buffer.alloc(44 + 2 * length);
  file.write('RIFF');
  file.writeUInt32LE(36 + 2 * length, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(2 * rate, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(2 * length, 40);
  for (let i = 0; i < length; i++)
    file.writeInt16LE(Math.round(16_384 * Math.sin((2 * Math.PI * hz * i) / rate)), 44 + 2 * i);
  return file;
}
