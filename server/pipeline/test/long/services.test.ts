import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProviderFailed, ProviderRefused, visualsOf } from '@shortfactory/core';
import type { Script, ShortRequest } from '@shortfactory/core';
import { expect } from 'chai';
import { performanceOf } from '@shortfactory/text';
import { castOf } from '../../cast.ts';
import { makeShort } from '../../run.ts';
import { illustrate } from '../../stages/illustrate.ts';
import { narrate } from '../../stages/narrate.ts';
import { writeScript } from '../../stages/script.ts';
import { tellStory } from '../../stages/story.ts';
import { faultOf } from '@shortfactory/testing/contracts/port';
import { kindOf, scenesOf, STORY } from '@shortfactory/testing/fakes/providers/gemini';
import type { Fault } from '@shortfactory/testing/fakes/providers/protocol-server';
import { CANARY } from '@shortfactory/testing/fakes/providers/services';
import { scripted, servicesAndProducts } from '@shortfactory/testing/pipeline/product';
import type { Product } from '@shortfactory/testing/pipeline/product';
import { newContext } from '@shortfactory/testing/pipeline/stage-context';

const { services, product, drawn } = servicesAndProducts();
const { gemini, elevenLabs } = services;

const TOPIC: ShortRequest = {
  source: { topic: 'Why the sky is blue' },
  language: 'en',
  seconds: 13,
  aspects: ['1:1'],
};

/** What `narrate` is given for a script. */
function spoken(script: Script, parts: Parameters<typeof castOf>[0]) {
  const said = performanceOf(script);
  return [said, castOf(parts, said)] as const;
}

/** Every byte of every file below a folder. */
async function everyByte(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(files.map((file) => readFile(file, 'latin1')));
  return [...files, ...contents].join('\n');
}

describe('a run with real services', () => {
  it('is written, drawn and spoken by them, says what it cost, keeps the key to itself, and pays once', async () => {
    const { folder, run, open, events } = await product();
    const progress: string[] = [];
    const report = await run(TOPIC, { onProgress: (each) => progress.push(JSON.stringify(each)) });
    const { short, costUsd, spend } = report;
    expect(short.title).to.equal(STORY.title);
    expect(short.degraded).to.deep.equal([]);
    expect(short.offline).to.deep.equal([]);
    expect(short.voice).to.equal('gemini-sulafat');
    expect(short.outputs[0]?.bytes).to.be.greaterThan(50_000);
    // Three scenes and the sheet of the story's character.
    expect(drawn()).to.equal(4);
    expect(spend.map(({ kind, provider, calls }) => [kind, provider, calls])).to.have.deep.members([
      ['llm', 'gemini', 2],
      ['image', 'gemini', 4],
      ['voice', 'gemini', 3],
    ]);
    expect(costUsd).to.be.closeTo(
      spend.reduce((sum, { usd }) => sum + usd, 0),
      1e-5,
    );
    const counted = events.reduce((sum, event) => sum + ('costUsd' in event ? event.costUsd : 0), 0);
    expect(counted, 'in metrics').to.be.closeTo(costUsd, 1e-5);
    const seen = [JSON.stringify(report), ...progress, JSON.stringify(events), await everyByte(folder)].join(
      '\n',
    );
    expect(seen).not.to.include(CANARY);

    // Nothing that is finished is paid for again, in this process or another.
    services.all.forEach((server) => server.reset());
    const again = await run(TOPIC);
    const elsewhere = await makeShort((await open()).parts, TOPIC, { signal: new AbortController().signal });
    expect(services.all.flatMap(({ works }) => works)).to.deep.equal([]);
    expect([again.costUsd, elsewhere.costUsd]).to.deep.equal([0, 0]);
    expect(elsewhere.short).to.deep.equal(short);
  }).timeout(60_000);
});

describe('ten scenes, and the picture service is down from the fourth on', () => {
  it('end in a video that names its degraded scenes', async () => {
    const { run } = await product();
    const drawnScenes: string[] = [];
    gemini.fault = (work) => {
      if (kindOf(work) !== 'image') return undefined;
      const scene = /picture (\d+)/.exec(JSON.stringify(work.body))?.[1] ?? '';
      if (Number(scene) >= 4) return 'broken';
      drawnScenes.push(scene);
      return undefined;
    };
    const told: string[] = [];
    const { short } = await run(scripted(10), { onDegraded: (sentence) => told.push(sentence) });
    const named = short.degraded.map(
      (sentence) => /^Scene (\d+)’s picture was drawn offline: Gemini /.exec(sentence)?.[1],
    );
    expect(named).to.deep.equal(['4', '5', '6', '7', '8', '9', '10']);
    expect(told, 'while it ran').to.have.members([...short.degraded]);
    expect(drawnScenes.sort()).to.deep.equal(['1', '2', '3']);

    // The service is well again, but this process still leaves it alone: nothing is asked for, or made anew.
    gemini.reset();
    const again = await run(scripted(10));
    expect(again.short.degraded).to.have.length(7);
    expect(again.cacheMisses).to.equal(0);
    expect(drawn()).to.equal(0);
  }).timeout(60_000);

  it('are drawn again by a process that finds the service well, and none of the first three', async () => {
    const { open } = await product();
    gemini.fault = (work) =>
      kindOf(work) === 'image' && Number(/picture (\d+)/.exec(JSON.stringify(work.body))?.[1]) >= 4
        ? 'broken'
        : undefined;
    const draw = async () => {
      const { parts } = await open();
      const context = newContext(parts.store, parts);
      const pictures = await illustrate(context, visualsOf({ scenes: scenesOf(10) }), {
        imageStyle: 'flat',
        characters: [],
      });
      return { pictures, degraded: context.notes.degraded };
    };
    const first = await draw();
    expect(first.degraded).to.have.length(7);
    gemini.reset();
    const second = await draw();
    expect(second.degraded).to.deep.equal([]);
    expect(drawn()).to.equal(7);
    expect(second.pictures.slice(0, 3)).to.deep.equal(first.pictures.slice(0, 3));
  });
});

describe('a service that fails', () => {
  const FAULTS: readonly Fault[] = ['unauthorized', 'busy', 'broken', 'hang', 'half', 'not-json', 'unusable'];

  let standIns: Product;
  before(async () => {
    // What the stand-ins make is kept, so one product serves all faults; the services are asked every time.
    const impatient = { timeoutMs: 600, deadlineMs: 2000, faultsInARow: 1000 };
    standIns = await product({ VOICE_PROVIDERS: 'elevenlabs,offline' }, impatient);
  });

  for (const fault of FAULTS) {
    it(`in the way "${fault}" is stood in for, scene by scene, in words that a person understands`, async () => {
      const { parts } = standIns;
      const context = newContext(parts.store, parts);
      gemini.fault = () => fault;
      gemini.retryAfter = '3600';
      elevenLabs.fault = () => fault;
      elevenLabs.retryAfter = '3600';
      const started = performance.now();
      const story = await tellStory(context, { language: 'en' }, { topic: 'Why the sky is blue' });
      const script = await writeScript(context, { topic: 'Why the sky is blue' }, story, 12);
      const scenes = script.scenes.slice(0, 2);
      await illustrate(context, visualsOf({ scenes: scenes }), { imageStyle: 'flat', characters: [] });
      await narrate(context, ...spoken({ ...script, scenes }, parts));
      expect(performance.now() - started).to.be.lessThan(25_000);
      const { degraded } = context.notes;
      expect(degraded.map((sentence) => sentence.split(': ')[0])).to.deep.equal([
        'The story was written offline',
        'The script was written offline',
        'Scene 1’s picture was drawn offline',
        'Scene 2’s picture was drawn offline',
        'Scene 1 was spoken offline',
        'Scene 2 was spoken offline',
      ]);
      for (const sentence of degraded)
        expect(sentence).to.match(/: (?:Gemini|ElevenLabs|The answer of) ?.*\.$/);
      expect(context.notes.offline).to.deep.equal(['story', 'script', 'illustrate', 'narrate']);
      expect(degraded.join()).not.to.include(CANARY);
    }).timeout(40_000);
  }

  it('is stood in for by the next service before it is by this machine', async () => {
    const { parts } = await product({ VOICE_PROVIDERS: 'gemini,elevenlabs,offline' });
    const context = newContext(parts.store, parts);
    gemini.fault = () => 'broken';
    const script = { title: 'T', language: 'en', scenes: scenesOf(1) };
    await narrate(context, ...spoken(script, parts));
    expect(context.notes.degraded).to.deep.equal([
      'Scene 1 was spoken by ElevenLabs: Gemini has a fault of its own at the moment (HTTP 500).',
    ]);
  });

  it('ends the run with its message when no fallback is configured', async () => {
    const { run } = await product({ IMAGE_PROVIDERS: 'gemini' });
    gemini.fault = (work) => (kindOf(work) === 'image' ? 'unauthorized' : undefined);
    const error = await faultOf(run(scripted(2)));
    expect(error).to.be.instanceOf(ProviderFailed);
    expect(error).to.have.property(
      'message',
      'Gemini did not accept the key in NANOBANANA_API_KEY or GEMINI_API_KEY, or does not allow it this service.',
    );
  });

  it('by declining a topic ends the run with a sentence; by declining a picture it does not', async () => {
    const { run, parts } = await product();
    gemini.fault = (work) => (kindOf(work) === 'text' ? 'declined' : undefined);
    const error = await faultOf(run(TOPIC));
    expect(error).to.be.instanceOf(ProviderRefused);
    expect((error as Error).message).to.match(/^Gemini declined this topic for safety reasons/);
    gemini.fault = () => 'declined';
    const context = newContext(parts.store, parts);
    await illustrate(context, visualsOf({ scenes: scenesOf(1) }), { imageStyle: 'flat', characters: [] });
    expect(context.notes.degraded[0]).to.match(
      /^Scene 1’s picture was drawn offline: Gemini declined this picture/,
    );
  });

  it('by hanging does not keep a run that is given up', async () => {
    const { run } = await product();
    gemini.fault = () => 'hang';
    const given = new AbortController();
    const reason = new Error('cancelled');
    setTimeout(() => given.abort(reason), 100);
    const started = performance.now();
    expect(await faultOf(run(TOPIC, { signal: given.signal }))).to.equal(reason);
    expect(performance.now() - started).to.be.lessThan(2000);
  });
});
