import type { FileMetadata } from '@google-cloud/storage';
import { newWriteId } from './write.ts';
import { WRITE_ID } from './bucket.ts';
import type { GcsBucket, GcsObject } from './bucket.ts';
import { within } from './patience.ts';

interface RewriteAnswer {
  readonly done: boolean;
  readonly rewriteToken?: string;
  readonly resource?: FileMetadata;
}

/**
 * Copies this very generation to a name that must be absent, inside the bucket: no byte passes through us. Throws what
 * the client throws. Not by the client's `copy`: of a copy in several steps it repeats the condition only in the first.
 */
export async function rewrite(
  bucket: GcsBucket,
  source: GcsObject,
  to: string,
  contentType: string,
): Promise<GcsObject> {
  const file = bucket.file(source.name);
  const target = bucket.file(to);
  // The same in every step: a token belongs to one rewrite.
  const resource = { contentType, metadata: { [WRITE_ID]: newWriteId() } };
  let rewriteToken: string | undefined;
  for (;;) {
    const answer: RewriteAnswer = await within(
      bucket.patience.answerMs,
      new Promise((resolve, reject) => {
        file.request(
          {
            method: 'POST',
            uri: `/rewriteTo/b/${bucket.name}/o/${target.id}`,
            qs: {
              ifGenerationMatch: 0,
              sourceGeneration: source.generation,
              ...(rewriteToken === undefined ? {} : { rewriteToken }),
            },
            json: resource,
          },
          (error, body) => (error ? reject(error) : resolve(body as RewriteAnswer)),
        );
      }),
    );
    if (answer.done && answer.resource) return bucket.describe(answer.resource);
    if (answer.rewriteToken === undefined) throw new Error('the rewrite came to no end');
    rewriteToken = answer.rewriteToken;
  }
}
