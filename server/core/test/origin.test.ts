import { expect } from 'chai';
import { BROUGHT_BY_MODEL, originOf } from '../index.ts';
import type { Makers } from '../index.ts';

const [DRAWN, SPOKEN, WRITTEN] = ['offline:drawn@3+a', 'offline:espeak-ng@3+b', 'offline:handbook@2+c'];
const [GEMINI, KOKORO] = ['gemini:an-image-model', 'offline:neural@1+onnxruntime+d'];
const PLAIN: Makers = { text: [WRITTEN], pictures: [DRAWN, DRAWN], voices: [SPOKEN], music: false };

describe('how a short was made', () => {
  const cases: readonly [what: string, change: Partial<Makers>, video: string, poster: string][] = [
    ['by programs that were not trained', {}, 'digitalCreation', 'digitalCreation'],
    [
      'by people',
      { text: [], pictures: [undefined], voices: [undefined], music: true },
      'digitalCreation',
      'digitalCreation',
    ],
    [
      'with a neural voice of this machine',
      { voices: [KOKORO] },
      'compositeWithTrainedAlgorithmicMedia',
      'digitalCreation',
    ],
    [
      'with a script by a model',
      { text: [GEMINI, WRITTEN] },
      'compositeWithTrainedAlgorithmicMedia',
      'digitalCreation',
    ],
    [
      'with one picture by a model',
      { pictures: [GEMINI, DRAWN] },
      'compositeWithTrainedAlgorithmicMedia',
      'trainedAlgorithmicMedia',
    ],
    [
      'with an upload that says that a model made it',
      { pictures: [undefined, BROUGHT_BY_MODEL] },
      'compositeWithTrainedAlgorithmicMedia',
      'digitalCreation',
    ],
    [
      'with pictures and voice by models',
      { pictures: [GEMINI, GEMINI], voices: [KOKORO] },
      'trainedAlgorithmicMedia',
      'trainedAlgorithmicMedia',
    ],
    [
      'with pictures and voice by models over music that was brought',
      { pictures: [GEMINI, GEMINI], voices: [KOKORO], music: true },
      'compositeWithTrainedAlgorithmicMedia',
      'trainedAlgorithmicMedia',
    ],
  ];
  for (const [what, change, video, poster] of cases)
    it(`${what}: ${video}, its poster ${poster}`, () => {
      const origin = originOf({ ...PLAIN, ...change }, 'en');
      expect(origin).to.include({ video, poster });
      expect(origin.disclosure === undefined).to.equal(video === 'digitalCreation');
    });

  it('is told in the language of the short, with each service once', () => {
    const makers = {
      ...PLAIN,
      text: [GEMINI],
      pictures: [GEMINI, 'gemini:another', DRAWN],
      voices: [KOKORO],
    };
    expect(originOf(makers, 'en-GB').disclosure).to.equal(
      'Made with AI: text (Gemini), pictures (Gemini) and voice.',
    );
    expect(originOf(makers, 'de').disclosure).to.equal(
      'Mit KI erstellt: Text (Gemini), Bilder (Gemini) und Stimme.',
    );
    expect(originOf(makers, 'zh').disclosure).to.match(/^由人工智能辅助制作：文字/);
    expect(originOf(makers, 'is').disclosure).to.match(/^Made with AI/);
  });
});
