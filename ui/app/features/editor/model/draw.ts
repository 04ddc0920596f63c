import type { illustrationAnswer, illustrationRequest } from '@shortfactory/contract';
import type { z } from 'zod';
import type { DraftScene, DraftSettings, ScenePicture } from '../../../shared/drafts/draft.ts';

const MOST_TAKES = 99;

/** Has a scene's picture drawn now; drawn again it is another one. Throws when the API does not draw it. */
export async function drawScene(
  scene: DraftScene,
  { language, imageStyle }: DraftSettings,
  signal: AbortSignal,
): Promise<ScenePicture> {
  const before = scene.picture;
  const again = before !== undefined && before.kind !== 'own' && before.visual === scene.visual;
  const take = again ? ((before.take ?? 0) + 1) % (MOST_TAKES + 1) : 0;
  const request: z.input<typeof illustrationRequest> = {
    visual: scene.visual,
    narration: scene.narration === '' ? scene.visual : scene.narration,
    language,
    imageStyle,
    take,
  };
  const answer = await fetch('/api/illustrations', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  });
  if (!answer.ok) throw new Error(`The drawing answered ${answer.status}`);
  const { upload, url } = (await answer.json()) as z.infer<typeof illustrationAnswer>;
  return { kind: 'drawn', url, upload, visual: scene.visual, style: imageStyle, take };
}
