import { createHash } from 'node:crypto';
import { TRACK_IDS } from '@shortfactory/core';
import { expect } from 'chai';
import { OfflineMusician } from '../index.ts';
import { GOLDEN_MUSIC } from '../musician/index.ts';

const { signal } = new AbortController();

describe('the music shelf', function () {
  this.timeout(60_000);
  const musician = new OfflineMusician();

  it('has every track that can be asked for, each once', () => {
    expect(musician.tracks.map(({ id }) => id)).to.deep.equal([...TRACK_IDS]);
    expect(new Set(musician.tracks.map(({ label }) => label)).size).to.equal(TRACK_IDS.length);
  });

  it('is the same bytes each time, and those that its version stands for', async () => {
    const hash = createHash('sha256');
    for (const track of ['morning', 'cellar-door'] as const) hash.update(await musician.play(track, signal));
    expect(hash.digest('hex')).to.equal(GOLDEN_MUSIC);
  });

  it('stops when it is called off', async () => {
    const stop = new AbortController();
    stop.abort(new Error('called off'));
    const error = await musician.play('summit', stop.signal).catch((reason: unknown) => reason);
    expect(error).to.have.property('message', 'called off');
  });

  it('auto is what the scenes feel like, else what the script is', async () => {
    const piece = { title: 'A title', language: 'en', narrations: ['Water boils at 100 degrees.'] };
    const scary = ['The basement door opened by itself.', 'Something whispered behind me in the dark.'];
    expect(await musician.choose({ ...piece, narrations: scary, kind: 'story' })).to.equal('cellar-door');
    expect(await musician.choose({ ...piece, narrations: ['We wept at the funeral.'] })).to.equal('letter');
    expect(
      await musician.choose({
        ...piece,
        language: 'de',
        narrations: ['Es war eine fröhliche Hochzeit, voller Freude.'],
      }),
    ).to.equal('morning');
    expect(await musician.choose({ ...piece, kind: 'how-to' })).to.equal('workbench');
    expect(await musician.choose(piece)).to.equal(await musician.choose(piece));
  });
});
