import { FOOTAGE_KINDS, InputInvalid, NotFound } from '@shortfactory/core';
import type {
  Clock,
  FetchedFootage,
  Footage,
  FootageAddress,
  FootageAnswer,
  FootageFilm,
  FootageKind,
  FootagePreview,
  FootageQuery,
  FootageSource,
  FootageViewing,
  FootageWanted,
  FoundFootage,
} from '@shortfactory/core';
import { Kept } from './kept.ts';
import { licenceName } from './licence.ts';
import { download } from './net/download.ts';
import { FileGone } from './net/followed.ts';
import { SourceFailed } from './net/failure.ts';
import type { Reach } from './net/get.ts';
import { lookAtFilm, lookAtPreview } from './net/look.ts';
import type { Looked } from './net/look.ts';
import { bestFirst, ranked } from './ranking.ts';
import { isForbidden } from './sources/source.ts';
import type { Page, Source } from './sources/source.ts';

export const NO_SOURCE = 'No source of footage is configured (FOOTAGE names them).';

/** Answers to searches that are kept, and bytes of pictures of what was found. */
const MOST_PAGES = 200;
const MOST_PREVIEW_BYTES = 16_000_000;

interface Configured {
  readonly source: Source;
  /** Where its files may be fetched from. */
  readonly files: Reach;
}

export interface FootageSearchDeps {
  /** In the order in which they are asked. */
  readonly sources: readonly Configured[];
  readonly clock: Pick<Clock, 'monotonicMs'>;
}

/** Photos and clips of the sources that are configured; see the ports. */
export class FootageSearch implements Footage, FootageViewing {
  readonly sources: readonly FootageSource[];
  readonly #configured: readonly Configured[];
  readonly #clock: Pick<Clock, 'monotonicMs'>;
  readonly #pages: Kept<Page>;
  readonly #previews: Kept<FootagePreview>;
  /** Until when a source is left alone, and the sentence why. */
  readonly #resting = new Map<FootageSource, { readonly untilMs: number; readonly why: string }>();

  constructor({ sources, clock }: FootageSearchDeps) {
    this.#configured = sources;
    this.sources = sources.map(({ source }) => source.name);
    this.#clock = clock;
    this.#pages = new Kept(clock, MOST_PAGES);
    this.#previews = new Kept(clock, MOST_PREVIEW_BYTES, ({ bytes }) => bytes.length);
  }

  async search(query: FootageQuery, signal: AbortSignal): Promise<FootageAnswer> {
    const failures: string[] = [];
    const able = this.#configured.filter(
      ({ source }) =>
        source.kinds.includes(query.kind) && (query.source === undefined || query.source === source.name),
    );
    if (this.#configured.length === 0) failures.push(NO_SOURCE);
    else if (able.length === 0) failures.push(this.#unable(query));
    // The pages of one source follow those of the one before.
    let { page } = query;
    for (const [i, { source }] of able.entries()) {
      let answer: Page;
      try {
        answer = await this.#page(source, { ...query, page }, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof SourceFailed)) throw error;
        failures.push(error.message);
        continue;
      }
      const items = ranked(answer.items, query);
      const more = answer.total > page * query.count || i < able.length - 1;
      if (items.length > 0) return { items, more, failures };
      page = Math.max(1, page - Math.ceil(answer.total / query.count));
    }
    return { items: [], more: false, failures };
  }

  async fetch(
    { source: name, id, licence }: FootageWanted,
    path: string,
    signal: AbortSignal,
  ): Promise<FetchedFootage> {
    const configured = this.#of(name);
    if (!configured)
      throw new InputInvalid('', `${name} is not among the sources of footage that are configured`);
    const { source, files } = configured;
    const item = await this.#item(source, id, signal);
    const what = `${item.kind} ${id} of ${source.label}`;
    if (licence !== undefined && licence !== item.licence.id) {
      throw new InputInvalid(
        '',
        `${what} was found under ${licence} and is now under ${licenceName(item.licence)}; search again`,
      );
    }
    let gone: FileGone | undefined;
    for (const file of bestFirst(item)) {
      try {
        return { item, ...(await download(file, item.kind, what, path, files, signal)) };
      } catch (error) {
        if (!(error instanceof FileGone)) throw error;
        gone ??= error;
      }
    }
    throw gone ?? new InputInvalid('', `${what} has no file that can be used; choose another`);
  }

  /** Why no source can be asked. */
  #unable({ source, kind }: FootageQuery): string {
    if (source === undefined) return `None of the sources of footage that are configured has ${kind}s.`;
    const configured = this.#of(source);
    return configured
      ? `${configured.source.label} has no ${kind}s.`
      : `${source} is not among the sources of footage that are configured.`;
  }

  async item({ source, id }: FootageWanted, signal: AbortSignal): Promise<FoundFootage> {
    const configured = this.#of(source);
    if (!configured) throw new NotFound(`${source} is not searched here.`);
    try {
      return await this.#item(configured.source, id, signal);
    } catch (error) {
      throw error instanceof InputInvalid ? new NotFound(`${error.problem}.`) : error;
    }
  }

  async preview(address: FootageAddress, signal: AbortSignal): Promise<FootagePreview> {
    const key = `${address.source} ${address.url}`;
    const kept = this.#previews.get(key);
    if (kept) return kept;
    const preview = await lookAtPreview(this.#looked(address, 'picture'), signal);
    this.#previews.set(key, preview);
    return preview;
  }

  async film(address: FootageAddress, range: string | undefined, signal: AbortSignal): Promise<FootageFilm> {
    return lookAtFilm(this.#looked(address, 'film'), range, signal);
  }

  #looked({ source: name, url }: FootageAddress, what: string): Looked {
    const configured = this.#of(name);
    if (!configured) throw new NotFound(`${name} is not searched here any more.`);
    return { url, name: `The ${what} at ${configured.source.label}`, reach: configured.files };
  }

  #of(name: FootageSource): Configured | undefined {
    return this.#configured.find(({ source }) => source.name === name);
  }

  async #item(source: Source, id: string, signal: AbortSignal): Promise<FoundFootage> {
    const [kind, bare] = partsOf(id) ?? [];
    const gone = (): InputInvalid => new InputInvalid('', `${source.label} has no ${id}; search again`);
    if (kind === undefined || bare === undefined || !source.kinds.includes(kind)) throw gone();
    const item = await this.#asked(source, () => source.item(kind, bare, signal));
    if (!item) throw gone();
    if (isForbidden(item)) {
      throw new InputInvalid(
        '',
        `${kind} ${id} of ${source.label} is under ${item.licence}, which does not allow this use; choose another`,
      );
    }
    return item;
  }

  async #page(source: Source, query: FootageQuery, signal: AbortSignal): Promise<Page> {
    const key = JSON.stringify([
      source.name,
      query.words.toLowerCase(),
      query.language,
      query.kind,
      query.orientation,
      query.leastPx,
      query.count,
      query.page,
    ]);
    const kept = this.#pages.get(key);
    if (kept) return kept;
    const page = await this.#asked(source, () => source.search(query, signal));
    this.#pages.set(key, page);
    return page;
  }

  /** Leaves a source alone for as long as it asked for. */
  async #asked<T>({ name }: Source, ask: () => Promise<T>): Promise<T> {
    const resting = this.#resting.get(name);
    if (resting && resting.untilMs > this.#clock.monotonicMs()) throw new SourceFailed(resting.why);
    try {
      return await ask();
    } catch (error) {
      if (error instanceof SourceFailed && error.restMs !== undefined)
        this.#resting.set(name, { untilMs: this.#clock.monotonicMs() + error.restMs, why: error.message });
      throw error;
    }
  }
}

/** `photo-123` as kind and the source's own id. */
function partsOf(id: string): readonly [FootageKind, string] | undefined {
  const [, kind, bare] =
    /^(photo|clip)-(\d{1,12}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(id) ?? [];
  const known = FOOTAGE_KINDS.find((each) => each === kind);
  return known === undefined || bare === undefined ? undefined : [known, bare];
}
