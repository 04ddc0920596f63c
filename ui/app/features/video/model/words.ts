/** Words of what a finished video comes with. Only this page loads them. */
export const words = {
  kit: 'Publish kit',
  kitIs: 'Title, text, hashtags, credits and alt text',
  kitAs: (kind: string) => `Publish kit as ${kind}`,
  project: 'For an editing program',
  projectIs: 'Scenes, voice, music and captions on tracks, for two days',
  projectAs: 'For an editing program as .zip',
  zip: '.zip',
  txt: '.txt',
  json: '.json',
  share: 'Share a link',
};
