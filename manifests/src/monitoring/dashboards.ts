import type { CloudEnvironment, Environment } from '../environments/schema.ts';
import { panelsOf } from './panels.ts';
import type { Panel } from './panels.ts';

const COLUMNS = 12;
const [WIDTH, HEIGHT] = [4, 4];
/** Units as Cloud Monitoring writes them (UCUM); it has no dollars. */
const UCUM = { s: 's', '1/s': '1/s', '1': '1', USD: '1', ratio: '1', bytes: 'By' } as const;

/** Three charts a row (google.monitoring.dashboard.v1.Dashboard). */
export function cloudDashboard(environment: CloudEnvironment) {
  return {
    displayName: `ShortFactory ${environment.name}`,
    labels: { shortfactory: '' },
    mosaicLayout: {
      columns: COLUMNS,
      tiles: panelsOf(environment).map((panel, index) => ({
        ...place(index, WIDTH, HEIGHT, COLUMNS, 'xPos', 'yPos'),
        width: WIDTH,
        height: HEIGHT,
        widget: { title: panel.title, xyChart: chart(panel) },
      })),
    },
  };
}

function chart({ lines, unit, stacked }: Panel) {
  return {
    dataSets: lines.map(({ query, legend }) => ({
      timeSeriesQuery: { prometheusQuery: query, unitOverride: UCUM[unit] },
      plotType: stacked ? 'STACKED_AREA' : 'LINE',
      legendTemplate: legend.replace(/\{\{(\w+)\}\}/g, (_, label: string) => `\${${label}}`),
      targetAxis: 'Y1',
    })),
    yAxis: { label: unit === 'USD' ? 'US dollars' : '', scale: 'LINEAR' },
    chartOptions: { mode: 'COLOR' },
  };
}

const GRAFANA_UNITS = {
  s: 's',
  '1/s': 'reqps',
  '1': 'short',
  USD: 'currencyUSD',
  ratio: 'percentunit',
  bytes: 'bytes',
} as const;

/** The same charts for a Grafana beside a local Prometheus. */
export function grafanaDashboard(environment: Environment) {
  return {
    uid: `shortfactory-${environment.name}`,
    title: `ShortFactory ${environment.name}`,
    schemaVersion: 39,
    refresh: '10s',
    time: { from: 'now-1h', to: 'now' },
    templating: { list: [{ name: 'source', type: 'datasource', query: 'prometheus' }] },
    panels: panelsOf(environment).map((panel, index) => ({
      id: index + 1,
      title: panel.title,
      type: 'timeseries',
      datasource: { type: 'prometheus', uid: '${source}' },
      gridPos: { ...place(index, 8, 8, 24, 'x', 'y'), w: 8, h: 8 },
      fieldConfig: {
        defaults: {
          unit: GRAFANA_UNITS[panel.unit],
          custom: { stacking: { mode: panel.stacked ? 'normal' : 'none' } },
        },
        overrides: [],
      },
      targets: panel.lines.map(({ query, legend }, line) => ({
        refId: String.fromCharCode(65 + line),
        expr: query,
        legendFormat: legend,
      })),
    })),
  };
}

/** Left to right, top to bottom. */
function place<X extends string, Y extends string>(
  index: number,
  width: number,
  height: number,
  columns: number,
  x: X,
  y: Y,
) {
  const perRow = Math.floor(columns / width);
  return { [x]: (index % perRow) * width, [y]: Math.floor(index / perRow) * height } as Record<X | Y, number>;
}
