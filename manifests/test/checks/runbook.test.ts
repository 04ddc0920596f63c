import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { parse } from 'yaml';
import { pageProblems } from '../../src/checks/runbook.ts';
import { resolveEnvironment } from '../../src/environments/environment.ts';
import { environmentNames } from '../../src/environments/files/environment-folder.ts';
import { synthesize } from '../../src/synth.ts';
import { environmentFrom } from '../environments/environment-from.ts';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));

/** What no environment here has, and an alert of its own. */
const WITH_PUBLISHING = `extends: prod
project: acme-shorts
projectNumber: '123456789012'
billing: instance
publishing: { youtube: { clientId: 123456-abc.apps.googleusercontent.com } }
secrets:
  YOUTUBE_CLIENT_SECRET: { secret: youtube-client-secret, version: '1' }
`;

describe("the alerts' pages", () => {
  it('are what alerts and rules name, and each is named by an alert', () => {
    const named = new Set<string>();
    const here = environmentNames().map((name) => resolveEnvironment(name));
    const environments = [...here, environmentFrom(WITH_PUBLISHING)];
    for (const environment of environments) {
      for (const [path, contents] of synthesize(environment)) {
        if (/^monitoring\/(alert-.*\.json|rules\.yaml)$/.test(path)) {
          for (const [page] of contents.matchAll(/docs\/runbook\/[a-z-]+\.md/g)) named.add(page);
        }
      }
    }
    const pages = readdirSync(`${REPOSITORY}docs/runbook`).map((name) => `docs/runbook/${name}`);
    expect([...named].sort()).to.deep.equal(pages.sort());
  });

  it('are named by every rule', () => {
    const { groups } = parse(synthesize(resolveEnvironment('prod')).get('monitoring/rules.yaml') ?? '') as {
      groups: readonly { rules: readonly { annotations: { runbook: string } }[] }[];
    };
    const rules = groups.flatMap((group) => group.rules);
    expect(rules.length).to.be.greaterThan(5);
    for (const { annotations } of rules) expect(annotations.runbook).to.match(/^docs\/runbook\/[a-z-]+\.md$/);
  });

  it('refuse the synthesis when one is missing or lacks a part, each in a sentence', () => {
    const folder = `${mkdtempSync(join(tmpdir(), 'shortfactory-runbook-'))}/`;
    try {
      mkdirSync(`${folder}docs/runbook`, { recursive: true });
      writeFileSync(`${folder}docs/runbook/cost.md`, '# Alert: cost\n\n## Means\n\n## Look at\n');
      expect(pageProblems(['cost', 'jobs-stuck'], folder)).to.deep.equal([
        'alert cost: its page docs/runbook/cost.md has no line “## Do”',
        'alert jobs-stuck: its page docs/runbook/jobs-stuck.md is missing',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
