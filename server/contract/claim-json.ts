import { z } from 'zod';
import { expected } from './script-json.ts';

const MOST_CLAIMED = 100;
const VISITOR_TOKEN = /^[A-Za-z0-9_-]{43,128}$/;
const VIDEO_ID = /^[A-Za-z0-9_-]{16,64}$/;
const BATCH_ID = /^[0-9A-Z]{26}$/;

export const claimRequest = z
  .strictObject(
    {
      visitor: z
        .string({ error: expected("a visitor's token") })
        .regex(VISITOR_TOKEN, { error: "is not a visitor's token (43 to 128 characters of base64url)" })
        .describe('the token with which the videos were made: who has it owns them'),
      videos: z
        .array(z.string().regex(VIDEO_ID, { error: 'is not an id of a video' }), {
          error: expected('a list of ids of videos'),
        })
        .min(1, { error: 'is empty (expected at least one id)' })
        .max(MOST_CLAIMED, { error: `has more than ${MOST_CLAIMED} entries` })
        .optional(),
      batches: z
        .array(z.string().regex(BATCH_ID, { error: 'is not an id of a batch' }), {
          error: expected('a list of ids of batches'),
        })
        .min(1, { error: 'is empty (expected at least one id)' })
        .max(MOST_CLAIMED, { error: `has more than ${MOST_CLAIMED} entries` })
        .optional()
        .describe('with the videos of their rows'),
      webhooks: z
        .literal(true, { error: expected('true') })
        .optional()
        .describe('all standing webhooks, with their secrets'),
    },
    { error: expected('an object with visitor and videos') },
  )
  .refine(({ videos, batches, webhooks }) => videos ?? batches ?? webhooks, {
    path: ['videos'],
    error: 'is missing, and so are batches and webhooks (expected at least one of them)',
  })
  .meta({ id: 'ClaimRequest' });

const claimed = {
  taken: z.array(z.string()).describe("ids of those that are the caller's now, or were before"),
  left: z.array(z.string()).describe("ids of those that are somebody else's by now, or gone"),
};
export const claimJson = z
  .strictObject({
    ...claimed,
    batches: z.strictObject(claimed).optional().describe('where batches were asked for'),
    webhooks: z
      .strictObject({
        ...claimed,
        left: z
          .array(z.string())
          .describe('ids of those whose address the caller has already, or beyond ten'),
      })
      .optional()
      .describe('where webhooks were asked for'),
  })
  .meta({ id: 'Claim' });
export type ClaimRequestJson = z.input<typeof claimRequest>;
export type ClaimJson = z.infer<typeof claimJson>;
