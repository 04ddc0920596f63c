import type { Found, SceneFootage } from '../../../../shared/drafts/scene-footage.ts';
import { CloudOff, RefreshCw, Search, Timer } from '../../../../shared/ui/icons.ts';
import { Notice } from '../../../../shared/ui/notice.tsx';
import type { FootageWords } from '../../model/footage-search.ts';
import type { FootageSearch } from '../../model/use-footage-search.ts';
import { Hits } from './hits.tsx';
import { words } from './words.ts';

interface FindsProps {
  readonly search: FootageSearch;
  readonly asked: FootageWords;
  readonly sources: readonly Found['source'][];
  readonly chosen: Found | undefined;
  readonly shown: readonly (SceneFootage | undefined)[];
  readonly onChoose: (found: Found) => void;
  readonly onUse: (found: Found) => void;
  readonly onOwn: () => void;
}

/** What was found, or why nothing was. */
export function Finds({ search, asked, sources, ...hits }: FindsProps) {
  const { finds, busy, fault } = search;
  const items = finds?.items ?? [];
  const again = (
    <button type="button" className="button button--small" onClick={search.again}>
      <RefreshCw size={16} />
      {words.again}
    </button>
  );
  return (
    <>
      <p className="unseen" role="status">
        {busy
          ? words.searching
          : finds && items.length > 0 && words.found(items.length, finds.next !== undefined)}
      </p>
      {sources.length === 0 && (
        <Notice kind="hazard" icon={<CloudOff size={24} />} title={words.nowhere}>
          <p>{words.nowhereDetail}</p>
        </Notice>
      )}
      {fault !== undefined && (
        <Notice
          kind="hazard"
          role="alert"
          icon={fault === '' ? <CloudOff size={24} /> : <Timer size={24} />}
          title={fault === '' ? words.failed : words.busyTitle}
          actions={again}
        >
          <p>{fault === '' ? words.failedDetail : fault}</p>
        </Notice>
      )}
      {finds && sources.length > 0 && finds.failures.length > 0 && (
        <div className="footage__hint small" role="status">
          {finds.failures.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {again}
        </div>
      )}
      {finds && !busy && items.length === 0 && (
        <div className="footage__none">
          <Search size={24} />
          <h3>{words.none(asked.q)}</h3>
          <p className="small quiet">{words.noneDetail}</p>
        </div>
      )}
      {sources.length > 0 && asked.q.trim() === '' && <p className="small quiet">{words.unsearched}</p>}
      <Hits {...hits} items={items} busy={busy} />
      {finds?.next !== undefined && (
        <button type="button" className="button footage__more" disabled={busy} onClick={search.more}>
          {words.more}
        </button>
      )}
    </>
  );
}
