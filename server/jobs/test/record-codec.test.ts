import { RecordFromNewer, RecordUnreadable, cancelled, remade, removed, retried } from '@shortfactory/core';
import type { JobRecord, Look } from '@shortfactory/core';
import { expect } from 'chai';
import { z } from 'zod';
import { createRecordCodec } from '../store/record-codec.ts';
import { decodeRecord, encodeRecord } from '../store/record-json.ts';
import { version1 } from '../store/record-version-1.ts';
import * as before from '@shortfactory/testing/releases/0.1.0/record-json';
import { releasedRecords } from '@shortfactory/testing/jobs/releases';

const released = releasedRecords();
const json = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString());
const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const last = (status: string) => {
  const found = released.findLast(
    ({ bytes }) => decodeRecord(idOf(bytes), bytes).record.job.status === status,
  );
  if (!found) throw new Error(`No ${status} job was released.`);
  return found;
};
function idOf(bytes: Uint8Array): string {
  return (json(bytes) as { job: { id: string } }).job.id;
}

describe('records that an earlier release wrote', () => {
  it('are of jobs in every state that a run leaves', () => {
    const states = released.map(({ id, bytes }) => decodeRecord(id, bytes).record.job.status);
    expect([...new Set(states)]).to.have.members(['queued', 'running', 'done', 'failed']);
  });

  for (const { release, id, generation, bytes } of released) {
    it(`are read and written back as they were: ${release}, ${generation} of ${id}`, () => {
      expect(json(encodeRecord(decodeRecord(id, bytes)))).to.deep.equal(json(bytes));
    });
  }
});

describe('records that this release writes', () => {
  const changes: [string, string, (record: JobRecord) => JobRecord | undefined][] = [
    ['queued', 'as accepted', (record) => record],
    ['queued', 'cancelled', (record) => cancelled(record, Date.now())],
    ['running', 'running', (record) => record],
    ['done', 'finished', (record) => record],
    ['done', 'made again', (record) => remade(record, 'active/o/x.n', Date.now())],
    ['done', 'removed', (record) => removed(record, Date.now())],
    ['failed', 'failed', (record) => record],
    ['failed', 'tried again', (record) => retried(record, 'active/o/x.n', Date.now())],
  ];
  for (const [from, what, change] of changes) {
    it(`are read by release 0.1.0 to the last field: ${what}`, () => {
      const { id, bytes } = last(from);
      const { record, ...write } = decodeRecord(id, bytes);
      const next = change(record);
      if (!next) throw new Error('The change does not apply.');
      const written = encodeRecord({ record: next, ...write });
      expect(before.decodeRecord(id, written)).to.deep.equal({ record: next, ...write });
      expect(
        decodeRecord(id, before.encodeRecord({ record: next, ...write })).record,
        'and back',
      ).to.deep.equal(next);
    });
  }
});

/** Fields of a finished record that others of its version may lack; `*` is any index. */
const OPTIONAL = [
  'job.finishedMs',
  'job.frames',
  'job.request.source.script.imageStyle',
  'job.request.source.script.scenes.*.upload',
  'job.scenes.*.illustration',
  'job.scenes.*.narrationSeconds',
  'job.script',
  'job.script.imageStyle',
  'job.script.scenes.*.upload',
  'job.short',
  'job.short.script.imageStyle',
  'job.short.script.scenes.*.upload',
  'job.stages.*.seconds',
  'job.startedMs',
];

describe('a record of a version that is known', () => {
  const { id, bytes } = last('done');
  /** The path of each object in the record, and of each of its fields. */
  const walk = (
    value: unknown,
    path: readonly string[] = [],
  ): { path: readonly string[]; keys: string[] }[] =>
    typeof value !== 'object' || value === null
      ? []
      : [
          ...(Array.isArray(value) ? [] : [{ path, keys: Object.keys(value) }]),
          ...Object.entries(value).flatMap(([key, inner]) => walk(inner, [...path, key])),
        ];
  const at = (root: unknown, path: readonly string[]): Record<string, unknown> =>
    path.reduce((value, key) => value[key] as Record<string, unknown>, root as Record<string, unknown>);
  const objects = walk(json(bytes));

  it('is refused with a field too many, anywhere, in a sentence that names it', () => {
    expect(objects).to.have.length.above(15);
    for (const { path } of objects) {
      const changed = json(bytes);
      at(changed, path)['mood'] = 'good';
      // Of two kinds of source neither fits: then the source is named.
      const where =
        path.slice(0, 3).join('.') === 'job.request.source'
          ? 'job.request.source'
          : [...path, 'mood'].join('.');
      expect(() => decodeRecord(id, bytesOf(changed)), where).to.throw(RecordUnreadable, `${where}.`);
    }
  });

  it('is refused without any of the fields that its version must have', () => {
    const read = new Set<string>();
    for (const { path, keys } of objects) {
      for (const key of keys) {
        const changed = json(bytes);
        delete at(changed, path)[key];
        try {
          decodeRecord(id, bytesOf(changed));
          read.add([...path, key].join('.').replace(/\.\d+/g, '.*'));
        } catch (error) {
          expect(error).to.be.instanceOf(RecordUnreadable);
        }
      }
    }
    expect([...read].sort()).to.deep.equal(OPTIONAL);
  });

  it('is never written with a field that could not be read again', () => {
    const { record, ...write } = decodeRecord(id, bytes);
    const odd = { ...record, job: { ...record.job, mood: 'good' } };
    expect(() => encodeRecord({ record: odd, ...write })).to.throw(
      /was not written: it has a field .* job\.mood\.$/,
    );
  });
});

describe('a record that is not plain data', () => {
  const { id, bytes } = last('running');
  const { record, ...write } = decodeRecord(id, bytes);

  it('is written as JSON has it: without what is undefined, and a sum that is none as nothing', () => {
    const { lease: _, ...unclaimed } = record;
    const odd = { ...unclaimed, lease: undefined, job: { ...record.job, costUsd: NaN } };
    const written = encodeRecord({ record: odd as unknown as JobRecord, ...write });
    expect(decodeRecord(id, written).record).to.deep.equal({
      ...unclaimed,
      job: { ...record.job, costUsd: 0 },
    });
  });
});

describe('a record with a webhook', () => {
  const { id, bytes } = last('queued');
  const { record, ...write } = decodeRecord(id, bytes);
  const webhook = { url: 'https://example.org/hook', secret: 'v1.sealed', events: ['video.done'] as const };

  it('is read as it was written, and by no release before', () => {
    const written = encodeRecord({ record: { ...record, webhook }, ...write });
    expect(json(written)).to.include({ format: 2 });
    expect(decodeRecord(id, written).record.webhook).to.deep.equal(webhook);
    expect(() => before.decodeRecord(id, written)).to.throw(before.RecordUnreadable, /format/);
  });

  it('keeps its webhook until it is removed', () => {
    const cancelledNow = cancelled({ ...record, webhook }, Date.now()) as JobRecord;
    expect(cancelledNow.webhook).to.deep.equal(webhook);
    expect(removed(cancelledNow, Date.now())).to.not.have.property('webhook');
  });
});

describe('a record with what version 2 adds', () => {
  const { id, bytes } = last('queued');
  const { record, ...write } = decodeRecord(id, bytes);
  const { job } = record;
  const script = {
    title: 'T',
    language: 'en',
    description: 'Hello. #door',
    voices: { MIA: 'nora' },
    pronunciations: { Nguyen: '/wɪn/' },
    speed: 1.2,
    emoji: 'spoken' as const,
    scenes: [{ narration: 'MIA: Hello [pause 1s] Nguyen.', visual: 'a door' }],
  };
  const look: Look = {
    ...{ version: 1, name: 'Mine', imageStyle: 'ink', transition: 'cut', voice: 'nora', speed: 1.1 },
    captions: {
      ...{ style: 'calm', typeface: 'sans', weight: 700, widthPercent: 75, size: 1.3, case: 'capitals' },
      ...{ fill: '#12211C', outline: null, plate: { colour: '#F3E9D2', opacity: 0.94 } },
      shadow: { colour: '#000000', opacity: 1, blurEm: 0.1, xEm: -0.1, yEm: 0.1 },
      ...{ spoken: { as: 'underline', colour: '#FF0000' }, shows: 'word', entrance: 'pop' },
      ...{ tiltDegrees: -2, lines: 2, position: 'top' },
    },
    colours: { spoken: '#FF0000', letters: '#FFFFFF' },
    music: { track: 'none', levelDb: -3 },
  };
  const told = {
    ...record,
    job: {
      ...job,
      request: {
        ...job.request,
        source: { script, remarks: ['A label was not spoken.'] },
        speed: 0.9,
        pitch: -2,
        look,
      },
    },
  };

  it('is read as it was written, and by no release before', () => {
    const written = encodeRecord({ record: told, ...write });
    expect(json(written)).to.include({ format: 2 });
    expect(decodeRecord(id, written).record.job.request).to.deep.equal(told.job.request);
    expect(() => before.decodeRecord(id, written)).to.throw(before.RecordUnreadable, /format/);
  });

  it('is written in version 1 as long as it has none of it', () => {
    expect(json(encodeRecord({ record, ...write }))).to.include({ format: 1 });
  });
});

/** What a next release might do: an option of a request, then another name for a field. */
describe('a version to come', () => {
  const { job } = version1.shape;
  const { request } = job.shape;
  const version2 = version1.extend({
    job: job.extend({ request: request.extend({ speed: z.number().exactOptional() }) }),
  });
  const version3 = version2.omit({ marker: true }).extend({ sign: z.string() });
  const first = createRecordCodec({ earlier: [], latest: version1 });
  const toSecond = { schema: version1 };
  const second = createRecordCodec({ earlier: [toSecond], latest: version2 });
  const third = createRecordCodec({
    earlier: [
      toSecond,
      {
        schema: version2,
        upgrade: (record) => {
          const { marker, ...rest } = version2.parse(record);
          return { ...rest, sign: marker };
        },
      },
    ],
    latest: version3,
  });
  const { id, bytes } = last('queued');
  const faster = (): z.output<typeof version2> => {
    const record = second.decode(id, bytes);
    return { ...record, job: { ...record.job, request: { ...record.job.request, speed: 2 } } };
  };

  it('reads what every earlier one wrote, one step a version', () => {
    for (const each of released) {
      const { marker, format: _, ...rest } = json(each.bytes) as { marker: string; format: number };
      expect(second.decode(each.id, each.bytes)).to.deep.equal({ ...rest, marker });
      expect(third.decode(each.id, each.bytes)).to.deep.equal({ ...rest, sign: marker });
    }
    expect(third.decode(id, second.encode(faster())).job.request.speed).to.equal(2);
  });

  it('is written as the release before reads it, as long as nothing new is used', () => {
    const written = second.encode(second.decode(id, bytes));
    expect(json(written)).to.deep.equal(json(bytes));
    expect(decodeRecord(id, written)).to.deep.equal(decodeRecord(id, bytes));
    expect(before.decodeRecord(id, written)).to.deep.equal(before.decodeRecord(id, bytes));
  });

  it('is refused by the releases before it where something new is used, in a sentence', () => {
    const written = second.encode(faster());
    expect(() => first.decode(id, written)).to.throw(
      RecordFromNewer,
      `The record of job ${id} has version 2 (its format), and this release reads up to version 1: a newer release wrote it, and it is left as it is.`,
    );
    expect(() => before.decodeRecord(id, written)).to.throw(
      before.RecordUnreadable,
      `The record of job ${id} does not fit at format; it may be of a newer version.`,
    );
  });

  it('is refused by the releases before it where a field means something else', () => {
    const written = third.encode(third.decode(id, bytes));
    expect(json(written)).to.include({ format: 3 });
    expect(() => second.decode(id, written)).to.throw(RecordFromNewer, /reads up to version 2/);
    expect(() => before.decodeRecord(id, written)).to.throw(before.RecordUnreadable, /format/);
  });
});
