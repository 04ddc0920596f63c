import { LimitReached, ProviderFailed, ProviderRefused, encodeWav, visualsOf } from '@shortfactory/core';
import type { Illustrator, Narrator, Scene, Script, StoryWriter } from '@shortfactory/core';
import { expect } from 'chai';
import { performanceOf } from '@shortfactory/text';
import { castFor, castOf } from '../cast.ts';
import { illustrate } from '../stages/illustrate.ts';
import { narrate } from '../stages/narrate.ts';
import { tellStory } from '../stages/story.ts';
import { newContext, newStore } from '@shortfactory/testing/pipeline/stage-context';

const LOOK = { imageStyle: 'flat', characters: [] } as const;
const SCENES: Scene[] = Array.from({ length: 10 }, (_, i) => ({
  narration: `Sentence ${i + 1}.`,
  visual: `picture ${i + 1}`,
}));
const VISUALS = visualsOf({ scenes: SCENES });

class Painter implements Illustrator {
  readonly id: string;
  readonly drawn: string[] = [];
  fault: (visual: string) => Error | undefined;

  constructor(id: string, fault: (visual: string) => Error | undefined = () => undefined) {
    this.id = id;
    this.fault = fault;
  }

  async illustrate({ visual }: { visual: string }) {
    const error = this.fault(visual);
    if (error) throw error;
    this.drawn.push(visual);
    return { bytes: Buffer.from(`${this.id} ${visual} ${Math.random()}`), focus: { x: 0.5, y: 0.5 } };
  }
}

const down = (): Error => new ProviderFailed('Gemini did not answer within 60 s.', { retryable: true });
const fromScene = (first: number) => (visual: string) =>
  Number(visual.split(' ')[1]) >= first ? down() : undefined;

describe('a part that its first maker does not deliver', () => {
  it('is made by the next one, and the scene is named', async () => {
    const service = new Painter('gemini:pictures', fromScene(4));
    const offline = new Painter('offline:drawn');
    const instead = { storyWriters: [], narrators: [], illustrators: [offline] };
    const context = newContext(newStore(), { illustrator: service, instead });
    const pictures = await illustrate(context, VISUALS, LOOK);
    expect(pictures).to.have.length(10);
    expect(service.drawn).to.have.members(['picture 1', 'picture 2', 'picture 3']);
    expect(context.notes.degraded).to.deep.equal(
      [4, 5, 6, 7, 8, 9, 10].map(
        (scene) => `Scene ${scene}’s picture was drawn offline: Gemini did not answer within 60 s.`,
      ),
    );
    expect(context.notes.offline).to.deep.equal([]);
  });

  it('is paid once: a later run asks only for what a stand-in made', async () => {
    const store = newStore();
    const service = new Painter('gemini:pictures', fromScene(4));
    const offline = new Painter('offline:drawn');
    const instead = { storyWriters: [], narrators: [], illustrators: [offline] };
    const run = () => {
      const context = newContext(store, { illustrator: service, instead });
      return illustrate(context, VISUALS, LOOK).then((pictures) => ({ pictures, context }));
    };
    const first = await run();
    const second = await run();
    expect(service.drawn).to.have.length(3);
    expect(offline.drawn).to.have.length(7);
    expect(second.pictures).to.deep.equal(first.pictures);
    expect(second.context.notes.degraded).to.have.length(7);

    service.fault = () => undefined;
    const recovered = await run();
    expect(service.drawn).to.have.length(10);
    expect(recovered.context.notes.degraded).to.deep.equal([]);
    expect(recovered.pictures.slice(0, 3)).to.deep.equal(first.pictures.slice(0, 3));
    await run();
    expect(service.drawn, 'nothing drawn twice').to.have.length(10);
  });

  it('fails with the message of the last provider when all fail', async () => {
    const context = newContext(newStore(), { illustrator: new Painter('gemini:pictures', down) });
    expect(await thrownBy(illustrate(context, VISUALS, LOOK))).to.have.property(
      'message',
      'Gemini did not answer within 60 s.',
    );
  });

  it('is handed on when a picture was declined, with the reason', async () => {
    const declines = () => new ProviderRefused('Gemini declined this picture for safety reasons.');
    const instead = { storyWriters: [], narrators: [], illustrators: [new Painter('offline:drawn')] };
    const context = newContext(newStore(), {
      illustrator: new Painter('gemini:pictures', declines),
      instead,
    });
    await illustrate(context, VISUALS.slice(0, 1), LOOK);
    expect(context.notes.degraded).to.deep.equal([
      'Scene 1’s picture was drawn offline: Gemini declined this picture for safety reasons.',
    ]);
    expect(context.notes.offline).to.deep.equal(['illustrate']);
  });

  it('is not handed on when the limit on money is reached, or when writing was declined', async () => {
    const offline = new Painter('offline:drawn');
    const broke = new Painter('gemini:pictures', () => new LimitReached('The limit is reached.'));
    const instead = { storyWriters: [writer('offline:handbook')], narrators: [], illustrators: [offline] };
    const money = newContext(newStore(), { illustrator: broke, instead });
    expect(await thrownBy(illustrate(money, VISUALS, LOOK))).to.be.instanceOf(LimitReached);
    expect(offline.drawn).to.deep.equal([]);

    const declined = new ProviderRefused('Gemini declined this topic; say it in other words.');
    const words = newContext(newStore(), { storyWriter: writer('gemini:words', declined), instead });
    expect(await thrownBy(tellStory(words, {}, { topic: 'a topic' }))).to.equal(declined);
  });

  it('names the story when a stand-in wrote it', async () => {
    const instead = { storyWriters: [writer('offline:handbook')], narrators: [], illustrators: [] };
    const context = newContext(newStore(), { storyWriter: writer('gemini:words', down()), instead });
    await tellStory(context, {}, { topic: 'a topic' });
    expect(context.notes.degraded).to.deep.equal([
      'The story was written offline: Gemini did not answer within 60 s.',
    ]);
  });
});

describe('parts of one run', () => {
  it('are asked for once, however many scenes want the same', async () => {
    const service = new Painter('gemini:pictures');
    const context = newContext(newStore(), { illustrator: service });
    const same = Array.from({ length: 6 }, () => SCENES[0] as Scene);
    const pictures = await illustrate(context, visualsOf({ scenes: same }), LOOK);
    expect(service.drawn).to.have.length(1);
    expect(new Set(pictures.map(({ image }) => image)).size).to.equal(1);
  });

  it('never pair one answer’s sound with the times of another', async () => {
    const store = newStore();
    let spoken = 0;
    const speaker = narrator('gemini:speech', ['en'], async () => {
      spoken += 1;
      return { wav: encodeWav(new Int16Array(1000 * spoken).fill(spoken), 10_000), marks: [] };
    });
    const script: Script = { title: 'T', language: 'en', scenes: SCENES.slice(0, 1) };
    const said = performanceOf(script);
    const context = newContext(store, { narrator: speaker });
    // The note of the first answer is lost, as by a crash between the two writes.
    const [first] = await narrate(context, said, castOf(context, said));
    const [note] = await store.list('artifacts/narrate/', { limit: 10 });
    await store.remove(note as string);
    const [second] = await narrate(newContext(store, { narrator: speaker }), said, castOf(context, said));
    expect([first?.audioMs, second?.audioMs]).to.deep.equal([100, 200]);
    expect(second?.audio).not.to.equal(first?.audio);
  });
});

describe('castFor', () => {
  const silent = async () => ({ wav: encodeWav(new Int16Array(10), 10_000), marks: [] });
  const gemini = narrator('gemini:speech', ['en', 'de'], silent, 'kore');
  const eleven = narrator('elevenlabs:speech', ['en'], silent, 'george');
  const offline = narrator('offline:speech', ['de'], silent, 'greta');
  const parts = {
    narrator: gemini,
    instead: { storyWriters: [], illustrators: [], narrators: [eleven, offline] },
  };
  const voices = (language: string, wanted?: string) =>
    castFor(parts, language, wanted).map(({ voice }) => voice);

  it('asks the preferred narrator first, though another one is at home in the language', () => {
    expect(voices('de')).to.deep.equal(['kore', 'greta']);
  });

  it('asks the wanted voice first, and others only if they know the language', () => {
    expect(voices('en', 'george')).to.deep.equal(['george', 'kore']);
    expect(voices('de', 'greta')).to.deep.equal(['greta', 'kore']);
  });

  it('says which voices there are when the wanted one does not exist', () => {
    expect(() => voices('en', 'unknown')).to.throw(
      'there is no voice "unknown"; for English use kore or george',
    );
    expect(() => voices('fi')).to.throw('none of the voices speaks Finnish');
  });
});

function writer(id: string, fault?: Error): StoryWriter {
  const story = { title: 'T', summary: 'S', imageStyle: 'flat', characters: [], language: 'en' } as const;
  return {
    id,
    writeStory: async () => {
      if (fault) throw fault;
      return story;
    },
    writeScript: async () => ({ title: 'T', language: 'en', scenes: SCENES }),
  };
}

function narrator(
  id: string,
  languages: readonly string[],
  narrate: Narrator['narrate'],
  voice = 'voice',
): Narrator {
  return { id, voices: [{ id: voice, label: `${voice}, a voice`, languages }], narrate };
}

function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}
