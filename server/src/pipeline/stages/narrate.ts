import type { Script } from '../../domain/script.ts';
import { readWavHeader } from '../../domain/wav.ts';
import type { SpeechMark } from '../../ports/narrator.ts';
import { address } from '../artifacts.ts';
import { byScene } from '../by-scene.ts';
import type { StageContext } from '../stage.ts';

const VERSION = 1;

/** A scene's speech: object name of the WAV, its length, and when which place in the text is spoken. */
export interface Narration {
  readonly audio: string;
  readonly audioMs: number;
  readonly marks: readonly SpeechMark[];
}

/** Scenes → speech. */
export function narrate(context: StageContext, script: Script, voice: string): Promise<Narration[]> {
  const { narrator, artifacts, store, signal } = context;
  return byScene(context, 'narrate', script.scenes, async (scene): Promise<Narration> => {
    const request = { text: scene.narration, language: script.language, voice };
    const name = address('narrate', VERSION, { narrator: narrator.id, ...request });
    return artifacts.value('narrate', name, async () => {
      const { wav, marks } = await narrator.narrate(request, signal);
      const audio = `${name}.wav`;
      await store.create(audio, { bytes: wav });
      return { audio, audioMs: Math.round(readWavHeader(wav).seconds * 1000), marks };
    });
  });
}
