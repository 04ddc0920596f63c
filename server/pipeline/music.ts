import type { Script, ShortRequest, TrackId } from '@shortfactory/core';
import { address } from './artifacts/artifacts.ts';
import type { StageContext } from './stage.ts';

const VERSION = 1;

/** The object of the music that a request asks for: an upload, or a track, which is played if it is not kept. */
export async function musicFor(
  context: StageContext,
  { music, track, source }: ShortRequest,
  { title, language, scenes }: Script,
): Promise<string | undefined> {
  if (music !== undefined || track === undefined) return music;
  const { artifacts, musician, signal } = context;
  const kind = 'topic' in source ? source.kind : undefined;
  const piece = {
    title,
    language,
    narrations: scenes.map(({ narration }) => narration),
    ...(kind === undefined ? {} : { kind }),
  };
  const chosen: TrackId = track === 'auto' ? await musician.choose(piece) : track;
  const name = address('compose', VERSION, { musician: musician.id, track: chosen });
  const { object } = await artifacts.value('compose', name, async () => ({
    object: await artifacts.attach(name, await musician.play(chosen, signal), 'wav'),
  }));
  return object;
}
