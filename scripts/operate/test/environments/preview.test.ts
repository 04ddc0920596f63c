import { resolveEnvironment } from '@shortfactory/manifests';
import { expect } from 'chai';
import { labelsOf } from '../../services/ownership.ts';
import { endOf, fateOf } from '../../services/preview.ts';
import { environmentOfYaml } from '../support/dry-run.ts';

const NOW = new Date('2026-12-02T12:00:00Z');
const PREVIEW = 'extends: dev\nproject: acme-preview\npreview: { ttl: 48h }\n';
const OURS = labelsOf('preview', 'ui');
const LABELS = { ...OURS, preview: 'true' };
const ANNOTATIONS = {
  'shortfactory/made-by': '20261130t120000z-0a1b2c3d',
  'shortfactory/ends': '2026-12-02T11:59:59Z',
};

/** A Service as it stands, with a label or an annotation changed; undefined takes one away. */
function service(labels: object = {}, annotations: object = {}) {
  const without = (all: object): Record<string, string> =>
    Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as never;
  return {
    metadata: {
      name: 'shortfactory-ui',
      labels: without({ ...LABELS, ...labels }),
      annotations: without({ ...ANNOTATIONS, ...annotations }),
    },
    spec: {},
  };
}

describe('a preview environment', () => {
  it('ends so long after a deploy, and no other environment ends', () => {
    expect(endOf(environmentOfYaml(PREVIEW, 'preview'), NOW)).to.equal('2026-12-04T12:00:00Z');
    const days = environmentOfYaml(PREVIEW.replace('48h', '7d'), 'preview');
    expect(endOf(days, NOW)).to.equal('2026-12-09T12:00:00Z');
    for (const name of ['prod', 'staging', 'dev', 'local'])
      expect(endOf(resolveEnvironment(name, {}), NOW), name).to.equal(undefined);
  });

  for (const [what, yaml, refusal] of [
    ['with appEnv prod', PREVIEW.replace('dev', 'prod'), /:3: preview: prod is not removed at any time/],
    ['with appEnv staging', PREVIEW.replace('dev', 'staging'), /:3: preview: staging is not removed/],
    ['without a unit', PREVIEW.replace('48h', '48'), /:3: preview\.ttl: hours or days such as 48h or 7d/],
    ['of a year', PREVIEW.replace('48h', '365d'), /:3: preview\.ttl: 365d is more than the 30d/],
  ] as const) {
    it(`${what} is refused by file and line`, () => {
      expect(() => environmentOfYaml(yaml, 'preview')).to.throw(refusal);
    });
  }

  it('is none by an option alone', () => {
    expect(() => resolveEnvironment('dev', { ttl: '48h' })).to.throw(/--ttl: dev is no preview; “preview/);
    expect(() => resolveEnvironment('prod', { ttl: '1h' })).to.throw(/--ttl: prod is no preview/);
  });
});

describe('what a sweep does with a Service', () => {
  it('is to remove one whose end has passed, and no second earlier', () => {
    expect(fateOf(service(), OURS, NOW)).to.deep.equal({ remove: true, ended: '2026-12-02T11:59:59Z' });
    expect(fateOf(service(), OURS, new Date('2026-12-02T11:59:58Z'))).to.deep.equal({
      remove: false,
      why: 'it lasts until 2026-12-02T11:59:59Z',
    });
  });

  for (const [what, labels, annotations, why] of [
    ['of another environment', { environment: 'prod' }, {}, /environment=preview was expected, it has prod/],
    ['of another program', { app: 'other' }, {}, /app=shortfactory was expected/],
    ['of another component', { component: 'server' }, {}, /component=ui was expected/],
    ['without labels', { app: undefined, environment: undefined }, {}, /it has none/],
    ['that is no preview', { preview: undefined }, {}, /last deployed without an end/],
    ['that was taken over', {}, { 'shortfactory/made-by': undefined }, /no deploy of ours made it/],
    ['with a made-up origin', {}, { 'shortfactory/made-by': 'me' }, /no deploy of ours made it/],
    ['without an end', {}, { 'shortfactory/ends': undefined }, /no end that can be read.*none/],
    ['with an end in words', {}, { 'shortfactory/ends': 'yesterday' }, /no end that can be read.*yesterday/],
    ['with no such day', {}, { 'shortfactory/ends': '2026-02-31T99:00:00Z' }, /no end that can be read/],
  ] as const) {
    it(`is to leave one ${what}`, () => {
      const fate = fateOf(service(labels, annotations), OURS, NOW);
      expect(fate.remove).to.equal(false);
      expect(fate.remove ? '' : fate.why).to.match(why);
    });
  }
});
