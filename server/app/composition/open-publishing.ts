import type { Config } from '@shortfactory/config';
import { ConfigInvalid } from '@shortfactory/core';
import type { Log, ObjectStore, Short } from '@shortfactory/core';
import { systemClock } from '@shortfactory/core/clock';
import { Signer, decodeRecord, recordName } from '@shortfactory/jobs';
import type { Publications } from '@shortfactory/publishing';
import { openSecrets } from '@shortfactory/secrets';
import { openStore } from '@shortfactory/storage';
import { LOCAL_OWNER } from '../http/identity/authenticate.ts';
import { outputOf } from '../http/routes/videos.ts';
import { signingKey } from '../process/signing-key.ts';
import { publicationsOf } from './publications-of.ts';

export { postOf } from '../http/videos/post-of.ts';

/** A finished video of the data folder. */
export interface FinishedVideo {
  readonly short: Short;
  readonly aspect: string;
  readonly file: { readonly name: string; readonly bytes: number; readonly mediaType: string };
}

export interface OpenPublishing {
  readonly publications: Publications;
  /** Who owns everything on one machine, as for the server there. */
  readonly owner: string;
  readonly store: ObjectStore;
  /** Undefined where there is no finished video with this id. */
  finished(id: string): Promise<FinishedVideo | undefined>;
  /** Stops what is under way; it goes on when it is opened again. */
  close(): Promise<void>;
}

const QUIET: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  with: () => QUIET,
};

/** Publishing on the store of the configuration, without a server. Throws ConfigInvalid where it is not set up. */
export async function openPublishing(config: Config): Promise<OpenPublishing> {
  // A command prints sentences of ours alone: there is no log to keep secrets out of.
  const register = (): void => undefined;
  const secrets = await openSecrets(config, { register, log: QUIET, clock: systemClock });
  const { objects, versioned, delivery } = await openStore(config);
  const key = await signingKey(secrets, objects, register);
  const signer = new Signer(key);
  const publications = publicationsOf(config, {
    ...{ secrets, register, signingKey: key, log: QUIET, clock: systemClock },
    telemetry: { record: () => undefined },
    ...{ store: objects, objects: versioned, files: delivery },
    ownerHash: (owner) => signer.ownerHash(owner),
  });
  if (!publications)
    throw new ConfigInvalid(
      'YOUTUBE_CLIENT_ID: is needed to send videos (docs/PUBLISHING.md says how to get one)',
    );
  return {
    ...{ publications, store: objects, owner: LOCAL_OWNER },
    async finished(id) {
      const object = await versioned.get(recordName(id));
      const job = object && decodeRecord(id, object.bytes).record.job;
      if (job?.status !== 'done' || !job.short) return undefined;
      const { aspect, object: name, bytes } = outputOf(job, undefined);
      return { short: job.short, aspect, file: { name, bytes, mediaType: 'video/mp4' } };
    },
    async close() {
      await publications.drain();
      await secrets.close();
    },
  };
}
