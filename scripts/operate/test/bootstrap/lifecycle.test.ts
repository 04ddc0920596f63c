import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '@shortfactory/command-line';
import { LONGEST_SESSION_MS } from '@shortfactory/core';
import { expect } from 'chai';

interface Lifecycle {
  readonly rule: readonly {
    readonly action: { readonly type: string };
    readonly condition: { readonly age: number; readonly matchesPrefix?: readonly string[] };
  }[];
}

const { rule } = JSON.parse(
  readFileSync(join(ROOT, 'scripts/operate/bootstrap/lifecycle.json'), 'utf8'),
) as Lifecycle;

/** After how many days the bucket deletes an object; Infinity where it never does. */
function daysOf(name: string): number {
  const ages = rule.flatMap(({ action, condition: { age, matchesPrefix = [] } }) =>
    action.type === 'Delete' && matchesPrefix.some((prefix) => name.startsWith(prefix)) ? [age] : [],
  );
  return Math.min(...ages);
}

describe("the bucket's lifecycle", () => {
  it('keeps what keeps a video from being sent or told twice for longer than the video', () => {
    for (const name of ['publications/v/h', 'deliveries/v/d', 'batches/b', 'links/v'])
      expect(daysOf(name), name).to.be.greaterThan(daysOf('videos/v')).and.lessThan(Infinity);
  });

  it("keeps a batch's rows, which are written once, for longer than its record", () => {
    for (const name of ['batch-rows/b-h', 'owner-batches/o/b'])
      expect(daysOf(name), name).to.be.greaterThan(daysOf('batches/b')).and.lessThan(Infinity);
  });

  it('keeps the days of an owner for longer than anybody looks back', () => {
    expect(daysOf('usage/o/2026-11-28')).to.be.greaterThan(93).and.lessThan(Infinity);
  });

  it('keeps which sessions were ended for longer than any session lasts', () => {
    expect(daysOf('sessions/o') * 86_400_000)
      .to.be.greaterThan(LONGEST_SESSION_MS)
      .and.lessThan(Infinity);
  });

  it('never deletes what somebody has set up, nor what is still to be done', () => {
    const kept = ['webhooks/o', 'publishers/o.youtube', 'active-batches/o/b.n', 'due/o/j.d.n', 'deletions/o'];
    for (const name of [...kept, 'due-publications/o/v.h.n']) expect(daysOf(name), name).to.equal(Infinity);
  });
});
