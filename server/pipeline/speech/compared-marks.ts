import { ProviderFailed, decodeWav, splitWords, timeWords, voiceFor } from '@shortfactory/core';
import type { NarrationRequest, SpeechMark, SpokenAudio } from '@shortfactory/core';
import { alignRecording } from '@shortfactory/text';
import type { StageContext } from '../stage.ts';
import { referenceNarrator } from './reference.ts';

/**
 * When the words of a service's speech are heard that tells no times: found by comparing it with a voice of this machine,
 * which knows its own. Where none speaks the language, or the two are not alike, the times stay as they were found by the
 * pauses.
 */
export async function comparedMarks(
  context: Pick<StageContext, 'narrator' | 'instead' | 'reference' | 'signal'>,
  { text, language, phonemes }: NarrationRequest,
  { wav, marks }: SpokenAudio,
): Promise<readonly SpeechMark[]> {
  const by = referenceNarrator(context, language);
  if (!by) return marks;
  const request = { text, language, voice: voiceFor(by.voices, language).id, ...(phonemes && { phonemes }) };
  try {
    const here = await by.narrate(request, context.signal);
    const sound = decodeWav(here.wav);
    const words = splitWords(text, language);
    const ms = (sound.samples.length * 1000) / sound.sampleRate;
    const reference = { ...sound, times: timeWords(words, here.marks, ms) };
    const found = alignRecording(words, decodeWav(wav), reference);
    return found.isText ? found.words.map(({ start, startMs }) => ({ offset: start, ms: startMs })) : marks;
  } catch (error) {
    // What was spoken is paid for, and has times.
    if (error instanceof ProviderFailed) return marks;
    throw error;
  }
}
