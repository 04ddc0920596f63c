import { setImmediate as turn } from 'node:timers/promises';
import { titleOf, voiceFix } from '@shortfactory/batches';
import type { BatchRow, RowPlan, RowProblem } from '@shortfactory/batches';
import { videoRequest } from '@shortfactory/contract';
import { InputInvalid, VoiceUnfit } from '@shortfactory/core';
import { estimatedUsd } from '@shortfactory/pipeline/review';
import type { AppDeps } from '../deps.ts';
import { checkUploads } from '../uploads/check-uploads.ts';
import { checkedRequest } from '../videos/short-request.ts';

export interface PlannedRows {
  readonly plans: readonly RowPlan[];
  /** Rows that cannot be made here. */
  readonly problems: readonly RowProblem[];
  /** Seconds of work for a second of video. */
  readonly makeSecondsPerSecond: number;
}

/**
 * The rows of a table as requests for Jobs, with about what each costs; each is checked as POST /api/videos checks its
 * body. Lets other requests in between rows. Throws the signal's reason.
 */
export async function planRows(
  rows: readonly BatchRow[],
  deps: Pick<AppDeps, 'delivery' | 'footage' | 'pictures' | 'studio'>,
  locales: readonly string[],
  signal: AbortSignal,
): Promise<PlannedRows> {
  const { voices, rates } = await deps.studio.about();
  const { sources } = deps.footage;
  const plans: RowPlan[] = [];
  const problems: RowProblem[] = [];
  for (const row of rows) {
    await turn();
    signal.throwIfAborted();
    const { line, id, key } = row;
    try {
      const { webhook: _webhook, ...wanted } = videoRequest.parse(row.request);
      const request = await checkedRequest(wanted, { voices, sources, locales });
      await checkUploads(request, deps, signal);
      const { source, seconds } = request;
      const usd = estimatedUsd(seconds, rates, 'script' in source ? source.script : undefined);
      plans.push({ line, ...(id !== undefined && { id }), key, title: titleOf(row), seconds, usd, request });
    } catch (error) {
      if (!(error instanceof InputInvalid)) throw error;
      const isVoice = error instanceof VoiceUnfit && row.request.voice !== undefined;
      const fix = isVoice ? voiceFix(row.notation, error.instead) : undefined;
      problems.push({ line, problem: error.message.replace(/\.$/, ''), ...(fix && { fix }) });
    }
  }
  return { plans, problems, makeSecondsPerSecond: rates.makeSecondsPerSecond };
}
