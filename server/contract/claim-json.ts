import { z } from 'zod';
import { expected } from './script-json.ts';

const MOST_CLAIMED = 100;
const VISITOR_TOKEN = /^[A-Za-z0-9_-]{43,128}$/;
const VIDEO_ID = /^[A-Za-z0-9_-]{16,64}$/;

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
        .max(MOST_CLAIMED, { error: `has more than ${MOST_CLAIMED} entries` }),
    },
    { error: expected('an object with visitor and videos') },
  )
  .meta({ id: 'ClaimRequest' });

export const claimJson = z
  .strictObject({
    taken: z.array(z.string()).describe("ids of those that are the caller's now, or were before"),
    left: z.array(z.string()).describe("ids of those that are somebody else's by now, or gone"),
  })
  .meta({ id: 'Claim' });
export type ClaimRequestJson = z.input<typeof claimRequest>;
export type ClaimJson = z.infer<typeof claimJson>;
