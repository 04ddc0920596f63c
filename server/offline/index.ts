export { OfflineIllustrator } from './illustrator/index.ts';
export { OfflineNarrator } from './narrator/index.ts';
export { OfflineStoryWriter } from './story-writer/index.ts';
export { spokenSeconds } from './story-writer/pace.ts';
