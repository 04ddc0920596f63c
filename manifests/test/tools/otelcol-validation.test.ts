import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { parseEnvironment, resolveEnvironment } from '../../src/environments/environment.ts';
import { synthesize } from '../../src/synth.ts';
import { allOn } from '../options/all-on.ts';

const BINARY = fileURLToPath(
  new URL('../../../node_modules/.cache/shortfactory/otelcol-validation', import.meta.url),
);

describe('the collector that judges our configuration', () => {
  it('is of the version whose image runs', () => {
    const modules = readFileSync(new URL('../otelcol-validation/go.mod', import.meta.url), 'utf8');
    const version = /googlecloudexporter v(\S+)/.exec(modules)?.[1] ?? 'none';
    expect(resolveEnvironment('prod').traces.image).to.match(new RegExp(`:${version}(@|$)`));
  });
});

describe('a collector of spans, by the code that Google builds its own of', () => {
  let folder: string;

  before(function () {
    if (!existsSync(BINARY)) {
      console.log(
        '    a collector is not built here (.ci/otelcol-validation does it, with Go), so it was not asked',
      );
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'shortfactory-otelcol-'));
  });
  after(() => {
    if (folder) rmSync(folder, { recursive: true });
  });

  /** What it says of a configuration; nothing when it takes it. */
  const refusal = (text: string): string => {
    const file = join(folder, 'config.yaml');
    writeFileSync(file, text);
    try {
      execFileSync(BINARY, ['validate', `--config=${file}`], { stdio: 'pipe' });
      return '';
    } catch (error) {
      return String((error as { stderr?: Buffer }).stderr ?? error);
    }
  };

  it('takes what synth writes, and neither a setting nor a component that it does not know', () => {
    const config = synthesize(parseEnvironment(allOn())).get('monitoring/otel-collector.yaml') ?? '';
    expect(config).to.include('googlecloud');
    expect(refusal(config)).to.equal('');
    for (const [from, to, why] of [
      ['limit_percentage', 'limit_percent', /limit_percent/],
      ['- resourcedetection', '- resourcedetector', /resourcedetector/],
      ['timeout: 10s', 'timeout: ten', /timeout/],
    ] as const) {
      const broken = config.replaceAll(from, to);
      expect(broken, from).not.to.equal(config);
      expect(refusal(broken), to).to.match(why);
    }
  });
});
