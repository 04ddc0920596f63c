/** Recording a person's voice in the browser. Nothing of it depends on the page. */

/** Why there is no recording. */
export type NoRecording = 'denied' | 'none' | 'busy' | 'lost' | 'insecure' | 'unable' | 'nothing';

export class RecordingFailed extends Error {
  override readonly name = 'RecordingFailed';
  readonly why: NoRecording;
  constructor(why: NoRecording) {
    super(why);
    this.why = why;
  }
}

/** A recording under way. */
export interface Recorder {
  /** How loud it is now, 0 to 1; 1 is the loudest that there is. */
  level(): number;
  /** Ends it and gives what was said. Rejects with RecordingFailed. */
  stop(): Promise<File>;
  /** Ends it; nothing is kept. */
  cancel(): void;
}

/** What browsers record, best first: Chromium and Firefox the first, Safari the last. */
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];
const ENDINGS: Readonly<Record<string, string>> = {
  'audio/webm': 'webm',
  'audio/ogg': 'ogg',
  'audio/mp4': 'm4a',
};

/** Why this page cannot record at all; undefined where it can. */
export function cannotRecord(): NoRecording | undefined {
  if (!isSecureContext) return 'insecure';
  const media = navigator.mediaDevices as MediaDevices | undefined;
  return typeof MediaRecorder === 'undefined' || !media ? 'unable' : undefined;
}

/**
 * Asks for the microphone and records. `onLost` is called when the microphone goes away by itself. Throws RecordingFailed.
 */
export async function record(name: string, onLost: () => void): Promise<Recorder> {
  const cannot = cannotRecord();
  if (cannot) throw new RecordingFailed(cannot);
  const stream = await microphone();
  const type = TYPES.find((each) => MediaRecorder.isTypeSupported(each));
  const recorder = new MediaRecorder(stream, type === undefined ? {} : { mimeType: type });
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  const meter = openMeter(stream);
  const close = (): void => {
    stream.getTracks().forEach((track) => track.stop());
    meter.close();
  };
  // `stop()` of ours does not fire it.
  stream.getAudioTracks()[0]?.addEventListener('ended', () => {
    close();
    onLost();
  });
  recorder.start();
  return {
    level: meter.level,
    stop: () =>
      new Promise((resolve, reject) => {
        recorder.addEventListener('stop', () => {
          close();
          const mediaType = (recorder.mimeType.split(';')[0] ?? '').trim();
          const file = new File(pieces, `${name}.${ENDINGS[mediaType] ?? 'webm'}`, { type: mediaType });
          if (file.size > 0) resolve(file);
          else reject(new RecordingFailed('nothing'));
        });
        if (recorder.state === 'inactive') reject(new RecordingFailed('lost'));
        else recorder.stop();
      }),
    cancel() {
      if (recorder.state !== 'inactive') recorder.stop();
      close();
    },
  };
}

async function microphone(): Promise<MediaStream> {
  try {
    // The browser takes hum and room out of it, as for a call.
    return await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, noiseSuppression: true, autoGainControl: true, echoCancellation: false },
    });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'NotAllowedError' || name === 'SecurityError') throw new RecordingFailed('denied');
    if (name === 'NotSupportedError') throw new RecordingFailed('unable');
    throw new RecordingFailed(name === 'NotFoundError' ? 'none' : 'busy');
  }
}

/** The peak of the last 50 ms or so. */
function openMeter(stream: MediaStream): { readonly level: () => number; readonly close: () => void } {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 2048;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level: () => {
      analyser.getFloatTimeDomainData(samples);
      return Math.min(
        1,
        samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
      );
    },
    close: () => void context.close().catch(() => undefined),
  };
}
