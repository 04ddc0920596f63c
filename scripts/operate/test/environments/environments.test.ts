import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { runCommand } from '@shortfactory/command-line';
import type { Command, Flags } from '@shortfactory/command-line';
import { expect } from 'chai';
import { bootstrap } from '../../bootstrap/command.ts';
import { cost } from '../../cost/command.ts';
import { deploy } from '../../deploy/command.ts';
import { failover } from '../../failover/command.ts';
import { parity } from '../../parity/command.ts';
import { plan } from '../../plan/command.ts';
import { rollback } from '../../rollback/command.ts';
import { smoke } from '../../smoke/command.ts';
import { sweep } from '../../sweep/command.ts';
import { synth } from '../../synth/command.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

async function run<F extends Flags>(
  command: Command<F>,
  args: readonly string[],
  answers = '',
): Promise<Ran> {
  const [out, errors]: [string[], string[]] = [[], []];
  const code = await runCommand(
    command,
    args,
    { PATH: process.env['PATH'] },
    {
      say: (line) => void out.push(line),
      warn: (line) => void errors.push(line),
      input: () => Readable.from([answers]),
    },
  );
  return { code, out: out.join('\n'), error: errors.join('\n') };
}

describe("a company's own environments", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shortfactory-environments-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const file = (name: string): string => join(folder, `${name}.yaml`);

  it('begin with a few questions: what does not fit is asked again, and what is left empty stays', async () => {
    const answers = ['Acme Video', 'acme-video', '210987654321', 'europe-west4', '', '', '', '300', ''].join(
      '\n',
    );
    const { code, out, error } = await run(bootstrap, ['--init', 'prod', '--environments', folder], answers);
    expect([code, error]).to.deep.equal([0, '']);
    expect(out).to.include('“Acme Video” does not fit; a project id of 6 to 30');
    expect(out).to.include('Region [us-central1]:');
    const [schema = '', , ...rest] = readFileSync(file('prod'), 'utf8').split('\n');
    expect(schema).to.match(/^# yaml-language-server: \$schema=.*environment\.schema\.json$/);
    expect(rest.join('\n')).to.equal(
      "extends: prod\nproject: acme-video\nprojectNumber: '210987654321'\nregion: europe-west4\nbudgetUsd: 300\n",
    );
    const out2 = await run(synth, ['--env', 'prod', '--environments', folder, '--out', join(folder, 'dist')]);
    expect(out2).to.include({ code: 0, error: '' });
    expect(readFileSync(join(folder, 'dist/prod/shortfactory-server.yaml'), 'utf8')).to.include(
      'value: https://shortfactory-worker-210987654321.europe-west4.run.app',
    );
  });

  it('need nobody to answer when options do, and a file that is there keeps its words', async () => {
    writeFileSync(file('prod-eu'), '# Frankfurt, since 2026\nextends: prod\nproject: acme-video # ours\n');
    const { code, out } = await run(bootstrap, [
      ...['--init', 'prod-eu', '--environments', folder, '--region', 'europe-west3'],
      ...['--ui-domain', 'shorts.example.com', '--api-domain', 'api.example.com', '--edge', 'load-balancer'],
    ]);
    expect(code, out).to.equal(0);
    expect(readFileSync(file('prod-eu'), 'utf8')).to.equal(
      '# Frankfurt, since 2026\nextends: prod\nproject: acme-video # ours\nregion: europe-west3\n' +
        'domains:\n  ui: shorts.example.com\n  api: api.example.com\nedge: load-balancer\n',
    );
  });

  it('are for clusters too', async () => {
    const { code } = await run(bootstrap, [
      ...['--init', 'lab', '--like', 'local', '--environments', folder, '--registry', 'registry.example.com'],
    ]);
    expect(code).to.equal(0);
    expect(readFileSync(file('lab'), 'utf8')).to.include('extends: local\nregistry: registry.example.com\n');
  });

  const REFUSED: readonly (readonly [args: readonly string[], answers: string, words: string])[] = [
    [['--init', 'prod'], '', '--project: is missing, and standard input has ended without an answer'],
    [['--init', 'Prod EU'], '', '--init: “Prod EU” does not fit; up to 31 lowercase letters'],
    [
      ['--init', 'prod', '--like', 'qa'],
      '',
      '--like: “qa” is none of ours; one of dev, local, prod, staging was expected.',
    ],
    [['--init', 'prod', '--project', 'X'], '', '--project: “X” does not fit; a project id'],
    [
      ['--init', 'prod', '--project', 'acme-video', '--edge', 'load-balancer'],
      '',
      'domains.api: is needed with edge load-balancer',
    ],
    [[], '', '--env: is missing; the name of an environment was expected, or --init for a new one.'],
  ];
  for (const [args, answers, words] of REFUSED) {
    it(`bootstrap ${args.join(' ')} is refused, and nothing is left behind`, async () => {
      const { code, error } = await run(bootstrap, [...args, '--environments', folder], answers);
      expect(error).to.include(words);
      expect(code).to.equal(2);
      expect(existsSync(file('prod'))).to.equal(false);
    });
  }

  it('are taken by every command, with the same overrides and the same words for what is wrong', async () => {
    writeFileSync(file('preview-7'), 'extends: dev\nproject: acme-preview\nregoin: us-east1\n');
    const place = ['--env', 'preview-7', '--environments', folder];
    const commands: readonly (readonly [Command<never>, ...string[]])[] = [
      [synth as unknown as Command<never>],
      [plan as unknown as Command<never>],
      [deploy as unknown as Command<never>, '--revision', 'abc1234'],
      [rollback as unknown as Command<never>],
      [bootstrap as unknown as Command<never>],
      [smoke as unknown as Command<never>],
      [cost as unknown as Command<never>],
      [failover as unknown as Command<never>, '--from', 'us-central1'],
      [sweep as unknown as Command<never>],
      [parity as unknown as Command<never>],
    ];
    for (const [command, ...more] of commands) {
      const { code, error } = await run(
        command,
        [...place, ...more, '--dry-run'].filter((arg) => arg !== '--dry-run' || command !== commands[0]?.[0]),
      );
      expect(error).to.match(/preview-7\.yaml:3: regoin: is not a setting; did you mean region\?/);
      expect(code).to.equal(2);
      for (const option of [
        'api-domain',
        'ui-domain',
        'edge',
        'project',
        'region',
        'ui-origin',
        'secret-version',
      ])
        expect(Object.keys(command.flags)).to.include(option);
    }
  });

  it('are swept one by one where an option changes them', async () => {
    const options = ['--environments', folder, '--region', 'us-east1'];
    const { code, error } = await run(sweep, options);
    expect([code, error]).to.deep.equal([
      2,
      '--region: is of one preview; --env with its name was expected.',
    ]);
    writeFileSync(file('preview-7'), 'extends: dev\nproject: acme-preview\npreview: { ttl: 48h }\n');
    const wrong = await run(sweep, ['--env', 'preview-7', '--environments', folder, '--region', 'Here']);
    expect(wrong.error).to.include('--region: region: a region such as us-central1 was expected');
  });

  it('give the smoke test its addresses, and the estimate its sizes', async () => {
    writeFileSync(file('prod'), 'extends: prod\nproject: acme-video\n');
    const place = ['--env', 'prod', '--environments', folder];
    const domains = ['--api-domain', 'api.example.com', '--ui-domain', 'shorts.example.com'];
    const { out } = await run(smoke, [...place, ...domains, '--dry-run']);
    expect(out).to.include('GET /health of https://api.example.com');
    expect(out).to.include('GET /live and GET / of https://shorts.example.com');
    expect(await run(cost, [...place, '--json'])).to.include({ code: 0 });
  });
});
