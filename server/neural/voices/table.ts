// Which natural voices there are: voices/table.json, read and checked once. Every file stands there with its address,
// size and hash, every model with its licence and who is to be credited.
import { z } from 'zod';
import table from './table.json' with { type: 'json' };

const file = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9][\w.-]*$/),
  url: z.url(),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** How exact a model's numbers are: in 8 or 32 bits. */
export const WEIGHTS = ['int8', 'fp32'] as const;
export type Weights = (typeof WEIGHTS)[number];

const graph = file.extend({ weights: z.enum(WEIGHTS) });

const model = z.strictObject({
  id: z.string(),
  engine: z.enum(['kokoro', 'vits']),
  licence: z.string().min(1),
  credit: z.string().min(1),
  /** A page with the model's own words on its licence and training. */
  about: z.url(),
  /** One for each weights that it is published with; the first is installed unless another one is asked for. */
  graphs: z.tuple([graph], graph),
  /** Of Piper's voices: numbers of their symbols, rate of the sound. */
  settings: file.optional(),
});

const voice = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  label: z.string().min(1),
  languages: z.tuple([z.string()], z.string()),
  /** The voice of espeak-ng that spells the text in sounds. */
  espeak: z.string(),
  model: z.string(),
  /** Of Kokoro's voices: who speaks. */
  style: file.optional(),
  /** How much faster than the model's own pace it speaks, so that a script is as long as with the offline voice. */
  speed: z.number().min(0.5).max(2),
});

const tableSchema = z.strictObject({ models: z.array(model), voices: z.array(voice) });

/** A file of a model or voice as it is published. */
export type PublishedFile = z.infer<typeof file>;
type Model = z.infer<typeof model>;
export type VoiceTable = z.infer<typeof tableSchema>;

/** A voice with its model, in one of the model's weights. */
export interface NaturalVoice extends Omit<VoiceTable['voices'][number], 'model'> {
  readonly model: Model & { readonly graph: Model['graphs'][number] };
}

/** Every voice of a table with its model's first graph. Throws when the table is wrong: it is part of the program. */
export function voicesIn(unchecked: unknown): NaturalVoice[] {
  const { models, voices } = tableSchema.parse(unchecked);
  return voices.map((each) => {
    const own = models.find(({ id }) => id === each.model);
    const complete = own && (own.engine === 'kokoro' ? each.style : own.settings);
    if (!complete) throw new Error(`the table of voices lacks a part of ${each.id}`);
    return { ...each, model: { ...own, graph: own.graphs[0] } };
  });
}

/** The voice with other weights of its model; undefined where those are not published. */
export function withWeights(voice: NaturalVoice, weights: Weights): NaturalVoice | undefined {
  const graph = voice.model.graphs.find((each) => each.weights === weights);
  return graph && { ...voice, model: { ...voice.model, graph } };
}

/** The files that a voice needs. */
export function filesOf({ model: { graph, settings }, style }: NaturalVoice): PublishedFile[] {
  return [graph, settings, style].filter((each) => each !== undefined);
}

export const VOICES: readonly NaturalVoice[] = voicesIn(table);
