import { SpendAccount } from '@shortfactory/core';
import { expect } from 'chai';
import { faultOf } from '@shortfactory/testing/contracts/port';
import { Services } from '@shortfactory/testing/fakes/providers/services';
import { findEndpoints, foundInWords } from '../openai/found.ts';
import { jsonText } from '../openai/json-text.ts';
import { OpenAiServer } from '@shortfactory/testing/fakes/providers/openai';

const services = new Services();
const { openai } = services;
before(() => services.listen());
after(() => services.close());
afterEach(() => openai.reset());
const never = new AbortController().signal;
const story = { title: 'T', summary: 'S', imageStyle: 'flat', characters: [], language: 'en' } as const;
const script = { topic: 'the sky', story, seconds: 15 };

describe('a writer behind an endpoint', () => {
  it('asks for JSON of the shape that is needed, with its key and model', async () => {
    await services.endpointWriter().writeStory({ topic: 'the sky', language: 'de' }, never);
    const [{ body }] = openai.works as [(typeof openai.works)[number]];
    expect(body).to.include({ model: 'writer', stream: false });
    expect(JSON.stringify(body['response_format'])).to.include('"strict":true').and.include('characters');
    expect(JSON.stringify(body['messages'])).to.include('<topic>the sky</topic>').and.include('German (de)');
  });

  it('asks in a simpler way where the server does not know the stricter one, and remembers it', async () => {
    openai.lacks = new Set(['json_schema', 'json_object', 'max_tokens']);
    const writer = services.endpointWriter();
    const account = new SpendAccount();
    await writer.writeScript(script, never, account);
    const plain = openai.works.at(-1)?.body ?? {};
    expect(plain).not.to.have.property('response_format');
    expect(plain).to.have.property('max_completion_tokens');
    expect(JSON.stringify(plain['messages'])).to.include('JSON Schema').and.include('scenes');
    expect(account.lines, 'what was refused costs nothing').to.have.nested.property('[0].calls', 1);
    const before = openai.works.length;
    await writer.writeScript(script, never);
    expect(openai.works).to.have.length(before + 1);
  });

  it('takes the JSON out of what a reasoning or talkative model writes', async () => {
    for (const wrap of [
      (json: string) => `<think>First {"scenes": []}, hm.</think>\n${json}`,
      (json: string) => `So the user wants a script.\n</think>\n\n${json}`,
      (json: string) => `Here it is:\n\`\`\`json\n${json}\n\`\`\`\nEnjoy!`,
    ]) {
      openai.wrap = wrap;
      const written = await services.endpointWriter().writeScript(script, never);
      expect(written.scenes).to.have.length(3);
    }
    expect(openai.works, 'nothing had to be sent back').to.have.length(3);
    expect(jsonText('no object here')).to.equal('no object here');
  });

  it('sends an answer of another shape back once, then leaves it to the next provider', async () => {
    openai.script = { chapters: [] };
    const error = await faultOf(services.endpointWriter().writeScript(script, never));
    expect((error as Error).message).to.match(/^studio wrote something that cannot be used, twice: \/scenes/);
    expect(openai.works).to.have.length(2);
  });

  it('names the models that there are when the one asked for is not', async () => {
    openai.models = ['llama4:8b', 'qwen3:4b'];
    const error = await faultOf(services.endpointWriter().writeStory({ topic: 'the sky' }, never));
    expect((error as Error).message).to.equal('studio does not have writer; it has llama4:8b, qwen3:4b.');
  });

  it('costs what the configuration says its tokens cost, and the estimate where the counts cannot be', async () => {
    const account = new SpendAccount();
    await services.endpointWriter().writeStory({ topic: 'the sky' }, never, account);
    expect(account.usd).to.be.closeTo((400 * 1 + 900 * 4) / 1e6, 1e-9);
    for (const usage of [{ prompt_tokens: -5, completion_tokens: 'many' }, null, undefined, 'odd']) {
      openai.usage = usage;
      const odd = new SpendAccount();
      await services.endpointWriter().writeStory({ topic: 'the sky' }, never, odd);
      expect(odd.usd, String(usage)).to.be.greaterThan(0.001).and.lessThan(0.05);
    }
  });
});

describe('an illustrator behind an endpoint', () => {
  it('draws upright, and without the field that newer models refuse', async () => {
    openai.lacks = new Set(['response_format of pictures']);
    const illustrator = services.endpointIllustrator();
    const request = { visual: 'a hill', imageStyle: 'flat', characters: [] } as const;
    await illustrator.illustrate({ ...request, widthPx: 270, heightPx: 480 }, never);
    expect(openai.works.map(({ body }) => 'response_format' in body)).to.deep.equal([true, false]);
    expect(openai.works.at(-1)?.body).to.include({ size: '1024x1536', n: 1 });
    await illustrator.illustrate({ ...request, widthPx: 480, heightPx: 270 }, never);
    expect(openai.works.at(-1)?.body).to.include({ size: '1536x1024' });
    expect(openai.works).to.have.length(3);
  });
});

describe('a narrator behind an endpoint', () => {
  const text = 'The sky is blue, because air throws blue light around.';

  it('reads a file whose head does not know its length', async () => {
    openai.endless = true;
    const { marks } = await services
      .endpointNarrator()
      .narrate({ text, language: 'en', voice: 'studio-ada' }, never);
    expect(marks.length).to.be.greaterThan(5);
  });

  it('offers the voices of the configuration, each for its languages', () => {
    const voices = services.endpointNarrator().voices.map(({ id, languages }) => [id, languages]);
    expect(voices).to.deep.equal([
      ['studio-ada', ['en-US', 'en']],
      ['studio-bruno', ['de']],
    ]);
  });
});

describe('servers on this machine', () => {
  it('are found where they answer with models, without a key; what is closed, strange or slow is not', async () => {
    const open = new OpenAiServer('');
    const strange = new OpenAiServer('');
    const slow = new OpenAiServer('');
    // Whoever sends a key is not let in.
    Object.defineProperty(open, 'isLetIn', {
      value: ({ headers }: { headers: object }) => !('authorization' in headers),
    });
    for (const server of [strange, slow]) Object.defineProperty(server, 'isLetIn', { value: () => true });
    strange.fault = () => 'not-json';
    slow.fault = () => 'hang';
    const all = [open, strange, slow];
    await Promise.all(all.map((server) => server.listen()));
    try {
      const candidates = [...all.map(({ url }) => `${url}/v1`), 'http://127.0.0.1:1/v1'].map((url, i) => ({
        ...{ name: `here-${i}`, label: `Server ${i}`, url },
        key: 'OPENAI_API_KEY' as const,
      }));
      const found = await findEndpoints(never, candidates);
      expect(found.map(foundInWords)).to.deep.equal([
        `Server 0 answers on this machine (${new URL(open.url).host}) with writer and 2 more`,
      ]);
    } finally {
      await Promise.all(all.map((server) => server.close()));
    }
  });
});
