import {
  CaptionsInvalid,
  InputInvalid,
  LimitReached,
  ProgramKilled,
  ProviderFailed,
  ProviderRefused,
  RenderFailed,
  ScriptInvalid,
  SecretUnavailable,
  StorageFailed,
  StorageUnknown,
} from '@shortfactory/core';
import type { Stage } from '@shortfactory/core';
import { failedIn } from '@shortfactory/pipeline/failure-place';
import { expect } from 'chai';
import { explainFailure, mayPass } from '../run/failure-words.ts';

describe('why a job failed, in words for a person', () => {
  const cases: [string, Error, Stage, RegExp, boolean][] = [
    [
      'a voice that does not answer',
      new ProviderFailed('It took too long.', { retryable: true }),
      'narrate',
      /^The voice service stopped answering/,
      true,
    ],
    [
      'a picture service',
      new ProviderFailed('It took too long.', { retryable: true }),
      'illustrate',
      /^The picture service stopped/,
      true,
    ],
    [
      'a writer',
      new ProviderFailed('It took too long.', { retryable: true }),
      'script',
      /^The writing service stopped/,
      true,
    ],
    [
      'a refusal',
      new ProviderRefused('Gemini declined this topic.'),
      'story',
      /Gemini declined this topic\./,
      false,
    ],
    [
      'a killed encoder',
      new ProgramKilled('encode a clip', 'SIGKILL'),
      'compose',
      /^The machine stopped the video encoder.*was killed, while it was to encode a clip \(SIGKILL\)/s,
      true,
    ],
    [
      'input',
      new InputInvalid('music', 'not music that can be read'),
      'story',
      /music: not music that can be read/,
      false,
    ],
    [
      'a script',
      new ScriptInvalid('/scenes/2/upload', 'is no picture'),
      'story',
      /\/scenes\/2\/upload/,
      false,
    ],
    ['captions', new CaptionsInvalid('Scene 2 lost a word.'), 'caption', /captions/, false],
    [
      'ffmpeg',
      new RenderFailed('ffmpeg could not encode a clip.'),
      'compose',
      /could not be put together/,
      true,
    ],
    [
      'a full disk',
      new StorageFailed('The folder /var/data has no space left.'),
      'compose',
      /could not be kept/,
      true,
    ],
    [
      'a lost answer',
      new StorageUnknown('Whether it was written is not known.'),
      'compose',
      /could not be kept/,
      true,
    ],
    [
      'a limit',
      new LimitReached('This video would cost $3.'),
      'illustrate',
      /A limit was reached: This video would cost/,
      true,
    ],
    ['a secret', new SecretUnavailable('gemini-api-key: no access'), 'illustrate', /could not be used/, true],
    [
      'anything else',
      new TypeError("Cannot read properties of undefined (reading 'x')"),
      'compose',
      /wrong on our side/,
      true,
    ],
  ];
  for (const [what, error, stage, words, retryable] of cases) {
    it(`says it of ${what}`, () => {
      const said = explainFailure(failedIn(error, { stage }), 'publish');
      expect(said.stage).to.equal(stage);
      expect(`${said.title}: ${said.detail}`).to.match(words);
      expect(said.retryable).to.equal(retryable);
      expect(said.detail).to.match(/\.$/);
      if (retryable) expect(said.detail).to.match(/Try again resumes from where it stopped\.$/);
      // What is inside the machine stays there.
      expect(said.detail).to.not.match(/\/var|gemini-api-key|undefined/);
    });
  }

  it('names the scene, where a scene failed', () => {
    const error = failedIn(new ProviderFailed('No.', { retryable: true }), { stage: 'narrate', scene: 3 });
    expect(explainFailure(error, 'story')).to.include({ stage: 'narrate', scene: 3 });
  });

  it('falls back to the stage that was under way', () => {
    expect(explainFailure(new StorageFailed('x'), 'publish').stage).to.equal('publish');
  });

  it('knows what may pass by itself', () => {
    expect(mayPass(new ProviderFailed('', { retryable: true }))).to.equal(true);
    expect(mayPass(new StorageFailed(''))).to.equal(true);
    expect(mayPass(new ProviderFailed('', { retryable: false }))).to.equal(false);
    expect(mayPass(new RenderFailed(''))).to.equal(false);
    expect(mayPass(new InputInvalid('', ''))).to.equal(false);
  });
});
