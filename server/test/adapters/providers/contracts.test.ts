import { OfflineIllustrator } from '../../../src/adapters/providers/offline/illustrator/index.ts';
import { OfflineNarrator } from '../../../src/adapters/providers/offline/narrator/index.ts';
import { OfflineStoryWriter } from '../../../src/adapters/providers/offline/story-writer/index.ts';
import { illustratorContract } from '../../contracts/illustrator.ts';
import { narratorContract } from '../../contracts/narrator.ts';
import { storyWriterContract } from '../../contracts/story-writer.ts';
import { Services } from '../../fakes/providers/services.ts';

const services = new Services();
const offlineNarrator = new OfflineNarrator();
before(() => services.listen());
after(async () => {
  offlineNarrator.close();
  await services.close();
});

// A provider of a port passes the port's contract: one line here for each.
storyWriterContract('the offline writer', () => new OfflineStoryWriter(), false);
storyWriterContract('Gemini', () => services.storyWriter(), true);
illustratorContract('the offline illustrator', () => new OfflineIllustrator(), false);
illustratorContract('Gemini', () => services.illustrator(), true);
narratorContract('the offline voice', () => offlineNarrator, false);
narratorContract('Gemini', () => services.geminiNarrator(), true);
narratorContract('ElevenLabs', () => services.elevenLabsNarrator(), true);
narratorContract('Google Cloud', () => services.googleNarrator(), true);
