import { z } from 'zod';

/** The most that one variable holds on Cloud Run. */
const MOST_BYTES = 32_768;

const SAID = 'how the word is said, in 1 to 80 letters,';
const word = z
  .string({ error: `${SAID} was expected` })
  .trim()
  .min(1, { error: `${SAID} was expected` })
  .max(80, { error: `${SAID} was expected` });

/** As PRONUNCIATIONS of the server takes them; what it says of them itself is checked at each synth. */
export const pronunciations = z
  .record(
    word,
    z.union([word, z.record(word, word)], {
      error: `${SAID} was expected, or a language's own list such as de: { Chef: Scheff }`,
    }),
    { error: 'words and how they are said were expected' },
  )
  .describe(
    'How words are said on this installation: whole words; below a language’s tag those of that language alone. IPA stands between slashes, /wɪn/.',
  );

/** Both roles get the list as one variable, which has its bounds and may be given only once. */
export function pronunciationProblems({
  pronunciations: list,
  services,
}: {
  readonly pronunciations?: z.output<typeof pronunciations> | undefined;
  readonly services: Readonly<
    Record<'server' | 'worker', { readonly env: Readonly<Record<string, string>> }>
  >;
}): string[] {
  if (list === undefined) return [];
  const bytes = Buffer.byteLength(JSON.stringify(list));
  const twice = (['server', 'worker'] as const).filter(
    (key) => services[key].env['PRONUNCIATIONS'] !== undefined,
  );
  return [
    ...(bytes > MOST_BYTES
      ? [
          `pronunciations: ${bytes} bytes are more than the ${MOST_BYTES} of a variable; fewer words were expected`,
        ]
      : []),
    ...twice.map(
      (key) => `services.${key}.env.PRONUNCIATIONS: is given by pronunciations; one of them was expected`,
    ),
  ];
}
