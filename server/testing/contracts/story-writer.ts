import { parseScript, storyJson } from '@shortfactory/contract';
import { SpendAccount } from '@shortfactory/core';
import type { StoryWriter } from '@shortfactory/core';
import { expect } from 'chai';
import { expectId, faultOf, givesUp } from './port.ts';

const never = new AbortController().signal;

/** The contract of every story writer. `paid` is whether it charges the account. */
export function storyWriterContract(name: string, make: () => StoryWriter, paid: boolean): void {
  describe(`${name} as a story writer`, () => {
    const request = { topic: 'Why the sky is blue', language: 'en', imageStyle: 'ink' } as const;

    it('says who it is', () => expectId(make().id, paid));

    it('tells a story that the API would accept, in the language and style asked for', async () => {
      const story = await make().writeStory(request, never);
      expect(storyJson.parse(story)).to.deep.equal(story);
      expect([story.language, story.imageStyle]).to.deep.equal(['en', 'ink']);
    });

    it('writes a script that the API would accept, of the story’s title, language and style', async () => {
      const writer = make();
      const story = await writer.writeStory(request, never);
      const script = await writer.writeScript({ topic: request.topic, story, seconds: 20 }, never);
      expect(parseScript(script)).to.deep.equal(script);
      expect(script).to.include({ title: story.title, language: 'en', imageStyle: 'ink' });
    });

    it(paid ? 'charges the account' : 'costs nothing', async () => {
      const account = new SpendAccount();
      await make().writeStory(request, never, account);
      expect(account.usd > 0).to.equal(paid);
    });

    it('stops for a signal that is aborted, with its reason', async () => {
      const reason = new Error('given up');
      expect(await faultOf(make().writeStory(request, AbortSignal.abort(reason)))).to.equal(reason);
      await givesUp((signal) => make().writeStory(request, signal));
    });
  });
}
