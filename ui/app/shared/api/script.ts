import type { optionsJson, scriptSchema } from '@shortfactory/contract';
import type { z } from 'zod';

export type Script = z.infer<typeof scriptSchema>;
export type ImageStyle = NonNullable<Script['imageStyle']>;
export type Options = z.infer<typeof optionsJson>;
export type Aspect = Options['aspects'][number];
export type Voice = Options['voices'][number];
