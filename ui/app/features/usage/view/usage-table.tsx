import { count, dayName, minutes, usd } from '../model/figures.ts';
import type { Bar, UsagePlot } from '../model/plot.ts';
import { words } from '../model/words.ts';

/** What the plot shows, in numbers; days on which nothing was made are left out. */
export function UsageTable({
  plot: { bars, providers, total },
  today,
}: {
  readonly plot: UsagePlot;
  readonly today: string;
}) {
  const made = bars.filter(({ videos, stopped, usd: cost }) => videos + stopped + cost > 0).reverse();
  const hasStopped = total.stopped > 0;
  const cells = (sums: Omit<Bar, 'from' | 'to'>) => (
    <>
      <td data-label={words.videos}>{count(sums.videos)}</td>
      {hasStopped && <td data-label={words.stopped}>{count(sums.stopped)}</td>}
      <td data-label={words.minutes}>{minutes(sums.minutes)}</td>
      {providers.map((provider, i) => (
        <td key={provider ?? ''} data-label={nameOfProvider(provider)}>
          {usd(sums.parts[i] ?? 0)}
        </td>
      ))}
      <td data-label={words.sum} className="usage-table__sum">
        {usd(sums.usd)}
      </td>
    </>
  );
  return (
    <table className="card usage-table">
      <caption className="unseen">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.videos}</th>
          {hasStopped && <th scope="col">{words.stopped}</th>}
          <th scope="col">{words.minutes}</th>
          {providers.map((provider) => (
            <th key={provider ?? ''} scope="col">
              {nameOfProvider(provider)}
            </th>
          ))}
          <th scope="col">{words.sum}</th>
        </tr>
      </thead>
      <tbody>
        {made.map((bar) => (
          <tr key={bar.from}>
            <th scope="row">{nameOf(bar, today)}</th>
            {cells(bar)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.all}</th>
          {cells(total)}
        </tr>
      </tfoot>
    </table>
  );
}

function nameOfProvider(id: string | undefined): string {
  return id === undefined ? words.untold : words.provider(id);
}

function nameOf({ from, to }: Bar, today: string): string {
  if (from !== to) return `${dayName(from)} – ${dayName(to)}`;
  return from === today ? words.untilNow(dayName(from)) : dayName(from);
}
