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
  nthVisual,
  primaryLanguage,
  visualsOf,
} from '@shortfactory/core';
import type {
  Footage,
  FootageCredit,
  FootageKind,
  FootageWanted,
  FoundFootage,
  Script,
  ScriptVisual,
  VisualPlace,
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
  /** Everything that is seen, with an upload where that is footage. */
  readonly shown: readonly ScriptVisual[];
  readonly credits: readonly FootageCredit[];
}

/**
 * Fetches what visuals name, and finds something for those that bring nothing where photos or clips are asked for; each is
 * kept as an artifact. Nothing is shown twice unless the script says so. One for which nothing is found or fetched is
 * drawn, which is said. `sceneSeconds` is how long each scene takes, about. Throws ScriptInvalid at what a script names
 * and cannot be shown, ProviderFailed where its source does not answer.
 */
export async function takeFootage(
  context: RenderContext,
  script: Script,
  wanted: Visuals = 'drawn',
  sceneSeconds: readonly number[] = [],
): Promise<Taken> {
  const visuals = visualsOf(script);
  const used = new UsedFootage();
  const kept: (Kept | undefined)[] = [];
  for (const [index, { footage, where }] of visuals.entries()) {
    if (!footage) continue;
    const named = await takeNamed(context, footage, `${where}/footage`);
    kept[index] = named;
    used.take({ ...named.item, files: [] });
  }
  if (wanted !== 'drawn') {
    for (const [index, visual] of visuals.entries()) {
      if (visual.footage !== undefined || visual.upload !== undefined) continue;
      const { scene } = visual.place;
      const inScene = visuals.filter(({ place }) => place.scene === scene).length;
      const leastSeconds = (sceneSeconds[scene] ?? 0) / inScene;
      const searched = { visual, searches: searchesFor(visual, script.language), leastSeconds };
      kept[index] = await find(context, searched, KINDS[wanted], used);
    }
  }
  const shown = visuals.map(({ footage: _footage, ...visual }, index): ScriptVisual => {
    const found = kept[index];
    return found ? { ...visual, upload: found.object, graded: true } : visual;
  });
  const credits = visuals.flatMap(({ place }, index) => {
    const found = kept[index];
    return found ? [creditOf(found.item, place)] : [];
  });
  return { shown, credits };
}

function creditOf(item: Kept['item'], place: VisualPlace): FootageCredit {
  const { source, id, title, author, authorUrl, pageUrl, licence, attribution } = item;
  const by = authorUrl === undefined ? { author } : { author, authorUrl };
  return { ...place, source, id, title, ...by, pageUrl, licence, attribution };
}

async function takeNamed(context: RenderContext, wanted: FootageWanted, where: string): Promise<Kept> {
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

interface Search {
  readonly words: string;
  /** Of the words. */
  readonly language: string;
}

/** A visual for which something is to be found. */
interface Searched {
  readonly visual: ScriptVisual;
  /** Best first. */
  readonly searches: readonly Search[];
  /** A clip that is shorter comes after those that are not. */
  readonly leastSeconds: number;
}

/** The writer's own searches, then what the picture shows: in its own language, as models describe pictures in English. */
function searchesFor({ visual, searchWords = [] }: ScriptVisual, language: string): Search[] {
  const heard = detectByWords(visual, [language]);
  const isOther = heard.sure && primaryLanguage(heard.language) !== primaryLanguage(language);
  const seen = isOther ? heard.language : language;
  return [
    ...searchWords.map((words) => ({ words, language })),
    ...footageSearches(visual, seen).map((words) => ({ words, language: seen })),
  ];
}

async function find(
  context: RenderContext,
  wanted: Searched,
  kinds: readonly FootageKind[],
  used: UsedFootage,
): Promise<Kept | undefined> {
  const { footage, artifacts, notes, signal } = context;
  const { searches } = wanted;
  const { place } = wanted.visual;
  const reasons: string[] = [];
  for (const kind of kinds) {
    for (let tries = 0; footage && tries < MOST_TRIES; tries += 1) {
      signal.throwIfAborted();
      // Without how long it is shown: another word in a narration must not bring another clip.
      const from = { ...place, searches, kind, sources: footage.sources, tries };
      const name = address('illustrate', VERSION, { found: from });
      try {
        const kept = await artifacts.value('illustrate', name, () =>
          foundFor(context, footage, { ...wanted, kind }, used, name),
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
  const what = `${nthVisual(place)}${kinds.join(' or ')}`;
  notes.remark(
    { stage: 'illustrate', ...place },
    `Scene ${place.scene + 1} shows a drawing in place of a ${what}: ${reason}.`,
  );
  return undefined;
}

/** The best of a search that is not used yet, fetched. What cannot be fetched counts as used. */
async function foundFor(
  context: RenderContext,
  footage: Footage,
  { visual, searches, leastSeconds, kind }: Searched & { readonly kind: FootageKind },
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
  throw new NothingFound(failure ?? `nothing was found for “${visual.visual.slice(0, 60)}”`);
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
