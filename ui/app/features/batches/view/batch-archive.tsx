import type { BatchArchiveJson, BatchJson } from '@shortfactory/contract';
import { Download } from '../../../shared/ui/icons.ts';
import { words } from '../model/words.ts';

interface BatchArchiveProps {
  readonly batch: BatchJson;
  readonly name: string;
  /** Of a batch that has ended. */
  readonly archive: BatchArchiveJson | undefined;
}

/** The videos as a ZIP: those that are ready while others are made, and all of them at the end, in parts where they are large. */
export function BatchArchive({ batch, name, archive }: BatchArchiveProps) {
  const parts = archive?.parts ?? [];
  if (batch.counts.done === 0 || (archive && parts.length === 0)) return null;
  const sum = (of: 'videos' | 'bytes'): number => parts.reduce((total, part) => total + part[of], 0);
  return (
    <section className="card run__list" aria-label={words.archive(name)}>
      <div className="run__words">
        <p className="run__name" dir="auto">
          {words.archive(name)}
        </p>
        <p className="small quiet">
          {archive ? words.archiveHint(sum('videos'), sum('bytes')) : words.archiveGoing}
        </p>
      </div>
      {archive ? (
        parts.map(({ url, bytes }, index) => (
          <a key={url} className="button button--primary" href={url} download>
            <Download size={18} />
            {parts.length === 1 ? words.archiveTake : words.archivePart(index + 1, parts.length, bytes)}
          </a>
        ))
      ) : (
        <a className="button button--small" href={`/api/batches/${batch.id}/videos.zip`} download>
          <Download size={18} />
          {words.archiveReady(batch.counts.done)}
        </a>
      )}
    </section>
  );
}
