/** A WAV file of a tone: 8 kHz, mono, 16 bit. */
export function wav(toneHz: number, seconds: number): Buffer {
  const rate = 8_000;
  const samples = new Int16Array(rate * seconds).map((_, i) => 16_000 * Math.sin((2 * Math.PI * toneHz * i) / rate));
  const header = Buffer.alloc(44);
  header.write('RIFF');
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20); // PCM
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(2 * rate, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}
