import type { optionsJson, scriptSchema, writtenScript } from '@shortfactory/contract';
import type { z } from 'zod';

export type Script = z.infer<typeof scriptSchema>;
/** A script that was written for a topic, and in what it is less than was asked for. */
export type WrittenScript = z.infer<typeof writtenScript>;
export type ImageStyle = NonNullable<Script['imageStyle']>;
export type Options = z.infer<typeof optionsJson>;
export type Aspect = Options['aspects'][number];
export type Voice = Options['voices'][number];
