import type { HealthJson } from '@shortfactory/contract';
import { moment } from '../../../shared/format/format.ts';
import { useNow } from '../../../shared/format/now.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { FactList } from '../../../shared/ui/fact-list.tsx';

/** Which version runs where, and since when. */
export function Installation({ health }: { health: HealthJson }) {
  const { status } = useStrings();
  const { locale, timeZone } = useNow();
  const environments: Readonly<Record<string, string>> = status.environments;
  const rows = [
    [status.version, health.version],
    [status.build, health.revision === 'unknown' ? status.unknown : health.revision],
    [status.environment, environments[health.environment] ?? health.environment],
    [status.runtime, health.runtime],
    [status.since, moment(locale, timeZone, Date.parse(health.startedAt))],
    [status.queue, status.jobs(health.jobs.waiting)],
  ];
  return (
    <section className="card installation">
      <h2>{status.installation}</h2>
      <FactList className="installation__facts" rows={rows} />
    </section>
  );
}
