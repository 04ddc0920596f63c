import type { JobJson } from '@shortfactory/contract';
import { ChevronRight } from '../../../../shared/ui/icons.ts';
import { moment } from '../../../../shared/format/format.ts';
import { useNow } from '../../../../shared/format/now.ts';
import { useStrings } from '../../../../shared/strings/context.tsx';
import { FactList } from '../../../../shared/ui/fact-list.tsx';

/** What support would ask for. */
export function Support({ job }: { job: JobJson }) {
  const { video } = useStrings();
  const { locale, timeZone } = useNow();
  const rows = [
    [video.supportRows.video, job.id],
    [video.supportRows.stage, job.error ? video.stages[job.error.stage] : ''],
    [video.supportRows.when, moment(locale, timeZone, Date.parse(job.finishedAt ?? job.updatedAt))],
    [video.supportRows.said, job.error?.detail ?? ''],
  ];
  return (
    <details className="support">
      <summary className="support__summary">
        <ChevronRight className="support__chevron" size={16} />
        {video.support}
      </summary>
      <FactList className="facts card support__facts" rows={rows} />
    </details>
  );
}
