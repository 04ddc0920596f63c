import type { JobJson, LinkJson, SharedJson, linkRequest } from '@shortfactory/contract';
import type { z } from 'zod';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Links to videos, as the API keeps them. */
export class LinksDouble {
  all: { readonly video: string; link: LinkJson }[] = [];

  of(video: string): LinkJson[] {
    return this.all.filter((each) => each.video === video).map(({ link }) => link);
  }

  make(video: string, { days = 14, until, download = false }: z.output<typeof linkRequest>): LinkJson {
    const nowMs = Date.now();
    const endsAt = until === undefined ? new Date(nowMs + days * DAY_MS) : new Date(`${until}T23:59:59.999Z`);
    const number = String(this.all.length + 1).padStart(16, '0');
    const link: LinkJson = {
      ...{ id: number, state: 'live', token: `token-${number}`, download, watched: 0 },
      createdAt: new Date(nowMs).toISOString(),
      endsAt: endsAt.toISOString(),
    };
    this.all.push({ video, link });
    return link;
  }

  revoke(id: string): void {
    for (const each of this.all)
      if (each.link.id === id) {
        const { token: _, ...link } = each.link;
        each.link = { ...link, state: 'revoked', revokedAt: new Date().toISOString() };
      }
  }

  find(token: string): { readonly video: string; readonly link: LinkJson } | undefined {
    return this.all.find(({ link }) => link.token === token);
  }
}

/** A video as who has a link sees it. */
export function sharedOf(job: JobJson, { token = '', endsAt, download }: LinkJson): SharedJson {
  const base = `/api/shared/${token}`;
  return {
    ...{ title: job.title, language: job.script?.language ?? 'en', endsAt, download },
    finishedAt: job.finishedAt ?? job.updatedAt,
    outputs: job.outputs.map((output) => ({ ...output, url: `${base}/file?aspect=${output.aspect}` })),
    poster: `${base}/poster`,
    captions: `${base}/captions.vtt`,
    text: (job.script?.scenes ?? []).map(({ narration }) => narration),
    digitalSourceType: 'compositeWithTrainedAlgorithmicMedia',
    disclosure: 'Made with AI: text and voice.',
  };
}
