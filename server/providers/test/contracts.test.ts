import { OfflineIllustrator, OfflineNarrator, OfflineStoryWriter } from '@shortfactory/offline';
import { illustratorContract } from '@shortfactory/testing/contracts/illustrator';
import { narratorContract } from '@shortfactory/testing/contracts/narrator';
import { storyWriterContract } from '@shortfactory/testing/contracts/story-writer';
import { Services } from '@shortfactory/testing/fakes/providers/services';

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
storyWriterContract('an endpoint', () => services.endpointWriter(), true);
illustratorContract('the offline illustrator', () => new OfflineIllustrator(), false);
illustratorContract('Gemini', () => services.illustrator(), true);
illustratorContract('an endpoint', () => services.endpointIllustrator(), true);
narratorContract('the offline voice', () => offlineNarrator, false);
narratorContract('Gemini', () => services.geminiNarrator(), true);
narratorContract('ElevenLabs', () => services.elevenLabsNarrator(), true);
narratorContract('Google Cloud', () => services.googleNarrator(), true);
narratorContract('an endpoint', () => services.endpointNarrator(), true);
