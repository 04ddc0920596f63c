import type { UsageJson } from '@shortfactory/contract';
import { count, minutes, usd, waitUntil } from '../model/figures.ts';
import { words } from '../model/words.ts';

type Quota = UsageJson['quotas'][number];

const FIGURE: Readonly<Record<Quota['name'], (amount: number) => string>> = { videos: count, minutes, usd };
const NEARLY = 0.9;

/** How much of today is used up. */
export function Quotas({ quotas, nowMs }: { readonly quotas: readonly Quota[]; readonly nowMs: number }) {
  return (
    <ul className="quotas">
      {quotas.map((quota) => (
        <QuotaCard key={quota.name} quota={quota} nowMs={nowMs} />
      ))}
    </ul>
  );
}

function QuotaCard({ quota, nowMs }: { readonly quota: Quota; readonly nowMs: number }) {
  const { name, limit, used, left, renewsAt } = quota;
  const figure = FIGURE[name];
  const share = Math.min(1, used / limit);
  const state = share >= 1 ? 'full' : share >= NEARLY ? 'nearly' : 'fine';
  return (
    <li className={`card quotas__one quotas__one--${state}`}>
      <h3 className="quotas__name">
        {words.quota[name]}
        {state !== 'fine' && (
          <span className="quotas__state">{state === 'full' ? words.used : words.nearly}</span>
        )}
      </h3>
      <p className="quotas__figure">
        <strong>{figure(used)}</strong> {words.of(figure(limit))}
      </p>
      <svg
        className="quotas__bar"
        role="meter"
        aria-label={words.quota[name]}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.min(used, limit)}
        aria-valuetext={`${figure(used)} ${words.of(figure(limit))}`}
      >
        <rect className="quotas__used" width={`${share * 100}%`} height="100%" />
      </svg>
      <p className="small quiet">
        <strong>{words.left(figure(left))}</strong> {words.renews(waitUntil(Date.parse(renewsAt), nowMs))}
      </p>
    </li>
  );
}
