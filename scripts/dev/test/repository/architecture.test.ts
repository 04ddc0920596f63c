import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadConfig } from '@shortfactory/config';
import { STAGES } from '@shortfactory/core';
import type { JobRecord, Short, ShortRequest } from '@shortfactory/core';
import { TIMING, markerName, outputName, ownerEntry, ownerPrefix, recordName } from '@shortfactory/jobs';
import { address } from '@shortfactory/pipeline/artifacts';
import {
  accountName,
  dueMarker as duePublication,
  publicationKey,
  publicationName,
} from '@shortfactory/publishing';
import { deliveryName, dueMarker, webhooksName } from '@shortfactory/webhooks';
import { expect } from 'chai';
import * as records from '@shortfactory/core';
import { loadEnv } from '@shortfactory/ui/environment';
import { folderGraph, printGraph } from '../../graph/imports.ts';
import { graphIn, withGraph } from '../../graph/page.ts';
import { read, ROOT } from '../support/tree.ts';

const page = read('docs/architecture.md');

/** The cells of the table below a heading, without its head. */
function rowsBelow(heading: string): string[][] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [text = ''] = section.split('\n## ');
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    return cells.slice(1, -1);
  });
}

describe('docs/architecture.md', () => {
  it('has the folder graph as the imports are', () => {
    expect(graphIn(page)).to.equal(printGraph(folderGraph(ROOT)));
  });

  it('has the ports of the configuration', () => {
    const { PORT: api, METRICS_PORT: metrics } = loadConfig({});
    const { PORT: ui } = loadEnv({});
    const table = rowsBelow('Who opens which port').map(([process, variable, port]) => [
      process,
      variable,
      port,
    ]);
    expect(table).to.deep.equal([
      ['UI server', '`PORT`', String(ui)],
      ['API or worker', '`PORT`', String(api)],
      ['API or worker', '`METRICS_PORT`', String(metrics)],
      ['pipeline process', '', 'none'],
    ]);
    expect(page).to.include(`port ${ui}"`).and.include(`port ${api}, metrics ${metrics}"`);
  });

  it('has the changes that a job can go through', () => {
    const said = rowsBelow('The life of a job').map(([from, to]) => `${from} → ${to}`);
    expect(said.sort()).to.deep.equal(changesOfAJob().sort());
  });

  it('has the stages in their order', () => {
    expect(page).to.include(
      `\`${STAGES.join(' → ').replace('illustrate → narrate', 'illustrate ∥ narrate')}\``,
    );
  });

  it('has the times of the lease', () => {
    const rows = rowsBelow('The lease');
    expect(rows).to.have.length.greaterThan(5);
    for (const [name = '', seconds] of rows) {
      const key = name.replaceAll('`', '') as keyof typeof TIMING;
      expect(TIMING[key], name).to.equal(Number(seconds) * 1000);
    }
  });

  it('has the names that objects have in the store', () => {
    const id = '0123456789ABCDEFGHJKMNPQRS';
    const made = [
      recordName(id),
      `${ownerPrefix('f00')}${ownerEntry(0, id)}`,
      markerName('f00', id, 'nonce'),
      address('compose', 1, {}),
      outputName(id, 1, 'f00', 'mp4'),
    ];
    const key = publicationKey(id, '9:16', 'youtube', 'f00');
    const told = [webhooksName('f00'), deliveryName(id, 'f00'), dueMarker('f00', id, 'f00', 'nonce')];
    const sent = [publicationName(key), duePublication('f00', key, 'nonce'), accountName('f00', 'youtube')];
    const said = rowsBelow('What is in the store').map(([name = '']) => name.replaceAll('`', ''));
    const patterns = said.map(
      (name) => new RegExp(`^${name.replace(/\./g, '\\.').replace(/<[^>]+>/g, '[\\w]+')}$`),
    );
    for (const [index, name] of made.entries()) expect(name, said[index]).to.match(patterns[index] ?? /^$/);
    for (const name of [...told, ...sent])
      expect(
        patterns.filter((pattern) => pattern.test(name)),
        name,
      ).to.have.length(1);
  });

  it('explains words that the files it names still use', () => {
    const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
    const rows = rowsBelow('Words');
    expect(rows).to.have.length.greaterThan(20);
    for (const [words = '', , where = ''] of rows) {
      const files = [...where.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, file = '']) => file);
      const text = letters(files.map((file) => `${file} ${read(file)}`).join(' '));
      for (const word of words.replace(/ \(.*\)$/, '').split(', '))
        expect(text, word).to.include(letters(word));
    }
  });
});

describe('the folder graph', () => {
  it('refuses a page without a place for it, and changes nothing else of one that has it', () => {
    expect(() => graphIn('# A page\n')).to.throw('npm run graph');
    const text = 'before\n\n<!-- npm run graph -->\n\n```text\nold → nothing\n```\n\nafter\n';
    expect(withGraph(text, 'new → old\n')).to.equal(text.replace('old → nothing', 'new → old'));
  });

  it('finds imports of types, dynamic ones, re-exports, and those by the name of a package', () => {
    const files = {
      'package.json': '{"workspaces": ["server/*", "ui", "scripts/*"]}',
      'server/core/package.json':
        '{"name": "@shortfactory/core", "exports": {".": "./index.ts", "./errors": "./errors.ts"}}',
      'server/contract/package.json': '{"name": "@shortfactory/contract", "exports": {".": "./index.ts"}}',
      'server/jobs/package.json': '{"name": "@shortfactory/jobs", "exports": {".": "./run.ts"}}',
      'ui/package.json': '{"name": "@shortfactory/ui"}',
      'server/app/main.ts': "const { run } = await import('@shortfactory/jobs');",
      'server/contract/index.ts': "export { Job } from '@shortfactory/core';\nimport './other.ts';",
      'server/core/index.ts': "import { z } from 'zod';\nimport fs from 'node:fs';",
      'server/core/test/job.ts': "import '@shortfactory/jobs';",
      'server/jobs/run.ts':
        "import type { Job } from '@shortfactory/core/errors';\n// import '@shortfactory/app';",
      'scripts/cli/package.json': '{"name": "@shortfactory/cli"}',
      'scripts/cli/short.ts': "import '../../ui/app/root.tsx';",
      'ui/app/root.tsx': "import { job } from '@shortfactory/contract';",
    };
    expect(graphOf(files)).to.equal(
      [
        'scripts/cli     → ui/app',
        'server/app      → server/jobs',
        'server/contract → server/core',
        'server/core     → nothing',
        'server/jobs     → server/core',
        'ui/app          → server/contract',
        '',
      ].join('\n'),
    );
    const hidden = { ...files, 'ui/app/root.tsx': "import '@shortfactory/jobs/store';" };
    expect(() => graphOf(hidden)).to.throw('@shortfactory/jobs/store is not among the exports');
  });
});

function graphOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'shortfactory-graph-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    return printGraph(folderGraph(root));
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Every change of status that the functions of the record make, tried on records of every status. */
function changesOfAJob(): string[] {
  const nowMs = 1_000_000;
  const script = { title: 'A title', language: 'en', scenes: [] };
  const request = { source: { script }, seconds: 30, aspects: ['9:16'] } as unknown as ShortRequest;
  const queued = records.accept(
    { id: 'id', ownerHash: 'owner', request, requestHash: 'hash', marker: 'marker' },
    nowMs,
  );
  const claimed = records.claim(queued, 'holder', nowMs);
  const token = { holder: 'holder', epoch: claimed.epoch };
  const short = { title: 'A title', script, degraded: [], scenes: [] } as unknown as Short;
  const error = { stage: 'compose', title: 'It broke', detail: 'Badly.', retryable: true } as const;
  const all = (record: JobRecord): (JobRecord | undefined)[] => [
    record.job.status === 'queued' ? records.claim(record, 'holder', nowMs) : undefined,
    records.finished(record, token, record.job, { short, outputs: [] }, nowMs),
    records.failed(record, token, record.job, error, nowMs),
    records.released(record, token, record.job, nowMs),
    records.reaped(record, 1, 1, nowMs),
    records.cancelled(record, nowMs),
    records.retried(record, 'again', nowMs),
    records.remade(record, 'again', nowMs),
  ];
  const changes = new Set([`(nothing) → ${queued.job.status}`]);
  const seen = new Map([[queued.job.status, queued]]);
  for (const record of seen.values()) {
    for (const next of all(record)) {
      if (!next) continue;
      changes.add(`${record.job.status} → ${next.job.status}`);
      if (!seen.has(next.job.status)) seen.set(next.job.status, next);
    }
  }
  return [...changes];
}
