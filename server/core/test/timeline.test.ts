import { expect } from 'chai';
import { cuesFrom } from '../domain/captions/captions.ts';
import type { CaptionWord } from '../domain/captions/captions.ts';
import { LEAST_SHOT_FRAMES } from '../domain/captions/cuts.ts';
import {
  FPS,
  frameToMs,
  layTimeline,
  msToFrame,
  shotsOf,
  TRANSITION_FRAMES,
} from '../domain/captions/timeline.ts';
import type { SceneSpeech } from '../domain/captions/timeline.ts';
import { seeded, whole } from '@shortfactory/testing/seeded';

/** A scene of words without pauses that fill its audio. */
function speech(audioMs: number, words = 5): SceneSpeech {
  const each = audioMs / words;
  const timed = Array.from({ length: words }, (_, i): CaptionWord => ({
    text: `w${i}`,
    startMs: Math.round(i * each),
    endMs: Math.round((i + 1) * each),
    spaced: i > 0,
  }));
  return { audioMs, cues: cuesFrom(timed, audioMs) };
}

describe('layTimeline', () => {
  const random = seeded(7);
  const speeches = Array.from({ length: 40 }, () => speech(whole(random, 1, 9000), whole(random, 1, 30)));
  const timeline = layTimeline(speeches);

  it('lays scenes one after the other in whole frames, without a gap', () => {
    let frame = 0;
    for (const scene of timeline.scenes) {
      expect(scene.startFrame).to.equal(frame);
      expect(scene.frames).to.satisfy(Number.isInteger).and.to.be.above(0);
      frame += scene.frames;
    }
    expect(timeline.frames).to.equal(frame);
    expect(timeline.seconds).to.equal(frame / FPS);
  });

  it('gives every scene the time of its speech and a breath, to the nearest fifth of a second', () => {
    timeline.scenes.forEach((scene, i) => {
      const audioMs = speeches[i]?.audioMs ?? 0;
      const tailMs = i === speeches.length - 1 ? 900 : 250;
      const spareMs = frameToMs(scene.frames) - scene.speechMs - audioMs - tailMs;
      expect(Math.abs(spareMs), `scene ${i}`).to.be.at.most(100 + 1e-6);
      expect(scene.frames % 6, `scene ${i}`).to.equal(0);
    });
  });

  it('speaks no word before the transition into its scene is over', () => {
    for (const scene of timeline.scenes.slice(1)) {
      expect(scene.speechMs).to.be.at.least(frameToMs(TRANSITION_FRAMES));
      for (const cue of scene.cues) expect(cue.startMs).to.be.at.least(scene.speechMs);
    }
    expect(timeline.captions[0]?.startMs).to.equal(timeline.scenes[0]?.speechMs);
    expect(timeline.captions[0]?.startMs).to.be.above(0);
  });

  it('takes a caption away with its scene', () => {
    timeline.scenes.forEach((scene, i) => {
      expect(scene.cues).to.have.length(speeches[i]?.cues.length ?? -1);
      for (const cue of scene.cues) {
        expect(cue.endMs).to.be.at.most(frameToMs(scene.frames));
        expect(cue.endMs).to.be.at.least(cue.words.at(-1)?.endMs ?? Infinity);
      }
    });
  });

  it('has captions in order, one at a time, inside the video', () => {
    let endMs = 0;
    for (const cue of timeline.captions) {
      expect(cue.startMs).to.be.at.least(endMs - 1e-6);
      expect(cue.endMs).to.be.above(cue.startMs);
      endMs = cue.endMs;
    }
    expect(endMs).to.be.at.most(timeline.seconds * 1000);
  });

  it('holds the last picture when all is said', () => {
    const lastWordMs = timeline.captions.at(-1)?.words.at(-1)?.endMs ?? 0;
    expect(timeline.seconds * 1000 - lastWordMs).to.be.within(800, 1040);
  });

  it('leaves the length of all other scenes alone when one is spoken longer', () => {
    const longer = layTimeline([speech(2000), speech(4321), speech(1000)]);
    const before = layTimeline([speech(2000), speech(1234), speech(1000)]);
    expect(longer.scenes[0]).to.deep.equal(before.scenes[0]);
    expect(longer.scenes[2]?.frames).to.equal(before.scenes[2]?.frames);
    expect(longer.scenes[2]?.cues).to.deep.equal(before.scenes[2]?.cues);
  });

  it('moves nothing when a scene is spoken a few hundredths of a second longer, mostly', () => {
    const lengths = Array.from({ length: 40 }, (_, i) => 1500 + 37 * i);
    const secondsOf = (ms: number): number => layTimeline([speech(ms), speech(1000)]).seconds;
    const moved = lengths.filter((ms) => secondsOf(ms + 40) !== secondsOf(ms));
    expect(moved.length / lengths.length).to.be.at.most(0.25);
  });

  it('takes a scene alone as first and last at once', () => {
    const { scenes, seconds } = layTimeline([speech(1000)]);
    expect(scenes).to.have.length(1);
    expect(seconds).to.be.closeTo(2.05, 0.1);
  });

  it('converts between frames and milliseconds without loss', () => {
    for (let frame = 0; frame < 5400; frame++) expect(msToFrame(frameToMs(frame))).to.equal(frame);
  });
});

describe('the shots of a timeline', () => {
  const framesOf = (timeline: ReturnType<typeof layTimeline>): number[][] =>
    shotsOf(timeline).map(({ scene, fromFrame, toFrame }) => [scene, fromFrame, toFrame]);

  it('begin at the frames of their words, and are one a scene without cuts', () => {
    const timeline = layTimeline([speech(2000), { ...speech(4000), cutWords: [2, 4] }]);
    const [first, second] = timeline.scenes;
    const words = second?.cues.flatMap((cue) => cue.words) ?? [];
    const [from = 0, on = 0] = [words[2], words[4]].map((word) => msToFrame(word?.startMs ?? 0));
    expect(framesOf(timeline)).to.deep.equal([
      [0, 0, first?.frames],
      [1, 0, from],
      [1, from, on],
      [1, on, second?.frames],
    ]);
    expect(second?.cuts?.every(({ frame, wordFrame }) => frame === wordFrame)).to.equal(true);
  });

  it('are seen on while the next scene comes in, those before a cut are not', () => {
    const timeline = layTimeline([{ ...speech(4000), cutWords: [3] }, speech(2000)]);
    const on = shotsOf(timeline).map(
      ({ fromFrame, toFrame, wantedFrames }) => wantedFrames - toFrame + fromFrame,
    );
    expect(on).to.deep.equal([0, TRANSITION_FRAMES, 0]);
  });

  it('last half a second at least, or the same time each where a scene has less', () => {
    const random = seeded(11);
    for (let run = 0; run < 300; run++) {
      const words = whole(random, 4, 12);
      const cutWords = [1, 2, words - 1].slice(whole(random, 0, 2));
      const timeline = layTimeline([{ ...speech(whole(random, 60, 4000), words), cutWords }]);
      const frames = timeline.frames;
      const least = Math.min(LEAST_SHOT_FRAMES, Math.floor(frames / (cutWords.length + 1)));
      let at = 0;
      for (const [, fromFrame = 0, toFrame = 0] of framesOf(timeline)) {
        expect(fromFrame).to.equal(at);
        expect(toFrame - fromFrame).to.be.at.least(least);
        at = toFrame;
      }
      expect(at).to.equal(frames);
    }
  });
});
