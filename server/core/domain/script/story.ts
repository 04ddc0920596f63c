/** How pictures look. The names are what people choose from; a real illustrator puts them into its prompt. */
export const IMAGE_STYLES = ['flat', 'paper', 'ink', 'chalk'] as const;
export type ImageStyle = (typeof IMAGE_STYLES)[number];

export interface Character {
  readonly name: string;
  /** What the character looks like, so that every scene draws the same one. */
  readonly appearance: string;
}

/** What the short is about, before it is a script. */
export interface Story {
  readonly title: string;
  /** One or two sentences; also the description that goes with the posted video. */
  readonly summary: string;
  readonly imageStyle: ImageStyle;
  readonly characters: readonly Character[];
  /** BCP 47 tag of the language that the short is told in. */
  readonly language: string;
  /** The writer knows nothing of the topic: what it tells are questions, not facts. */
  readonly kind?: 'outline';
}
