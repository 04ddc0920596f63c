import { renderToStaticMarkup } from 'react-dom/server';
import type { Health } from '../api/api.server.ts';

const words = {
  label: 'Maintenance',
  until: (time: string) => `Until ${time} UTC.`,
};

/** What every page says while no new work is taken, as HTML, so that pages carry no script for it. */
export function restNotice(health: Health): string | undefined {
  const maintenance = 'health' in health ? health.health.maintenance : undefined;
  if (!maintenance) return undefined;
  const { sentence, ends } = maintenance;
  return renderToStaticMarkup(
    <aside className="rest" aria-label={words.label}>
      <p className="page rest__words">
        <span dir="auto">{sentence}</span> {ends !== undefined && words.until(ends.slice(11, 16))}
      </p>
    </aside>,
  );
}
