import { expect } from 'chai';
import { ApiDouble } from '../double/api.ts';
import { usageOf } from '../double/usage.ts';
import { startUi } from '../support/built-ui.ts';
import type { RunningUi } from '../support/built-ui.ts';
import { axisEnd, plotOf } from '../../app/features/usage/model/plot.ts';
import { periodOf } from '../../app/features/usage/model/period.ts';

const NOW_MS = Date.parse('2026-11-28T14:00:00Z');

describe('the page of one’s usage', () => {
  const api = new ApiDouble();
  let ui: RunningUi;
  before(async () => {
    ui = await startUi(await api.listen());
  });
  after(async () => {
    await ui.stop();
    await api.close();
  });

  const textOf = async (path: string): Promise<string> => {
    const answer = await fetch(ui.url + path);
    expect(answer.status, path).to.equal(200);
    return answer.text();
  };

  it('says what is left, shows a plot and its table, and needs no script for it', async () => {
    const html = await textOf('/usage?period=2026-11');
    expect(html).to.include('aria-valuetext="7 of 20"').and.include('Used up').and.include('Nearly used');
    expect(html).to.match(/Fri 27 Nov: 8 videos, \$0\.88: Gemini \$0\.48, ElevenLabs \$0\.24/);
    expect(html).to.include('href="/usage.csv?period=2026-11"');
    // Thirty days have a bar each, and those on which something was made a row.
    expect(html.match(/<li class="plot__day/g)).to.have.length(30);
    expect(html.match(/<th scope="row"/g)).to.have.length(
      usageOf('2026-11-01', '2026-11-30').days.length + 1,
    );
  });

  it('is a table for other programs', async () => {
    const answer = await fetch(`${ui.url}/usage.csv?period=2026-11`);
    expect(answer.headers.get('content-type')).to.equal('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).to.include('usage-2026-11.csv');
    const [head, first] = (await answer.text()).split('\r\n');
    expect(head).to.equal(
      'day (UTC),videos,failed,stopped,minutes,usd,usd gemini,usd elevenlabs,usd openrouter,bytes',
    );
    expect(first).to.equal('2026-11-01,8,1,0,4.80,0.8800,0.4800,0.2400,0.0800,48800000');
  });

  it('shows this month for an address that asks for none', async () => {
    for (const period of ['', '?period=2026-13', '?period=2099-01', '?period=%00', '?period=2026-1'])
      expect(await textOf(`/usage${period}`), period).to.match(/<h1[^>]*>Usage<\/h1>/);
  });
});

describe('a period of usage', () => {
  it('is a month to its end, or the last 90 days', () => {
    expect(periodOf('2026-11', NOW_MS)).to.deep.include({ from: '2026-11-01', to: '2026-11-30' });
    expect(periodOf('2024-02', NOW_MS).days).to.have.length(29);
    expect(periodOf('90-days', NOW_MS)).to.deep.include({ from: '2026-08-31', to: '2026-11-28' });
    for (const asked of [null, '', '2026-12', '1999-01', '2026-00', 'x'])
      expect(periodOf(asked, NOW_MS).name, `${asked}`).to.equal('2026-11');
  });

  it('has every day or week in its plot, and what no provider is known of by itself', () => {
    const { days: dates, from, to } = periodOf('90-days', NOW_MS);
    const usage = usageOf(from, to);
    const plot = plotOf(usage, dates);
    expect(plot.isByWeek).to.equal(true);
    expect(plot.bars).to.have.length(13);
    expect(plot.bars.at(-1)).to.include({ from: '2026-11-22', to: '2026-11-28' });
    expect(plot.providers).to.deep.equal(['gemini', 'elevenlabs', 'openrouter', undefined]);
    const sum = plot.bars.reduce((total, { usd }) => total + usd, 0);
    expect(sum).to.be.closeTo(usage.total.usd, 1e-9);
    for (const { parts, usd } of plot.bars)
      expect(parts.reduce((total, part) => total + part, 0)).to.be.closeTo(usd, 1e-9);
  });

  it('has an axis that its highest bar fits under', () => {
    expect([0, 0.07, 0.1, 0.11, 1.68, 2, 2.01, 999].map((most) => axisEnd(most, 0.1))).to.deep.equal([
      0.1, 0.1, 0.1, 0.2, 2, 2, 5, 1000,
    ]);
  });
});
