/** So many seconds of a quiet tone: RIFF WAV, PCM 16 bit mono. */
export function beep(seconds: number): Buffer {
  const rate = 8000;
  const bytes = Buffer.alloc(44 + seconds * rate * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(seconds * rate * 2, 40);
  for (let at = 0; at < seconds * rate; at += 1) {
    bytes.writeInt16LE(Math.round(3000 * Math.sin((2 * Math.PI * 440 * at) / rate)), 44 + 2 * at);
  }
  return bytes;
}
