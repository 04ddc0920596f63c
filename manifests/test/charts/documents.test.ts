import { ApiObject, App } from 'cdk8s';
import { expect } from 'chai';
import { UiChart } from '../../src/charts/ui-chart.ts';
import { resolveEnvironment } from '../../src/environments/environment.ts';

describe('a service in one file', () => {
  it('is refused with a second document, which the client would not read', () => {
    const app = new App({ outdir: '/dev/null/never-written' });
    const chart = new UiChart(app, resolveEnvironment('prod'));
    new ApiObject(chart, 'more', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'more' } });
    expect(() => app.synthYaml()).to.throw(
      '[shortfactory-ui] shortfactory-ui.yaml would hold 2 documents; exactly one was expected',
    );
  });

  it('is what the design says of it in prod', () => {
    const app = new App();
    const { service } = new UiChart(app, resolveEnvironment('prod'));
    const { metadata, spec } = service.toService();
    const container = spec?.template?.spec?.containers[0];
    expect(spec?.template?.spec).to.include({ containerConcurrency: 200, timeoutSeconds: 330 });
    expect(container?.resources?.limits).to.deep.equal({ cpu: '1', memory: '512Mi' });
    expect(metadata?.annotations).to.include({
      'run.googleapis.com/minScale': '1',
      'run.googleapis.com/maxScale': '50',
    });
  });
});
