import type { HealthJson, MaintenanceJson } from '@shortfactory/contract';
import type { Operations } from '@shortfactory/operations';

type State = Awaited<ReturnType<Operations['maintenance']['now']>>;

/** Whether new work is taken, as it is answered. */
export function maintenanceOf(state: State): MaintenanceJson {
  if (!state) return { on: false };
  const { sentence, sinceMs, endsMs } = state;
  return {
    on: true,
    sentence,
    since: new Date(sinceMs).toISOString(),
    ...(endsMs === undefined ? {} : { ends: new Date(endsMs).toISOString() }),
  };
}

/** What everybody is told of it. */
export function maintenanceSaid({
  sentence,
  endsMs,
}: NonNullable<State>): NonNullable<HealthJson['maintenance']> {
  return { sentence, ...(endsMs === undefined ? {} : { ends: new Date(endsMs).toISOString() }) };
}
