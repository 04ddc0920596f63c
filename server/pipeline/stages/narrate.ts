import { readWavHeader } from '@shortfactory/core';
import type { Scene, Script, SpeechMark } from '@shortfactory/core';
import { address } from '../artifacts/artifacts.ts';
import { byScene } from '../by-scene.ts';
import type { CastMember } from '../cast.ts';
import { deliver } from '../deliver.ts';
import type { StageContext } from '../stage.ts';

const VERSION = 1;

/** A scene's speech: object name of the WAV, its length, and when which place in the text is spoken. */
export interface Narration {
  readonly audio: string;
  readonly audioMs: number;
  readonly marks: readonly SpeechMark[];
}

/** Scenes → speech, by the first of the cast that delivers it. */
export function narrate(
  context: StageContext,
  script: Script,
  cast: readonly CastMember[],
): Promise<Narration[]> {
  const { artifacts, signal, account } = context;
  const speak = async (scene: Scene, index: number): Promise<Narration> => {
    const makers = cast.map(({ narrator, voice }) => {
      const request = { text: scene.narration, language: script.language, voice };
      const name = address('narrate', VERSION, { narrator: narrator.id, ...request });
      const make = async (): Promise<Narration> => {
        const { wav, marks } = await narrator.narrate(request, signal, account);
        const audioMs = Math.round(readWavHeader(wav).seconds * 1000);
        return { audio: await artifacts.attach(name, wav, 'wav'), audioMs, marks };
      };
      return { id: narrator.id, address: name, make };
    });
    return deliver(context, { stage: 'narrate', scene: index }, makers);
  };
  return byScene(context, 'narrate', script.scenes, speak, ({ audioMs }) => ({
    narrationSeconds: audioMs / 1000,
  }));
}
