import type { OperateOverviewJson } from '@shortfactory/contract';
import { span, usd } from './figures.ts';
import { words } from './words.ts';

export interface Wrong {
  readonly kind: 'bad' | 'warn';
  readonly what: string;
  readonly detail: string;
}

const NEARLY = 0.9;
const GOAL_SECONDS = 60;

/** What is wrong now: what is broken before what is slow or near a limit. */
export function wrongOf({ checks, spent, wait, maintenance }: OperateOverviewJson): readonly Wrong[] {
  const all: Wrong[] = [];
  for (const [name, { state, detail }] of Object.entries(checks))
    if (state === 'broken')
      all.push({ kind: 'bad', what: words.wrongOf.broken(words.parted[name] ?? name), detail });
  const { usd: spentUsd = 0, capUsd } = spent;
  if (capUsd !== undefined && spentUsd >= NEARLY * capUsd)
    all.push({
      kind: spentUsd >= capUsd ? 'bad' : 'warn',
      what: words.wrongOf.cap(Math.round((100 * spentUsd) / capUsd)),
      detail: words.wrongOf.capDetail(usd(spentUsd), usd(capUsd)),
    });
  const { halfSeconds = 0, most95Seconds = 0 } = wait;
  if (halfSeconds > GOAL_SECONDS)
    all.push({
      kind: 'warn',
      what: words.wrongOf.wait,
      detail: words.wrongOf.waitDetail(span(halfSeconds), span(most95Seconds)),
    });
  if (maintenance.on)
    all.push({ kind: 'warn', what: words.wrongOf.rest, detail: maintenance.sentence ?? '' });
  return all.sort((a, b) => Number(a.kind === 'warn') - Number(b.kind === 'warn'));
}
