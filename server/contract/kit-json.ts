import { DIGITAL_SOURCE_TYPES } from '@shortfactory/core';
import { z } from 'zod';
import { creditJson, jobOutputJson } from './job-json.ts';

const link = z.string().describe("path on this API's own host, beginning with /api/");

/** What goes with a finished video where it is posted. */
export const kitJson = z
  .strictObject({
    title: z.string(),
    language: z.string().describe('BCP 47, of all words here'),
    description: z.string().describe('without hashtags'),
    hashtags: z
      .array(z.string())
      .describe("each with its sign: the description's own, else words of the script"),
    disclosure: z
      .string()
      .optional()
      .describe('what of it was made with AI; absent where no trained model had part'),
    digitalSourceType: z.enum(DIGITAL_SOURCE_TYPES).optional().describe('beside disclosure'),
    credits: z
      .array(
        z.strictObject({
          ...creditJson.pick({ attribution: true, licence: true }).shape,
          scenes: z.array(z.number()).describe('from 1'),
        }),
      )
      .describe('whose photos and clips it shows, a line each'),
    altText: z.string().describe('what the thumbnail shows, for those who do not see it'),
    text: z
      .string()
      .describe('all that is pasted where a video is described: description, disclosure, hashtags, credits'),
    videos: z.array(jobOutputJson),
    thumbnail: link,
    captions: z.strictObject({ srt: link, vtt: link }),
  })
  .meta({ id: 'Kit' });
export type KitJson = z.infer<typeof kitJson>;
