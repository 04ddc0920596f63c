import type { recordingAnswer, recordingRequest } from '@shortfactory/contract';
import type { z } from 'zod';
import type { SceneRecording } from '../../../shared/drafts/draft.ts';

/** The words of a narration are not in its recording. `detail` follows "The recording". */
export class RecordingRefused extends Error {
  override readonly name = 'RecordingRefused';
}

/** Asks which words of a narration are heard in an upload. Throws RecordingRefused, or what fetch throws. */
export async function findWords(
  given: z.input<typeof recordingRequest>,
  signal: AbortSignal,
): Promise<SceneRecording> {
  const answer = await fetch('/api/recordings', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(given),
    signal,
  });
  if (!answer.ok) throw new RecordingRefused(await detailOf(answer));
  const { seconds, missing } = (await answer.json()) as z.infer<typeof recordingAnswer>;
  return { upload: given.recording, text: given.text, seconds, missing };
}

async function detailOf(answer: Response): Promise<string> {
  try {
    const { detail = '' } = (await answer.json()) as { detail?: string };
    return answer.status === 422 ? detail.replace(/^\/recording names an upload that /, '') : '';
  } catch {
    return '';
  }
}
