/** RIFF WAVE, PCM 16 bit: the one form in which speech is kept between the narrator and the renderer. */

export interface WavHeader {
  readonly sampleRate: number;
  readonly channels: number;
  readonly bitsPerSample: number;
  /** Where the first sample stands in the file. */
  readonly dataOffset: number;
  /** Samples per channel. */
  readonly frames: number;
  readonly seconds: number;
}

/** Rates and channels of sound that can be speech or music; others are a damaged or made-up header. */
const SAMPLE_RATES = { least: 8000, most: 192_000 };
const MOST_CHANNELS = 8;
const HEADER_BYTES = 44;
const PCM = 1;
/** WAVE_FORMAT_EXTENSIBLE: the real format stands first in the sub-format GUID. */
const EXTENSIBLE = 0xfffe;

/** Whether a stated number of samples a second can be one. */
export function isSampleRate(rate: number): boolean {
  return Number.isInteger(rate) && rate >= SAMPLE_RATES.least && rate <= SAMPLE_RATES.most;
}

/** A PCM16 file of these samples, channel by channel in turn; little-endian whatever the machine is. */
export function encodeWav(samples: Int16Array, sampleRate: number, channels = 1): Uint8Array {
  const dataBytes = samples.length * 2;
  const bytes = new Uint8Array(HEADER_BYTES + dataBytes);
  const view = new DataView(bytes.buffer);
  writeTag(bytes, 0, 'RIFF');
  view.setUint32(4, HEADER_BYTES - 8 + dataBytes, true);
  writeTag(bytes, 8, 'WAVE');
  writeTag(bytes, 12, 'fmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, PCM, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * channels * 2, true);
  view.setUint16(32, channels * 2, true);
  view.setUint16(34, 16, true);
  writeTag(bytes, 36, 'data');
  view.setUint32(40, dataBytes, true);
  for (let i = 0; i < samples.length; i++) view.setInt16(HEADER_BYTES + i * 2, samples[i] ?? 0, true);
  return bytes;
}

/** The samples of a mono PCM16 file. Throws as `readWavHeader` does. */
export function decodeWav(bytes: Uint8Array): { readonly samples: Int16Array; readonly sampleRate: number } {
  const { dataOffset, frames, sampleRate } = readWavHeader(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const samples = Int16Array.from({ length: frames }, (_, i) => view.getInt16(dataOffset + i * 2, true));
  return { samples, sampleRate };
}

/**
 * Reads the header of a PCM16 WAV, stepping over chunks it does not know. Throws an Error that says what the bytes
 * are not: not RIFF WAVE, not PCM 16 bit, a rate or channels that cannot be, no sound in it, or shorter than its header
 * promises.
 */
export function readWavHeader(bytes: Uint8Array): WavHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || tagAt(bytes, 0) !== 'RIFF' || tagAt(bytes, 8) !== 'WAVE') {
    throw new Error('not a WAV file: it does not begin with RIFF and WAVE');
  }
  let format: Omit<WavHeader, 'dataOffset' | 'frames' | 'seconds'> | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const tag = tagAt(bytes, at);
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (tag === 'fmt ') format = readFormat(view, body, size);
    if (tag === 'data') {
      if (!format) throw new Error('not a PCM WAV file: its sound comes before its format');
      if (body + size > bytes.length)
        throw new Error(`the WAV file ends ${body + size - bytes.length} bytes early`);
      const frames = Math.floor(size / (format.channels * 2));
      return { ...format, dataOffset: body, frames, seconds: frames / format.sampleRate };
    }
    // Chunks are padded to an even length.
    at = body + size + (size % 2);
  }
  throw new Error('the WAV file holds no sound: it has no data chunk');
}

function readFormat(view: DataView, body: number, size: number) {
  if (size < 16 || body + size > view.byteLength)
    throw new Error('the WAV file is cut off inside its format');
  const outer = view.getUint16(body, true);
  const code = outer === EXTENSIBLE && size >= 26 ? view.getUint16(body + 24, true) : outer;
  const channels = view.getUint16(body + 2, true);
  const sampleRate = view.getUint32(body + 4, true);
  const bitsPerSample = view.getUint16(body + 14, true);
  if (code !== PCM || bitsPerSample !== 16) {
    throw new Error(`the WAV file is not PCM 16 bit (format ${code}, ${bitsPerSample} bit)`);
  }
  if (channels === 0) throw new Error('the WAV file has no channels');
  if (channels > MOST_CHANNELS)
    throw new Error(`the WAV file states ${channels} channels; ${MOST_CHANNELS} at most were expected`);
  if (!isSampleRate(sampleRate)) {
    const { least, most } = SAMPLE_RATES;
    throw new Error(`the WAV file states ${sampleRate} samples a second; ${least} to ${most} were expected`);
  }
  return { sampleRate, channels, bitsPerSample };
}

function writeTag(bytes: Uint8Array, at: number, tag: string): void {
  for (let i = 0; i < 4; i++) bytes[at + i] = tag.charCodeAt(i);
}

function tagAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
