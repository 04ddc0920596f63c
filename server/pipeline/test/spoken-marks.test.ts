import { decodeWav, encodeWav, spokenStretches } from '@shortfactory/core';
import type { EmojiReading, NarrationRequest, Narrator, Pronunciations, Script } from '@shortfactory/core';
import { OfflineNarrator } from '@shortfactory/offline';
import { performanceOf, scriptFromText } from '@shortfactory/text';
import { expect } from 'chai';
import { newContext, newStore } from '@shortfactory/testing/pipeline/stage-context';
import { castOf, sharedVoices } from '../cast.ts';
import { unheardIpa } from '../unheard-ipa.ts';
import { unsetPitch } from '../unset-pitch.ts';
import { caption } from '../stages/caption.ts';
import { narrate } from '../stages/narrate.ts';
import type { Narration } from '../stages/narrate.ts';

const offline = new OfflineNarrator();
after(() => offline.close());

/** A script told by a narrator: its speech, its captions, and what the narrator was asked. */
async function told(
  script: Script,
  speed = 1,
  narrator: Narrator = offline,
  pronunciations: Pronunciations = {},
  emoji: EmojiReading = 'silent',
) {
  const asked: NarrationRequest[] = [];
  const store = newStore();
  const listening: Narrator = {
    id: narrator.id,
    voices: narrator.voices,
    narrate: (request, signal, account) => {
      asked.push(request);
      return narrator.narrate(request, signal, account);
    },
  };
  const context = { ...newContext(store, { narrator: listening }), pronunciations };
  const said = performanceOf(script);
  const cast = castOf(context, said);
  const narrations = await narrate(context, said, cast, { speed, emoji });
  const cues = caption(context, said.script, narrations);
  const words = cues.map((scene) => scene.flatMap((cue) => cue.words));
  const soundOf = async ({ audio }: Narration) => decodeWav((await store.read(audio)) as Uint8Array);
  return { asked, narrations, words, soundOf, cast };
}

const script = scriptFromText(
  'MIA: Did you lock the door? [pause 2s] Did you?\n\nTOM: I thought [pause 1s] that you did.\n\nMIA: [pause 3s] Well.',
);

describe('a dialogue with pauses', () => {
  it('is heard with a voice each, its silences where and as long as they are asked for, and captioned without its marks', async () => {
    const { asked, narrations, words, soundOf } = await told(script);
    expect(new Set(asked.map(({ voice }) => voice)).size).to.equal(2);
    const voices = (text: string) => asked.find((each) => each.text.startsWith(text))?.voice;
    expect(voices('Did you lock')).to.equal(voices('Well')).and.not.to.equal(voices('I thought'));
    expect(asked.map(({ text }) => text).join(' ')).not.to.match(/MIA|TOM|pause|\d/);

    const shown = words.map((scene) => scene.map(({ text }) => text).join(' '));
    expect(shown).to.deep.equal(['Did you lock the door? Did you?', 'I thought that you did.', 'Well.']);
    for (const scene of words) {
      const times = scene.flatMap(({ startMs, endMs }) => [startMs, endMs]);
      expect(times).to.deep.equal([...times].sort((a, b) => a - b));
    }

    for (const [scene, wanted, next] of [
      [0, 2000, 5],
      [1, 1000, 2],
    ] as const) {
      const { samples, sampleRate } = await soundOf(narrations[scene] as Narration);
      const stretches = spokenStretches(samples, sampleRate);
      const gaps = stretches
        .slice(1)
        .map(({ fromMs }, i) => ({ ms: fromMs - (stretches[i]?.toMs ?? 0), endMs: fromMs }));
      const longest = gaps.reduce((a, b) => (b.ms > a.ms ? b : a));
      expect(longest.ms, `pause of scene ${scene}`).to.be.closeTo(wanted, 100);
      expect(words[scene]?.[next]?.startMs, 'the word after it').to.be.closeTo(longest.endMs, 100);
    }
    const last = await soundOf(narrations[2] as Narration);
    // 3 s less the breath that the timeline leaves between two scenes.
    expect(spokenStretches(last.samples, last.sampleRate)[0]?.fromMs).to.be.closeTo(2450, 100);
    expect(words[2]?.[0]?.startMs).to.be.closeTo(2450, 100);
  });

  it('says emoji where the script is asked to, and captions them either way', async () => {
    const party = scriptFromText('The cake 🎂 is here.', { language: 'en' });
    for (const [emoji, said] of [
      [undefined, /^The cake +is here\.$/],
      ['spoken', /^The cake +birthday cake +is here\.$/],
    ] as const) {
      const { asked, words } = await told(party, 1, offline, {}, emoji);
      expect(asked[0]?.text).to.match(said);
      expect(words[0]?.map(({ text }) => text)).to.include('🎂');
    }
  });

  it('at another speed is shorter by it, its pauses are not', async () => {
    const [slow, fast] = [await told(script, 1), await told(script, 1.25)];
    const lengthOf = ({ narrations }: typeof slow) => narrations[0]?.audioMs ?? 0;
    const wordsOf = ({ words }: typeof slow) => words[0]?.[5]?.startMs ?? 0;
    expect(lengthOf(fast)).to.be.closeTo((lengthOf(slow) - 2000) / 1.25 + 2000, 60);
    expect(wordsOf(fast)).to.be.closeTo((wordsOf(slow) - 2000) / 1.25 + 2000, 60);
  });
});

describe('the voices of a dialogue', () => {
  const silent = async () => ({ wav: encodeWav(new Int16Array(2000), 10_000), marks: [] });
  const narratorOf = (...ids: string[]): Narrator => ({
    id: 'offline:test',
    voices: ids.map((id) => ({ id, label: id, languages: ['en'] })),
    narrate: silent,
  });
  const dialogue = (names: readonly string[], voices?: Record<string, string>): Script => ({
    title: 'T',
    language: 'en',
    ...(voices && { voices }),
    scenes: names.map((name) => ({
      narration: name === '' ? 'Rain.' : `${name}: Rain.`,
      visual: 'rain',
    })),
  });
  const voicesOf = async (script: Script, ids: readonly string[]) => {
    const { cast } = await told(script, 1, narratorOf(...ids));
    return [cast.narrator[0].voice, ...[...cast.speakers.values()].map(([{ voice }]) => voice)];
  };

  const CASES: readonly (readonly [string, Script, readonly string[], readonly string[]])[] = [
    ['are different', dialogue(['MIA', 'TOM']), ['x', 'y', 'z'], ['x', 'x', 'y']],
    ['leave the narrator its own', dialogue(['MIA', '', 'TOM']), ['x', 'y', 'z'], ['x', 'y', 'z']],
    ['are shared where there are too few', dialogue(['MIA', 'TOM', 'LEO']), ['x', 'y'], ['x', 'x', 'y', 'x']],
    ['are the script’s own', dialogue(['MIA', 'TOM'], { Tom: 'x' }), ['x', 'y', 'z'], ['x', 'y', 'x']],
    ['also of the narrator', dialogue(['MIA', ''], { Narrator: 'z' }), ['x', 'y', 'z'], ['z', 'x']],
  ];
  for (const [what, wanted, ids, expected] of CASES)
    it(what, async () => expect(await voicesOf(wanted, ids)).to.deep.equal(expected));

  it('that are shared are said so', async () => {
    const { cast } = await told(dialogue(['MIA', 'TOM', 'LEO']), 1, narratorOf('x', 'y'));
    expect(sharedVoices(cast, 'en')).to.deep.equal([
      'MIA and LEO have the same voice: English has too few here.',
    ]);
  });

  it('that take no IPA are named with the words that are said as they are written', async () => {
    const deaf: Narrator = {
      ...narratorOf('x'),
      voices: [{ id: 'x', label: 'Xenia (a service)', languages: ['en'], ignoresIpa: true }],
    };
    const said = { ...dialogue(['']), pronunciations: { LINE: '/laɪn/', absent: '/a/' } };
    const script = { ...said, scenes: said.scenes.map((scene) => ({ ...scene, narration: 'A LINE here.' })) };
    for (const [narrator, expected] of [
      [
        deaf,
        [/^The IPA of “LINE” was not used: it cannot be given to Xenia \(a service\)\. Write how it sounds/],
      ],
      [narratorOf('x'), []],
    ] as const) {
      const performance = performanceOf(script);
      const cast = castOf(newContext(newStore(), { narrator }), performance);
      const sentences = unheardIpa(cast, performance, [script.pronunciations]);
      expect(sentences).to.have.lengthOf(expected.length);
      expected.forEach((words, index) => expect(sentences[index]).to.match(words));
    }
  });

  it('are asked for a pitch where they set one; the others are named', async () => {
    for (const [setsPitch, asked, sentences] of [
      [true, [{ pitch: 2 }], []],
      [false, [{}], ['The pitch was not used: that of x cannot be set; built-in voices have one.']],
    ] as const) {
      const plain = narratorOf('x');
      const requests: NarrationRequest[] = [];
      const narrator: Narrator = {
        ...plain,
        voices: plain.voices.map((voice) => ({ ...voice, ...(setsPitch && { setsPitch }) })),
        narrate: async (request) => {
          requests.push(request);
          return silent();
        },
      };
      const store = newStore();
      const performance = performanceOf(dialogue(['']));
      const names = [];
      for (const pitch of [0, 2]) {
        const context = newContext(store, { narrator });
        const cast = castOf(context, performance);
        const [narration] = await narrate(context, performance, cast, { pitch });
        names.push(narration?.audio);
        expect(unsetPitch(cast, performance, pitch)).to.deep.equal(pitch === 0 ? [] : sentences);
      }
      const rain = { text: 'Rain.', language: 'en', voice: 'x' };
      // What is spoken the same is spoken once.
      expect(requests).to.deep.equal(
        setsPitch ? [rain, ...asked.map((more) => ({ ...rain, ...more }))] : [rain],
      );
      expect(names[0] === names[1]).to.equal(!setsPitch);
    }
  });

  it('that do not exist are refused by the speaker’s name', () => {
    const context = newContext(newStore(), { narrator: narratorOf('x', 'y') });
    expect(() => castOf(context, performanceOf(dialogue(['MIA'], { MIA: 'q' })))).to.throw(
      '/voices/MIA: there is no voice "q"; for English use x or y',
    );
  });
});

describe('pronunciations', () => {
  it('are what the narrator gets; captions show what is written when it is heard', async () => {
    const one = {
      title: 'T',
      language: 'en',
      pronunciations: { Nguyen: 'win' },
      scenes: [{ narration: 'Ask Nguyen about the boats.', visual: 'a boat' }],
    };
    const { asked, words } = await told(one);
    expect(asked.map(({ text }) => text)).to.deep.equal(['Ask win about the boats.']);
    expect(words[0]?.map(({ text }) => text)).to.deep.equal(['Ask', 'Nguyen', 'about', 'the', 'boats.']);
    const plain = await told({
      ...one,
      pronunciations: {},
      scenes: [{ narration: 'Ask win about the boats.', visual: 'v' }],
    });
    expect(words[0]?.map(({ startMs }) => startMs)).to.deep.equal(
      plain.words[0]?.map(({ startMs }) => startMs),
    );
  });

  it('in IPA are sounds of the offline voice, and the installation’s list holds where the script has none', async () => {
    const list = { Nguyen: '/ˌantɪdɪsɪˈstæblɪʃ/' };
    const one = {
      title: 'T',
      language: 'en',
      scenes: [{ narration: 'Ask Nguyen about it.', visual: 'a boat' }],
    };
    const plain = await told(one);
    const own = await told({ ...one, pronunciations: list });
    const ours = await told(one, 1, offline, list);
    const lengths = [plain, own, ours].map(({ narrations }) => narrations[0]?.audioMs ?? 0);
    expect(lengths[1]).to.be.greaterThan((lengths[0] ?? 0) + 300);
    expect(lengths[2]).to.equal(lengths[1]);
    expect(own.asked[0]?.text).to.equal('Ask Nguyen about it.');
    expect(own.words[0]?.map(({ text }) => text)).to.deep.equal(['Ask', 'Nguyen', 'about', 'it.']);
  });
});
