/** A part of ShortFactory that others made: its name, where it comes from, its licence. `use` is a key of the catalogue. */
export interface Part {
  readonly name: string;
  readonly home: string;
  readonly use: 'captions' | 'interface' | 'voice' | 'film' | 'pictures' | 'server';
  readonly licence: string;
}

export const PARTS: readonly Part[] = [
  {
    name: 'Special Gothic',
    home: 'https://github.com/alistairmccready/Special-Gothic',
    use: 'captions',
    licence: 'OFL-1.1',
  },
  { name: 'Noto Sans', home: 'https://fonts.google.com/noto', use: 'captions', licence: 'OFL-1.1' },
  {
    name: 'Sofia Sans',
    home: 'https://github.com/lettersoup/Sofia-Sans',
    use: 'interface',
    licence: 'OFL-1.1',
  },
  { name: 'Lucide', home: 'https://lucide.dev', use: 'interface', licence: 'ISC' },
  { name: 'React', home: 'https://react.dev', use: 'interface', licence: 'MIT' },
  { name: 'Remix', home: 'https://remix.run', use: 'interface', licence: 'MIT' },
  { name: 'dnd kit', home: 'https://dndkit.com', use: 'interface', licence: 'MIT' },
  {
    name: 'Fluent Emoji',
    home: 'https://github.com/microsoft/fluentui-emoji',
    use: 'pictures',
    licence: 'MIT',
  },
  { name: 'Skia for Node', home: 'https://github.com/Brooooooklyn/canvas', use: 'pictures', licence: 'MIT' },
  { name: 'eSpeak NG', home: 'https://github.com/espeak-ng/espeak-ng', use: 'voice', licence: 'GPL-3.0' },
  { name: 'FFmpeg', home: 'https://ffmpeg.org', use: 'film', licence: 'GPL-3.0' },
  { name: 'Koa', home: 'https://koajs.com', use: 'server', licence: 'MIT' },
  { name: 'Zod', home: 'https://zod.dev', use: 'server', licence: 'MIT' },
  { name: 'Pino', home: 'https://getpino.io', use: 'server', licence: 'MIT' },
];
