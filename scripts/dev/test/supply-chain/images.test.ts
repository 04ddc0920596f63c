import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { parse, parseAllDocuments } from 'yaml';
import { read, ROOT } from '../support/tree.ts';
import { resolveEnvironment } from '@shortfactory/manifests/environments';

const PINNED = /^[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}$/;
/**
 * Named by version alone: no registry was in reach when it was written down, and there was no second source for its digest.
 * Take the line out with the digest that `docker buildx imagetools inspect` prints.
 */
const NOT_PINNED = [
  'us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0',
];
/** Built from this repository: a deploy names them by the digest that the build gave. */
const OURS = /(^|\/)(shortfactory-)?(server|ui|worker)(:[\w.-]+)?$/;

interface ComposeService {
  readonly image: string;
  readonly mem_limit?: string;
  readonly pids_limit?: number | string;
}
const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, ComposeService>;
};
/** `${NAME:-default}` as it is without NAME. */
const asGiven = (text: string): string => text.replace(/\$\{\w+:-([^}]*)\}/g, '$1');

/** Images that a Dockerfile begins from: not its own stages, not the empty one. */
function bases(file: string): string[] {
  const lines = read(file).split('\n');
  const given = new Map(
    lines.flatMap((line) => {
      const [, name, value] = /^ARG (\w+)=(\S+)/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    }),
  );
  const froms = lines.flatMap((line) => {
    const [, image, stage] = /^FROM (?:--\S+ )?(\S+)(?: AS (\S+))?/i.exec(line) ?? [];
    return image === undefined ? [] : [{ image, stage }];
  });
  const stages = new Set(['scratch', ...froms.flatMap(({ stage }) => stage ?? [])]);
  return froms
    .filter(({ image }) => !stages.has(image))
    .map(({ image }) => image.replace(/\$\{(\w+)\}/g, (_, name: string) => given.get(name) ?? ''));
}

function imagesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'image' && typeof inner === 'string' ? [inner] : imagesIn(inner),
  );
}

describe('images', () => {
  const dockerfiles = readdirSync(ROOT).filter((name) => name.startsWith('Dockerfile.'));
  const services = Object.entries(compose.services);

  it('begin from a base that is named by digest', () => {
    expect(dockerfiles).to.have.length.above(1);
    for (const file of dockerfiles) {
      for (const image of bases(file)) if (!OURS.test(image)) expect(image, file).to.match(PINNED);
    }
  });

  it('of others are named by digest in Compose', () => {
    for (const [name, { image }] of services)
      if (!OURS.test(asGiven(image))) expect(asGiven(image), name).to.match(PINNED);
  });

  it('of others are named by digest in dist/', () => {
    const files = readdirSync(`${ROOT}dist`, { recursive: true, encoding: 'utf8' });
    const found = files
      .filter((file) => file.endsWith('.yaml'))
      .flatMap((file) => parseAllDocuments(read(`dist/${file}`)).flatMap((each) => imagesIn(each.toJS())));
    const others = [...new Set(found)].filter((image) => !OURS.test(image) && !NOT_PINNED.includes(image));
    expect(others).to.have.length.above(1);
    for (const image of others) expect(image).to.match(PINNED);
  });

  it('are the same wherever they are named', () => {
    const { gcsEmulator, prometheus } = resolveEnvironment('local').surroundings;
    const image = (service: string): string => asGiven(compose.services[service]?.image ?? '');
    expect(image('gcs')).to.equal(gcsEmulator);
    expect(image('prometheus')).to.equal(prometheus);
    const node = dockerfiles.flatMap(bases).filter((each) => each.startsWith('node:'));
    expect(new Set([...node, image('dev')]).size).to.equal(1);
  });

  it('run in Compose with a bound on memory and processes', () => {
    for (const [name, service] of services) {
      expect(asGiven(String(service.mem_limit)), name).to.match(/^\d+[mg]$/);
      expect(Number(asGiven(String(service.pids_limit))), name).to.be.within(1, 4096);
    }
  });
});
