import type { VisitorApi } from '../../../shared/api/api.server.ts';
import { isApiProblem } from '../../../shared/api/api-errors.ts';
import { kindOf } from '../../../shared/api/upload.ts';
import type { DraftProblem } from '../model/problems.ts';
import { refusedBy } from './make.server.ts';

type Sent =
  { readonly narration: string } | { readonly problems: readonly DraftProblem[]; readonly status: number };

/** The recording of the whole script that came with a form without scripts, as an upload; none where none was chosen. */
export async function sentRecording(form: FormData, api: VisitorApi): Promise<Sent | undefined> {
  const file = form.get('narrationFile');
  if (!(file instanceof File) || file.size === 0)
    return form.get('dropNarration') === 'yes' ? { narration: '' } : undefined;
  const refused = (detail: string): Sent => ({
    problems: [{ kind: 'refused', narration: true, detail }],
    status: 400,
  });
  if (kindOf(file) !== 'music') return refused('is no sound that is read here; MP3, WAV or M4A are');
  try {
    return { narration: await api.sendUpload(file) };
  } catch (error) {
    if (isApiProblem(error) && [400, 413, 415, 422].includes(error.problem.status))
      return refused(`was not taken: ${error.message.replace(/\.$/, '')}`);
    return refusedBy(error);
  }
}
