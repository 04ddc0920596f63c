import { expect } from 'chai';
import { encodeWav, readWavHeader } from '../domain/speech/wav.ts';

const samples = Int16Array.from([0, 1, -1, 32_767, -32_768, 256]);

/** The same file with four bytes put at a place. */
function withBytes(wav: Uint8Array, at: number, ...bytes: number[]): Uint8Array {
  const changed = wav.slice();
  changed.set(bytes, at);
  return changed;
}

describe('WAV', () => {
  it('keeps every sample, little-endian, after its header', () => {
    const wav = encodeWav(samples, 22_050);
    const header = readWavHeader(wav);
    expect(header).to.deep.equal({
      sampleRate: 22_050,
      channels: 1,
      bitsPerSample: 16,
      dataOffset: 44,
      frames: 6,
      seconds: 6 / 22_050,
    });
    const view = new DataView(wav.buffer, header.dataOffset);
    expect([...samples.keys()].map((i) => view.getInt16(i * 2, true))).to.deep.equal([...samples]);
  });

  it('states the length of the whole file, as players expect', () => {
    const wav = encodeWav(samples, 8000);
    expect(new DataView(wav.buffer).getUint32(4, true)).to.equal(wav.length - 8);
  });

  it('reads a file without a sample', () => {
    expect(readWavHeader(encodeWav(new Int16Array(), 8000)).seconds).to.equal(0);
  });

  it('steps over chunks that it does not know, padded ones too', () => {
    const wav = encodeWav(samples, 8000);
    // "LIST", 3 bytes long, one byte of padding.
    const list = [0x4c, 0x49, 0x53, 0x54, 3, 0, 0, 0, 1, 2, 3, 0];
    const longer = Uint8Array.from([...wav.subarray(0, 36), ...list, ...wav.subarray(36)]);
    expect(readWavHeader(longer)).to.include({ dataOffset: 56, frames: 6 });
  });

  it('reads a file that lies inside a larger buffer', () => {
    const wav = encodeWav(samples, 8000);
    const buffer = new Uint8Array(wav.length + 10);
    buffer.set(wav, 7);
    expect(readWavHeader(buffer.subarray(7, 7 + wav.length)).frames).to.equal(6);
  });

  const wav = encodeWav(samples, 8000);
  const cases: [string, Uint8Array, RegExp][] = [
    ['nothing', new Uint8Array(), /not a WAV file/],
    ['an MP3', Uint8Array.from([0x49, 0x44, 0x33, ...new Array<number>(60).fill(0)]), /not a WAV file/],
    ['float samples', withBytes(wav, 20, 3, 0), /not PCM 16 bit \(format 3, 16 bit\)/],
    ['8 bit samples', withBytes(wav, 34, 8, 0), /not PCM 16 bit \(format 1, 8 bit\)/],
    ['no channels', withBytes(wav, 22, 0, 0), /no channels/],
    ['65,535 channels', withBytes(wav, 22, 0xff, 0xff), /states 65535 channels; 8 at most/],
    ['one sample a second', withBytes(wav, 24, 1, 0, 0, 0), /states 1 samples a second/],
    [
      'two thousand million a second',
      withBytes(wav, 24, 0, 0, 0, 0x80),
      /states 2147483648 samples a second/,
    ],
    ['no data chunk', withBytes(wav, 36, 0x58), /no data chunk/],
    ['sound before its format', withBytes(wav, 12, 0x58), /before its format/],
    ['a cut file', wav.subarray(0, wav.length - 4), /ends 4 bytes early/],
    ['a file cut in its header', wav.subarray(0, 30), /cut off/],
  ];
  for (const [what, bytes, message] of cases) {
    it(`refuses ${what}`, () => {
      expect(() => readWavHeader(bytes)).to.throw(message);
    });
  }
});
