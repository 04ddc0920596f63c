import { dayName, usd } from '../model/figures.ts';
import { axisEnd } from '../model/plot.ts';
import type { Bar, UsagePlot } from '../model/plot.ts';
import { words } from '../model/words.ts';

/** Of many days only some are named. */
const NAMED_EVERY = 7;
const LEAST_AXIS_USD = 0.1;
const LEAST_AXIS_VIDEOS = 5;

/** Dollars by provider and videos over one axis of days; drawn by the server, so it needs no script. */
export function Plot({ plot, today }: { readonly plot: UsagePlot; readonly today: string }) {
  const { bars, providers, isByWeek, total } = plot;
  const mostUsd = axisEnd(Math.max(...bars.map((bar) => bar.usd)), LEAST_AXIS_USD);
  const mostVideos = axisEnd(Math.max(...bars.map((bar) => bar.videos)), LEAST_AXIS_VIDEOS);
  const name = isByWeek ? words.byWeek : words.byDay;
  return (
    <figure className="card plot" aria-label={name}>
      <Patterns />
      <ul className="plot__legend">
        {providers.map((provider, i) => (
          <li key={provider ?? ''}>
            <svg className="plot__swatch" aria-hidden="true">
              <rect className={`plot__part plot__part--${i}`} width="100%" height="100%" />
            </svg>
            <span>{provider === undefined ? words.untold : words.provider(provider)}</span>
            <strong>{usd(total.parts[i] ?? 0)}</strong>
          </li>
        ))}
      </ul>
      <p className="small plot__axis">
        {words.dollars} <span className="quiet">{`$0 – ${usd(mostUsd)}`}</span>
      </p>
      <ol className="plot__bars">
        {bars.map((bar, i) => (
          <li key={bar.from} className={isIn(today, bar) ? 'plot__day plot__day--today' : 'plot__day'}>
            <span className="unseen">{sentence(bar, providers)}</span>
            <svg className="plot__usd" aria-hidden="true">
              <title>{sentence(bar, providers)}</title>
              <Stack parts={bar.parts} most={mostUsd} />
            </svg>
            <svg className="plot__videos" aria-hidden="true">
              <rect
                className="plot__count"
                width="100%"
                y={`${100 - (100 * bar.videos) / mostVideos}%`}
                height={`${(100 * bar.videos) / mostVideos}%`}
              />
            </svg>
            <span className="plot__name tabular" aria-hidden="true">
              {isByWeek || i % NAMED_EVERY === 0 || isIn(today, bar) ? Number(bar.to.slice(-2)) : ''}
            </span>
          </li>
        ))}
      </ol>
      <p className="small plot__axis">
        {words.videos} <span className="quiet">{`0 – ${mostVideos}`}</span>
      </p>
    </figure>
  );
}

function Stack({ parts, most }: { readonly parts: readonly number[]; readonly most: number }) {
  let below = 0;
  return parts.map((part, i) => {
    const height = (100 * part) / most;
    below += height;
    return (
      <rect
        key={i}
        className={`plot__part plot__part--${i}`}
        width="100%"
        y={`${100 - below}%`}
        height={`${height}%`}
      />
    );
  });
}

/** Providers differ by more than colour. */
function Patterns() {
  return (
    <svg className="unseen" aria-hidden="true">
      <defs>
        <pattern id="usage-hatched" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" className="plot__ground" />
          <path d="M-1 7 7 -1M-4 4 4 -4M2 10 10 2" className="plot__line" />
        </pattern>
        <pattern id="usage-dotted" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" className="plot__pale" />
          <circle cx="2.5" cy="2.5" r="1.1" className="plot__dot" />
        </pattern>
        <pattern id="usage-crossed" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" className="plot__pale" />
          <path d="M0 3H6M3 0V6" className="plot__line" />
        </pattern>
      </defs>
    </svg>
  );
}

function sentence({ from, to, videos, usd: cost, parts }: Bar, providers: UsagePlot['providers']): string {
  const date = from === to ? dayName(from) : `${dayName(from)} – ${dayName(to)}`;
  const named = providers.flatMap((provider, i) => {
    const part = parts[i] ?? 0;
    return part >= 0.005
      ? [`${provider === undefined ? words.untold : words.provider(provider)} ${usd(part)}`]
      : [];
  });
  return words.bar(date, videos, usd(cost), named);
}

function isIn(today: string, { from, to }: Bar): boolean {
  return from <= today && today <= to;
}
