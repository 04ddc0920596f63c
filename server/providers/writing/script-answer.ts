import { z } from 'zod';

/** What a scene is in its script; which of them a kind has is in its prompt. */
const PARTS = ['hook', 'point', 'item', 'question', 'answer', 'close'] as const;

/** What the model is asked for: strict servers know no field that may be missing. */
export const askedScript = z.object({
  scenes: z.array(
    z.object({
      ...{ part: z.enum(PARTS), number: z.int(), narration: z.string(), visual: z.string() },
      searchWords: z.array(z.string()),
    }),
  ),
});

/** What is asked for where there are sources. */
export const askedGroundedScript = z.object({
  scenes: z.array(askedScript.shape.scenes.element.extend({ restsOn: z.string() })),
});

/** What is taken: a small model leaves out what a scene is. */
export const takenScript = z.object({
  scenes: z.array(
    z.object({
      part: z.enum(PARTS).optional().catch(undefined),
      number: z.number().optional().catch(undefined),
      narration: z.string(),
      visual: z.string(),
      searchWords: z.array(z.string()).optional().catch(undefined),
      restsOn: z.string().optional().catch(undefined),
    }),
  ),
});

export type AnsweredScript = z.infer<typeof takenScript>;
export type AnsweredScene = AnsweredScript['scenes'][number];
