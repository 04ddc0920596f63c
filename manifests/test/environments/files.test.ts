import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect } from 'chai';
import { resolveEnvironment } from '../../src/environments/environment.ts';
import { environmentNames } from '../../src/environments/files/environment-folder.ts';
import { EnvironmentInvalid } from '../../src/environments/problem.ts';

const PROD_EU = `# ours
extends: prod
project: acme-shorts-eu
region: europe-west4
services:
  worker:
    scaling: { max: 40 }
secrets:
  ELEVENLABS_API_KEY: null
providers: { voice: false }
`;

/** A file of its own, and the sentence that refuses it; FILE stands for its name as messages give it. */
const WRONG: readonly (readonly [what: string, text: string, refusal: string])[] = [
  [
    'a typo in a key',
    'extends: prod\nprojct: acme-video\n',
    'FILE:2: projct: is not a setting; did you mean project?',
  ],
  [
    'a typo further down',
    'extends: prod\nproject: acme-video\nservices:\n  worker:\n    scaling:\n      mx: 5\n',
    'FILE:6: services.worker.scaling.mx: is not a setting; did you mean max?',
  ],
  [
    'one indent too few',
    'extends: prod\nproject: acme-video\nservices:\n  worker:\n    scaling:\n    max: 5\n',
    'FILE:6: services.worker.max: is not a setting; it is one below services.worker.scaling, so look at the indent',
  ],
  [
    'two indents of one level',
    'extends: prod\nservices:\n  worker:\n    timeoutSeconds: 60\n   ui:\n    timeoutSeconds: 60\n',
    'FILE:5:1: All mapping items must start at the same column; settings of one level were expected in one column',
  ],
  ['a tab', 'extends: prod\nservices:\n\tui: {}\n', 'spaces were expected in place of the tab'],
  ['a key twice', 'extends: prod\nregion: us-east1\nregion: us-east4\n', 'FILE:3:1: Map keys must be unique'],
  ['no settings', '- prod\n', 'FILE:1: settings such as “platform: cloud-run” were expected'],
  ['nothing', '', 'FILE:1: settings such as “platform: cloud-run” were expected'],
  [
    'a setting of the other platform',
    'extends: prod\nproject: acme-video\nnamespace: shorts\n',
    'FILE:3: namespace: is not a setting on this platform',
  ],
  [
    'a wrong value',
    'extends: prod\nproject: acme-video\nregion: Frankfurt\n',
    'FILE:3: region: a region such as us-central1 was expected',
  ],
  [
    'a number as text',
    'extends: prod\nproject: acme-video\nbudgetUsd: "200"\n',
    'FILE:3: budgetUsd: a whole number from 1 to 1000000 was expected',
  ],
  [
    'what contradicts itself',
    'extends: prod\nproject: acme-video\nedge: load-balancer\ndomains: { ui: shorts.example.com }\n',
    'FILE:4: domains.api: is needed with edge load-balancer',
  ],
  [
    'a secret that changes under a running revision',
    'extends: prod\nproject: acme-video\nsecrets:\n  GEMINI_API_KEY: { version: latest }\n',
    'FILE:4: secrets.GEMINI_API_KEY.version: latest changes under a running revision; in prod a number was expected',
  ],
  ['no platform', 'project: acme-video\n', 'FILE:1: platform: cloud-run or knative was expected'],
  [
    'another platform',
    'extends: local\nplatform: cloud-run\n',
    'FILE:2: platform: cloud-run was given; knative, as what it extends, was expected',
  ],
  ['a parent that is not there', 'extends: prdo\n', 'FILE:1: extends: there is no prdo; did you mean prod?'],
  ['a parent outside the folder', 'extends: ../prod\n', 'FILE:1: extends: there is no ../prod'],
  [
    "another's project",
    'extends: prod-eu\n',
    'project: acme-shorts-eu is also that of prod-eu; a project of its own was expected',
  ],
];

describe("an operator's own environments", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'shortfactory-environments-'));
    writeFileSync(join(folder, 'prod-eu.yaml'), PROD_EU);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Files are read once in a process, so each test has a name of its own. */
  let count = 0;
  function refusal(text: string): string {
    const name = `preview-${++count}`;
    const file = join(folder, `${name}.yaml`);
    writeFileSync(file, text);
    try {
      resolveEnvironment(name, {}, folder);
    } catch (error) {
      if (error instanceof EnvironmentInvalid)
        return error.message.replaceAll(relative(process.cwd(), file), 'FILE');
      throw error;
    } finally {
      rmSync(file);
    }
    return 'nothing';
  }

  it('say only what differs: the rest is as in what they extend, and null takes away', () => {
    const environment = resolveEnvironment('prod-eu', {}, folder);
    expect(environment).to.include({
      name: 'prod-eu',
      appEnv: 'prod',
      project: 'acme-shorts-eu',
      region: 'europe-west4',
      bucket: 'acme-shorts-eu-videos',
    });
    expect(environment.services.worker).to.deep.include({
      scaling: { min: 0, max: 40 },
      timeoutSeconds: 900,
    });
    expect(Object.keys(environment.secrets))
      .to.include('GEMINI_API_KEY')
      .and.not.to.include('ELEVENLABS_API_KEY');
  });

  it('extend each other, and one may have the name of ours', () => {
    writeFileSync(join(folder, 'prod.yaml'), 'extends: prod\nproject: acme-shorts\n');
    writeFileSync(join(folder, 'prod-us.yaml'), 'extends: prod\nproject: acme-shorts-us\nbudgetUsd: 321\n');
    expect(resolveEnvironment('prod-us', {}, folder)).to.include({
      project: 'acme-shorts-us',
      budgetUsd: 321,
    });
    expect(environmentNames(folder)).to.deep.equal(['prod', 'prod-eu', 'prod-us']);
  });

  it('refuse a circle', () => {
    writeFileSync(join(folder, 'egg.yaml'), 'extends: hen\n');
    writeFileSync(join(folder, 'hen.yaml'), 'extends: egg\n');
    expect(() => resolveEnvironment('egg', {}, folder)).to.throw('extends: egg extends this one already');
    for (const name of ['egg', 'hen']) rmSync(join(folder, `${name}.yaml`));
  });

  for (const [what, text, sentence] of WRONG) {
    it(`refuse ${what} with file, line and what was expected`, () => {
      expect(refusal(text)).to.include(sentence);
    });
  }

  it('are not kept from a rollback by another file that cannot be read', () => {
    writeFileSync(join(folder, 'broken.yaml'), 'a: [');
    expect(resolveEnvironment('prod-eu', {}, folder).name).to.equal('prod-eu');
    rmSync(join(folder, 'broken.yaml'));
  });

  it('name an option where an option is wrong', () => {
    expect(() => resolveEnvironment('prod-eu', { region: 'Frankfurt' }, folder)).to.throw(
      '--region: region: a region such as us-central1 was expected',
    );
    expect(() => resolveEnvironment('prod-eu', { project: 'acme-shorts' }, folder)).to.throw(
      '--project: project: acme-shorts is also that of prod; a project of its own was expected',
    );
  });

  it('say which there are when the name is none of them', () => {
    expect(() => resolveEnvironment('prod-ue', {}, folder)).to.throw(
      /prod-ue\.yaml: is not there; did you mean prod-eu\?/,
    );
    expect(() => environmentNames(join(folder, 'nowhere'))).to.throw('is no folder');
    writeFileSync(join(folder, 'Prod EU.yml'), '');
    expect(() => environmentNames(folder)).to.throw('Prod EU.yml: a name of up to 31 lowercase letters');
    rmSync(join(folder, 'Prod EU.yml'));
  });

  it('are read once, however often they are asked for', () => {
    writeFileSync(join(folder, 'once.yaml'), 'extends: dev\nproject: acme-once\n');
    const first = resolveEnvironment('once', {}, folder);
    writeFileSync(join(folder, 'once.yaml'), 'extends: dev\nproject: acme-twice\n');
    expect(resolveEnvironment('once', {}, folder)).to.deep.equal(first);
    rmSync(join(folder, 'once.yaml'));
  });
});
