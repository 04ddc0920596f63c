import { expect } from 'chai';
import { selectors, unknownNames } from '../../src/checks/metrics.ts';

describe('names in PromQL', () => {
  it('finds every metric and what is asked of it', () => {
    expect(
      selectors(
        'histogram_quantile(0.95, sum by (le) (rate(shortfactory_queue_wait_seconds_bucket{a="x y",b!~"c"}[5m]))) > 1e3 and on() vector(1)',
      ),
    ).to.deep.equal([{ metric: 'shortfactory_queue_wait_seconds_bucket', labels: ['a', 'b', 'le'] }]);
  });

  it('knows what the server and the platform export', () => {
    expect(unknownNames('sum by (stage) (rate(shortfactory_cache_hits_total[5m])) / 2')).to.deep.equal([]);
    expect(unknownNames('sum(run_googleapis_com:request_count{response_code_class="5xx"})')).to.deep.equal(
      [],
    );
  });

  it('names a metric that is not exported and a label that a metric does not have', () => {
    expect(unknownNames('rate(shortfactory_jobs_total[5m]) > 0')).to.deep.equal([
      'shortfactory_jobs_total is not exported',
    ]);
    expect(unknownNames('sum by (scene) (shortfactory_jobs{status="queued"})')).to.deep.equal([
      'shortfactory_jobs has no label status',
      'shortfactory_jobs has no label scene',
    ]);
    expect(unknownNames('run_googleapis_com:request_cuont')).to.deep.equal([
      'run_googleapis_com:request_cuont is not exported',
    ]);
  });

  const REQUESTS = 'rate(shortfactory_http_request_duration_seconds_count[5m])';
  const CALLS = 'rate(shortfactory_provider_calls_total[5m])';
  const BUCKETS = 'rate(shortfactory_queue_wait_seconds_bucket[5m])';

  const right: [what: string, expression: string][] = [
    ['a grouping before', `sum by (kind, provider,) (${CALLS})`],
    ['a grouping behind', `sum(${CALLS}) by (kind)`],
    ['a grouping without labels', `sum(${CALLS}) without (outcome)`],
    ['group_left', `sum by (kind, provider) (${CALLS}) * on (kind) group_left () sum by (kind) (${CALLS})`],
    [
      'group_left with a label',
      `sum by (kind, service_name) (${CALLS}) * on (service_name) group_left (version) shortfactory_build_info`,
    ],
    ['group_right', `shortfactory_build_info * on (instance) group_right (version) ${REQUESTS}`],
    ['ignoring', `${CALLS} / ignoring (outcome) group_left sum without (outcome) (${CALLS})`],
    ['topk, which keeps every label', `sum by (kind) (topk by (provider) (3, ${CALLS}))`],
    ['a range over an expression', `max_over_time(sum by (kind) (${CALLS})[1h:1m] offset 5m) > bool 0`],
    ['a label that is made', `sum by (maker) (label_replace(${CALLS}, "maker", "$1", "provider", "(.+)"))`],
    ['a name in matchers', '{__name__="shortfactory_jobs", state="queued"}'],
    ['a name in quotes', '{"shortfactory_jobs", state="queued"}'],
    ['a bracket in a text', `sum by (kind) (rate(shortfactory_provider_calls_total{kind!~"a}b(c"}[5m]))`],
    ['comments', `# calls (all\nsum by (kind) (${CALLS}) / # (\n sum by (kind) (${CALLS}) # by (scene`],
    ['a constant for no series', `sum by (kind) (${CALLS}) or vector(0)`],
    ['a histogram', `histogram_quantile(0.95, sum by (le) (${BUCKETS})) > 1e3`],
  ];
  for (const [what, expression] of right)
    it(`takes ${what}`, () => expect(unknownNames(expression)).to.deep.equal([]));

  const wrong: [what: string, expression: string, problem: string | RegExp][] = [
    [
      'a grouping behind, by a label that the metric does not have',
      `sum(${CALLS}) by (scene)`,
      'shortfactory_provider_calls_total has no label scene',
    ],
    [
      'a grouping without a label that the metric does not have',
      `sum without (scene) (${CALLS})`,
      'shortfactory_provider_calls_total has no label scene',
    ],
    [
      'a grouping by a label that the aggregation inside drops',
      `sum by (kind) (sum by (provider) (${CALLS}))`,
      /^“.*sum by \(provider\).*” gives no label kind$/,
    ],
    [
      'a label that group_left takes from a side without it',
      `${CALLS} * on (service_name) group_left (scene) shortfactory_build_info`,
      'shortfactory_build_info has no label scene',
    ],
    [
      'on() with a label that one side does not have',
      `${CALLS} / on (kind) group_left () ${REQUESTS}`,
      'shortfactory_http_request_duration_seconds_count has no label kind',
    ],
    [
      'on() with a label that one side has dropped',
      `sum by (kind) (${CALLS}) / on (kind) sum(${CALLS})`,
      /^“sum\(rate.*” gives no label kind$/,
    ],
    [
      'a histogram without its buckets',
      `histogram_quantile(0.95, sum by (service_name) (${BUCKETS}))`,
      /gives no label le$/,
    ],
    ['a function that PromQL does not have', 'increas(shortfactory_jobs[5m])', /cannot be parsed/],
    ['a bracket that is not closed', 'sum(shortfactory_jobs', /cannot be parsed at “its end”/],
    ['two expressions without an operator', 'shortfactory_jobs shortfactory_jobs', /cannot be parsed/],
    ['nothing', '', /cannot be parsed/],
    ['a selector without a metric', '{state="queued"}', /names no metric$/],
  ];
  for (const [what, expression, problem] of wrong)
    it(`refuses ${what}`, () => {
      const [first, ...more] = unknownNames(expression);
      if (typeof problem === 'string') expect(first).to.equal(problem);
      else expect(first).to.match(problem);
      expect(more).to.deep.equal([]);
    });
});
