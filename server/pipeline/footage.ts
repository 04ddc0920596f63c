import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  InputInvalid,
  ProviderFailed,
  ScriptInvalid,
  UsedFootage,
  footageSearches,
  primaryLanguage,
} from '@shortfactory/core';
import type {
  Footage,
  FootageCredit,
  FootageKind,
  FootageWanted,
  FoundFootage,
  Scene,
  Script,
  Visuals,
} from '@shortfactory/core';
import { detectByWords } from '@shortfactory/text';
import { address } from './artifacts/artifacts.ts';
import type { RenderContext } from './stage.ts';

/** Raised when something else would be found by the same words, or kept of it. */
const VERSION = 2;
/** Of what a search finds, so many are looked at. */
const MOST_FOUND = 20;
const MOST_PAGES = 2;
/** Downloads that are tried for a scene before it is drawn. */
const MOST_TRIES = 3;
/** What each choice looks for, in this order. */
const KINDS: Readonly<Record<Exclude<Visuals, 'drawn'>, readonly FootageKind[]>> = {
  photos: ['photo'],
  clips: ['clip'],
  mixed: ['clip', 'photo'],
};
const NONE = 'no source of footage is configured (FOOTAGE names them)';

/** A file of others as an artifact, and what is known of it. */
interface Kept {
  readonly object: string;
  readonly item: Omit<FoundFootage, 'files'>;
}

interface Taken {
  /** The script with an upload where a scene shows footage. */
  readonly shown: Script;
  readonly credits: readonly FootageCredit[];
}

/**
 * Fetches what scenes name, and finds something for those that bring nothing where photos or clips are asked for; each is
 * kept as an artifact. Nothing is shown twice unless the script says so. A scene for which nothing is found or fetched is
 * drawn, which is said. `sceneSeconds` is how long each scene takes, about. Throws ScriptInvalid at what a script names and cannot be shown, ProviderFailed where its source
 * does not answer.
 */
export async function takeFootage(
  context: RenderContext,
  script: Script,
  visuals: Visuals = 'drawn',
  sceneSeconds: readonly number[] = [],
): Promise<Taken> {
  const used = new UsedFootage();
  const kept: (Kept | undefined)[] = [];
  for (const [index, { footage }] of script.scenes.entries()) {
    if (!footage) continue;
    const named = await takeNamed(context, footage, index);
    kept[index] = named;
    used.take({ ...named.item, files: [] });
  }
  if (visuals !== 'drawn') {
    for (const [index, scene] of script.scenes.entries()) {
      if (scene.footage !== undefined || scene.upload !== undefined) continue;
      const wanted = { scene, index, language: script.language, leastSeconds: sceneSeconds[index] ?? 0 };
      kept[index] = await find(context, wanted, KINDS[visuals], used);
    }
  }
  const scenes = script.scenes.map(({ footage: _footage, ...scene }, index): Scene => {
    const found = kept[index];
    return found ? { ...scene, upload: found.object } : scene;
  });
  const credits = script.scenes.flatMap((_scene, index) => {
    const found = kept[index];
    return found ? [creditOf(found.item, index)] : [];
  });
  return { shown: { ...script, scenes }, credits };
}

function creditOf(item: Kept['item'], scene: number): FootageCredit {
  const { source, id, title, author, authorUrl, pageUrl, licence, attribution } = item;
  const by = authorUrl === undefined ? { author } : { author, authorUrl };
  return { scene, source, id, title, ...by, pageUrl, licence, attribution };
}

async function takeNamed(context: RenderContext, wanted: FootageWanted, scene: number): Promise<Kept> {
  const where = `/scenes/${scene}/footage`;
  const { footage } = context;
  if (!footage) throw new ScriptInvalid(where, `cannot be fetched: ${NONE}`);
  const { source, id, licence } = wanted;
  try {
    const name = address('illustrate', VERSION, { footage: { source, id, licence } });
    return await context.artifacts.value('illustrate', name, () => fetched(context, footage, wanted, name));
  } catch (error) {
    throw error instanceof InputInvalid ? new ScriptInvalid(where, error.problem) : error;
  }
}

/** Nothing that was not shown yet was found, or could be fetched. The message says why. */
class NothingFound extends Error {}

/** A scene for which something is to be found. */
interface Wanted {
  readonly scene: Scene;
  readonly index: number;
  /** Of the script. */
  readonly language: string;
  /** A clip that is shorter comes after those that are not. */
  readonly leastSeconds: number;
}

async function find(
  context: RenderContext,
  wanted: Wanted,
  kinds: readonly FootageKind[],
  used: UsedFootage,
): Promise<Kept | undefined> {
  const { footage, artifacts, notes, signal } = context;
  const { scene, index, language } = wanted;
  const searches = searchesFor(scene, language);
  const reasons: string[] = [];
  for (const kind of kinds) {
    for (let tries = 0; footage && tries < MOST_TRIES; tries += 1) {
      signal.throwIfAborted();
      // Without the scene's length: another word in a narration must not bring another clip.
      const from = { scene: index, searches, kind, sources: footage.sources, tries };
      const name = address('illustrate', VERSION, { found: from });
      try {
        const kept = await artifacts.value('illustrate', name, () =>
          foundFor(context, footage, { ...wanted, searches, kind }, used, name),
        );
        if (used.take({ ...kept.item, files: [] })) return kept;
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof NothingFound) {
          reasons.push(error.message);
          break;
        }
        if (!(error instanceof InputInvalid || error instanceof ProviderFailed)) throw error;
        reasons.push(error instanceof InputInvalid ? error.problem : error.message);
      }
    }
  }
  const reason = (reasons[0] ?? NONE).replace(/\.$/, '');
  const what = kinds.join(' or ');
  notes.remark(
    { stage: 'illustrate', scene: index },
    `Scene ${index + 1} shows a drawing in place of a ${what}: ${reason}.`,
  );
  return undefined;
}

interface Search {
  readonly words: string;
  /** Of the words. */
  readonly language: string;
}

interface Searched {
  readonly searches: readonly Search[];
  readonly kind: FootageKind;
}

/** The writer's own searches, then what the picture shows: in its own language, as models describe pictures in English. */
function searchesFor({ visual, searchWords = [] }: Scene, language: string): Search[] {
  const heard = detectByWords(visual, [language]);
  const isOther = heard.sure && primaryLanguage(heard.language) !== primaryLanguage(language);
  const seen = isOther ? heard.language : language;
  return [
    ...searchWords.map((words) => ({ words, language })),
    ...footageSearches(visual, seen).map((words) => ({ words, language: seen })),
  ];
}

/** The best of a search that is not used yet, fetched. What cannot be fetched counts as used. */
async function foundFor(
  context: RenderContext,
  footage: Footage,
  { scene, searches, kind, leastSeconds }: Wanted & Searched,
  used: UsedFootage,
  name: string,
): Promise<Kept> {
  let failure: string | undefined;
  for (const search of searches) {
    const query = { ...search, kind, leastSeconds, orientation: 'portrait', count: MOST_FOUND } as const;
    let item: FoundFootage | undefined;
    // What comes after a source's last page is the next source's.
    for (let page = 1, isMore = true; !item && isMore && page <= MOST_PAGES; page += 1) {
      const { items, more, failures } = await footage.search({ ...query, page }, context.signal);
      failure ??= failures[0];
      item = items.find((each) => !used.has(each));
      isMore = more;
    }
    if (!item) continue;
    const wanted = { source: item.source, id: item.id, licence: item.licence.id };
    try {
      return await fetched(context, footage, wanted, name);
    } catch (error) {
      used.take(item);
      throw error;
    }
  }
  throw new NothingFound(failure ?? `nothing was found for “${scene.visual.slice(0, 60)}”`);
}

async function fetched(
  { artifacts, scratch, signal, beforeStep }: RenderContext,
  footage: Footage,
  wanted: FootageWanted,
  name: string,
): Promise<Kept> {
  await beforeStep();
  const file = join(scratch, `footage-${name.slice(-16)}`);
  try {
    const { item, mediaType } = await footage.fetch(wanted, file, signal);
    const content = createHash('sha256');
    for await (const chunk of createReadStream(file)) content.update(chunk as Buffer);
    const ending = mediaType.replace(/^.*\/(?:x-)?/, '');
    // The file stands before the note that names it.
    const object = `${name}-${content.digest('hex').slice(0, 16)}.${ending}`;
    await artifacts.place(object, { file });
    const { files: _files, ...about } = item;
    return { object, item: about };
  } finally {
    await rm(file, { force: true });
  }
}
