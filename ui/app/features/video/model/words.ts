/** Words of what a finished video comes with. Only this page loads them. */
export const words = {
  kit: 'Publish kit',
  kitIs: 'Title, text, hashtags, credits and alt text',
  kitAs: (kind: string) => `Publish kit as ${kind}`,
  txt: '.txt',
  json: '.json',
};
