/** The tracks that there are to choose from, as requests name them. */
export const TRACK_IDS = [
  'morning',
  'lamplight',
  'rainy-window',
  'question',
  'hopscotch',
  'running-start',
  'countdown',
  'cellar-door',
  'letter',
  'first-light',
  'summit',
  'workbench',
] as const;
export type TrackId = (typeof TRACK_IDS)[number];

/** What a request may ask for: a track, or `auto`, the one that suits the script. */
export const TRACK_CHOICES = ['auto', ...TRACK_IDS] as const;
export type TrackChoice = (typeof TRACK_CHOICES)[number];
