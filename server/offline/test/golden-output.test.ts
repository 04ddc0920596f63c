import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { IMAGE_STYLES, OFFLINE_LANGUAGES } from '@shortfactory/core';
import { illustrate } from '@shortfactory/pipeline';
import { expect } from 'chai';
import { GOLDEN_OUTPUT as PICTURES, OfflineIllustrator } from '../illustrator/index.ts';
import { DETERMINERS, ENDINGS, NO_NOUNS, PREFIXES } from '../illustrator/analysis/endings.ts';
import { KINDS_FILE } from '../illustrator/analysis/kinds.ts';
import { NAMES_FILE } from '../illustrator/analysis/names.ts';
import { grainTile } from '../illustrator/painters/texture.ts';
import { planScene } from '../illustrator/scene.ts';
import { SETTINGS } from '../illustrator/settings/index.ts';
import { ARABIC } from '../illustrator/words/arabic.ts';
import { CHINESE } from '../illustrator/words/chinese.ts';
import { ASIDES_ABROAD } from '../illustrator/words/abroad/asides.ts';
import { JAPANESE } from '../illustrator/words/abroad/japanese.ts';
import { ASIDES, SOMEBODY, TIMES, VERB_ASIDES } from '../illustrator/words/asides.ts';
import { ENGLISH } from '../illustrator/words/english.ts';
import { FRENCH } from '../illustrator/words/french.ts';
import { GERMAN } from '../illustrator/words/german.ts';
import { QUALITIES, PLACE_VERBS, VERBS } from '../illustrator/words/english-verbs.ts';
import { MOOD_WORDS } from '../illustrator/words/mood-words.ts';
import { SENSES } from '../illustrator/words/senses.ts';
import { HINDI } from '../illustrator/words/hindi.ts';
import { HOMES, PLACE_WORDS, PLACE_WORDS_ABROAD } from '../illustrator/words/settings.ts';
import { SPANISH } from '../illustrator/words/spanish.ts';
import { CAST } from '../narrator/cast.ts';
import { GOLDEN_OUTPUT as SPEECH, OfflineNarrator } from '../narrator/index.ts';
import { HANDBOOK, TRANSLATIONS } from '../story-writer/handbook/index.ts';
import { GOLDEN_OUTPUT as TEXTS, OfflineStoryWriter } from '../story-writer/index.ts';
import { KIND_OUTLINES, KIND_VISUALS } from '../story-writer/outlines/by-kind.ts';
import { OUTLINES } from '../story-writer/outlines/index.ts';
import { newContext, newStore } from '@shortfactory/testing/pipeline/stage-context';
import { expectGolden, hashOf } from '@shortfactory/testing/support/golden';
import { drawnCommands } from './drawn-commands.ts';
import { GOLDEN_SENTENCES, GOLDEN_TOPICS, GOLDEN_VISUALS } from './golden-requests.ts';

const { signal } = new AbortController();
const whatToDo = (maker: string): string =>
  `write the new hash to GOLDEN_OUTPUT in server/offline/${maker}/index.ts: it is part of the id, and so of the address of whatever is made.`;

async function installed(file: string): Promise<Uint8Array> {
  return readFile(createRequire(import.meta.url).resolve(file));
}

/** The pixels of a texture; they are whole numbers, made without the canvas. */
function grain(kind: 'paper' | 'chalk'): Uint8Array {
  const tile = grainTile(kind);
  return Buffer.from(tile.getContext('2d').getImageData(0, 0, tile.width, tile.height).data);
}

const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;

/** What a JPEG says of its quality and its channels: segments DQT and SOF, which come before the pixels. */
function jpegSettings(jpeg: Uint8Array): Uint8Array[] {
  const bytes = Buffer.from(jpeg);
  const settings: Uint8Array[] = [];
  for (let at = 2; bytes[at + 1] !== 0xda; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xdb || (marker >= 0xc0 && marker <= 0xc2))
      settings.push(bytes.subarray(at, at + 2 + bytes.readUInt16BE(at + 2)));
  }
  return settings;
}

describe('what the offline makers make of fixed requests', () => {
  it('is what the story writer’s GOLDEN_OUTPUT says', async () => {
    const writer = new OfflineStoryWriter();
    const texts = [JSON.stringify([HANDBOOK, TRANSLATIONS, OUTLINES, KIND_OUTLINES, KIND_VISUALS])];
    for (const [topic, language] of GOLDEN_TOPICS) {
      const story = await writer.writeStory({ topic, language }, signal);
      const scripts = [15, 40].map((seconds) => writer.writeScript({ topic, story, seconds }, signal));
      texts.push(JSON.stringify([story, ...(await Promise.all(scripts))]));
    }
    expect(new Set(GOLDEN_TOPICS.map(([, language]) => language))).to.have.property(
      'size',
      OFFLINE_LANGUAGES.length,
    );
    expectGolden(hashOf(texts), TEXTS, whatToDo('story-writer'));
  });

  it('is what the illustrator’s GOLDEN_OUTPUT says', async () => {
    const illustrator = new OfflineIllustrator();
    const words = [ENGLISH, SPANISH, GERMAN, FRENCH, HINDI, ARABIC, CHINESE];
    const parts: (string | Uint8Array)[] = [...words, HOMES, PLACE_WORDS, PLACE_WORDS_ABROAD];
    parts.push(await readFile(NAMES_FILE), ENDINGS, PREFIXES, DETERMINERS, NO_NOUNS);
    parts.push(SENSES, VERBS, QUALITIES, PLACE_VERBS, MOOD_WORDS);
    parts.push(await readFile(KINDS_FILE), ASIDES, VERB_ASIDES, TIMES, SOMEBODY);
    parts.push(JAPANESE, JSON.stringify(ASIDES_ABROAD));
    for (const model of ['wink-nlp', 'wink-eng-lite-web-model']) {
      const { version } = JSON.parse(String(await installed(`${model}/package.json`))) as { version: string };
      parts.push(version);
    }
    for (const file of ['icons.json', 'metadata.json']) {
      parts.push(await installed(`@iconify-json/fluent-emoji-flat/${file}`));
    }
    const { version } = JSON.parse(String(await installed('@napi-rs/canvas/package.json'))) as {
      version: string;
    };
    parts.push(version, grain('paper'), grain('chalk'));
    const settings = new Set<string>();
    for (const [i, visual] of GOLDEN_VISUALS.entries()) {
      const imageStyle = IMAGE_STYLES[i % IMAGE_STYLES.length] ?? 'flat';
      settings.add((await planScene(visual, imageStyle, [])).reading.setting);
      const request = { visual, imageStyle, characters: [], widthPx: 108, heightPx: 192 };
      const commands = await drawnCommands(async () => {
        const { bytes, focus } = await illustrator.illustrate(request, signal);
        parts.push(JSON.stringify(focus, rounded), ...jpegSettings(bytes));
      });
      parts.push(commands.join('\n'));
    }
    expect([...settings]).to.have.members(Object.keys(SETTINGS));
    expectGolden(hashOf(parts), PICTURES, whatToDo('illustrator'));
  });

  it('is what the narrator’s GOLDEN_OUTPUT says', async () => {
    const narrator = new OfflineNarrator();
    try {
      // Labels come from the system's list of languages, and are not heard.
      const parts: (string | Uint8Array)[] = CAST.map((voice) => JSON.stringify({ ...voice, label: '' }));
      parts.push(await installed('@echogarden/espeak-ng-emscripten/espeak-ng.data'));
      const spoken = Object.entries(GOLDEN_SENTENCES).map(([voice, text]) => {
        const language = CAST.find(({ id }) => id === voice)?.languages[0] ?? 'en';
        return narrator.narrate({ text, language, voice }, signal);
      });
      for (const { wav, marks } of await Promise.all(spoken)) parts.push(wav, JSON.stringify(marks));
      expectGolden(hashOf(parts), SPEECH, whatToDo('narrator'));
    } finally {
      narrator.close();
    }
  });

  it('is named in each maker’s id, so that what an older one made is made again', async () => {
    const [writer, illustrator, narrator] = [
      new OfflineStoryWriter(),
      new OfflineIllustrator(),
      new OfflineNarrator(),
    ];
    expect(writer.id).to.contain(TEXTS.slice(0, 12));
    expect(illustrator.id).to.contain(PICTURES.slice(0, 12));
    expect(narrator.id).to.contain(SPEECH.slice(0, 12));
    narrator.close();
    const store = newStore();
    const visual = { visual: 'a fox in the forest', place: { scene: 0 } };
    const look = { imageStyle: 'flat', characters: [] } as const;
    let drawn = 0;
    const draw = async (id: string): Promise<string | undefined> => {
      const stub = {
        id,
        illustrate: async () => {
          drawn += 1;
          return { bytes: Buffer.from(id), focus: { x: 0.5, y: 0.5 } };
        },
      };
      const [picture] = await illustrate(newContext(store, { illustrator: stub }), [visual], look);
      return picture?.image;
    };
    const first = await draw(illustrator.id);
    expect(await draw(illustrator.id)).to.equal(first);
    expect(await draw('offline:drawn@2')).not.to.equal(first);
    expect(drawn).to.equal(2);
  });
});
