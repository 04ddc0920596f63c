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

  it('names a metric that nobody exports and a label that a metric does not have', () => {
    expect(unknownNames('rate(shortfactory_jobs_total[5m]) > 0')).to.deep.equal([
      'shortfactory_jobs_total is exported by nobody',
    ]);
    expect(unknownNames('sum by (scene) (shortfactory_jobs{status="queued"})')).to.deep.equal([
      'shortfactory_jobs has no label status',
      'shortfactory_jobs has no label scene',
    ]);
    expect(unknownNames('run_googleapis_com:request_cuont')).to.deep.equal([
      'run_googleapis_com:request_cuont is exported by nobody',
    ]);
  });
});
