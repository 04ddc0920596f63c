import {
  ASPECTS,
  CAPTION_STYLES,
  TRANSITION_FRAMES,
  cuesFrom,
  frameToMs,
  layTimeline,
} from '@shortfactory/core';
import type { CaptionWord, SceneSpeech, TransitionChoice } from '@shortfactory/core';
import { expect } from 'chai';
import { MAX_CLIP_FRAMES, planClips } from '../frames/clip-plan.ts';
import type { ClipPlan, PictureRef, SceneVisual } from '../frames/clip-plan.ts';

function speech(text: string, wordMs = 380): SceneSpeech {
  const words = text.split(' ').map((word, i): CaptionWord => ({
    text: word,
    startMs: i * wordMs,
    endMs: (i + 1) * wordMs,
    spaced: i > 0,
  }));
  const audioMs = words.length * wordMs;
  return { audioMs, cues: cuesFrom(words, audioMs) };
}

const TEXTS = [
  'An octopus has three hearts. Two of them serve its gills.',
  'Its blood is blue, because copper carries the oxygen. That works well in cold water.',
  'Short.',
  'When it swims the third heart rests, so it would rather crawl along the bottom of the sea.',
];
const PICTURES = TEXTS.map((_, i): PictureRef => ({
  image: `artifacts/i/${i}.png`,
  focus: { x: 0.4, y: 0.5 },
}));
// One that begins with a push (divisible by three) among fades.
const SEEDS = [8, 1, 12, 7];

const plansOf = (speeches: readonly SceneSpeech[]): ClipPlan[] =>
  planClips(layTimeline(speeches), PICTURES, SEEDS, '9:16');
const plansByPicture = (plans: readonly ClipPlan[], index: number): ClipPlan[] =>
  plans.filter((plan) => plan.shot.picture === PICTURES[index]);

describe('planClips', () => {
  const speeches = TEXTS.map((text) => speech(text));
  const timeline = layTimeline(speeches);
  const plans = plansOf(speeches);

  it('covers the frames of every scene once, in order, in clips of at most three seconds', () => {
    timeline.scenes.forEach((scene, i) => {
      let frame = 0;
      for (const plan of plansByPicture(plans, i)) {
        expect(plan.fromFrame).to.equal(frame);
        expect(plan.toFrame - plan.fromFrame).to.be.within(1, MAX_CLIP_FRAMES);
        frame = plan.toFrame;
      }
      expect(frame).to.equal(scene.frames);
    });
    expect(plans.map((plan) => PICTURES.indexOf(plan.shot.picture))).to.deep.equal(
      plans.map((plan) => PICTURES.indexOf(plan.shot.picture)).sort(),
    );
  });

  it('covers scenes of every length', () => {
    for (let ms = 1; ms < 12_500; ms += 33) {
      const scene = layTimeline([speech('word', ms)]);
      const clips = planClips(scene, PICTURES, SEEDS, '1:1');
      const lengths = clips.map(({ fromFrame, toFrame }) => toFrame - fromFrame);
      expect(lengths.reduce((a, b) => a + b)).to.equal(scene.frames);
      expect(Math.max(...lengths)).to.be.at.most(90);
      // As even as they can be: the cores finish together.
      expect(Math.max(...lengths) - Math.min(...lengths)).to.be.at.most(1);
    }
  });

  it('is plain data, which comes back from JSON as it went', () => {
    expect(JSON.parse(JSON.stringify(plans))).to.deep.equal(plans);
  });

  it('shows the picture before only where the transition is', () => {
    for (const plan of plans) {
      const first = plan.shot.picture === PICTURES[0];
      expect('before' in plan, `frame ${plan.fromFrame}`).to.equal(
        !first && plan.fromFrame < TRANSITION_FRAMES,
      );
      if (plan.before) {
        const index = PICTURES.indexOf(plan.shot.picture);
        expect(plan.before.shot.picture).to.equal(PICTURES[index - 1]);
        expect(plan.before.transition).to.equal(SEEDS[index] === 12 ? 'push' : 'fade');
      }
    }
  });

  it('has the transition of a look at every scene, or none', () => {
    const transitions = (transition: TransitionChoice): unknown[] =>
      planClips(timeline, PICTURES, SEEDS, '9:16', { transition }).flatMap(({ before }) =>
        before ? [before.transition] : [],
      );
    expect(transitions('fade')).to.deep.equal(['fade', 'fade', 'fade']);
    expect(transitions('slide')).to.deep.equal(['push', 'push', 'push']);
    expect(transitions('cut')).to.deep.equal([]);
    expect(planClips(timeline, PICTURES, SEEDS, '9:16', { transition: 'mixed' })).to.deep.equal(plans);
  });

  it('has a style in the plans of clips with captions alone, and no captions where there are to be none', () => {
    const style = CAPTION_STYLES.pop;
    for (const plan of planClips(timeline, PICTURES, SEEDS, '9:16', { style }))
      expect('style' in plan).to.equal(plan.cues.length > 0);
    for (const plan of planClips(timeline, PICTURES, SEEDS, '9:16', { style: CAPTION_STYLES.none }))
      expect(plan).to.deep.include({ cues: [] }).and.not.have.property('style');
  });

  it('goes on with the camera of the picture before where its own scene left it', () => {
    for (const plan of plans.filter(({ before }) => before)) {
      const index = PICTURES.indexOf(plan.shot.picture);
      const own = plansByPicture(plans, index - 1)[0]?.shot;
      expect(plan.before?.shot.path).to.deep.equal(own?.path);
      // Its frames are counted from its end.
      expect(plan.before?.shot.sceneFrames).to.equal(0);
    }
  });

  it('gives a clip the captions that are seen in it and no others', () => {
    for (const plan of plans) {
      const scene = timeline.scenes[PICTURES.indexOf(plan.shot.picture)];
      const [fromMs, toMs] = [frameToMs(plan.fromFrame), frameToMs(plan.toFrame)];
      expect(plan.cues).to.deep.equal(
        scene?.cues.filter((cue) => cue.endMs > fromMs + 1e-6 && cue.startMs < toMs - 1e-6),
      );
    }
  });

  it('plans a scene anew when its words change, and no other scene', () => {
    const edited = plansOf(
      TEXTS.map((text, i) => speech(i === 1 ? text.replace('cold', 'very cold') : text)),
    );
    for (const i of [0, 2, 3]) {
      expect(JSON.stringify(plansByPicture(edited, i)), `scene ${i}`).to.equal(
        JSON.stringify(plansByPicture(plans, i)),
      );
    }
    expect(plansByPicture(edited, 1)).not.to.deep.equal(plansByPicture(plans, 1));
  });

  it('plans every aspect with the same moves', () => {
    const [tall, square, wide] = ASPECTS.map((aspect) => planClips(timeline, PICTURES, SEEDS, aspect));
    const moves = (of: ClipPlan[] | undefined): unknown =>
      of?.map(({ shot: { path, ...shot } }) => ({
        ...shot,
        towards: [Math.sign(path.to.x - path.from.x), Math.sign(path.to.y - path.from.y)],
      }));
    expect(moves(square)).to.deep.equal(moves(tall));
    expect(moves(wide)).to.deep.equal(moves(tall));
    expect(wide?.every(({ aspect }) => aspect === '16:9')).to.equal(true);
  });

  describe('of scenes with cuts', () => {
    const cutting = speeches.map((each, i) => (i === 1 ? { ...each, cutWords: [4, 9] } : each));
    const visuals = [0, 1, 4, 5, 2, 3].map((i): SceneVisual => ({
      image: `artifacts/i/${i}.png`,
      focus: { x: 0.4, y: 0.5 },
    }));
    const seeds = [8, 1, 5, 6, 12, 7];
    const planned = (shown: readonly SceneVisual[]): ClipPlan[] =>
      planClips(layTimeline(cutting), shown, seeds, '9:16');
    const of = (cut: readonly ClipPlan[], image: string): ClipPlan[] =>
      cut.filter(({ shot }) => shot.picture.image.endsWith(image));

    it('cuts hard at the frame, under captions that run on', () => {
      const timed = layTimeline(cutting);
      const [, scene] = timed.scenes;
      const all = planClips(timed, visuals, seeds, '9:16').filter(({ shot }) =>
        /[145]\.png$/.test(shot.picture.image),
      );
      expect(all.map(({ toFrame }) => toFrame)).to.include.members(
        scene?.cuts?.map(({ frame }) => frame) ?? [],
      );
      expect(all.at(-1)?.toFrame).to.equal(scene?.frames);
      expect(all.filter(({ before }) => before)).to.have.length(1);
      const [last, next] = [of(all, '4.png').at(-1), of(all, '5.png')[0]];
      // A caption over the cut is the same on both sides, word for word.
      const cutMs = frameToMs(next?.fromFrame ?? 0);
      const over = scene?.cues.filter(({ startMs, endMs }) => startMs < cutMs && endMs > cutMs) ?? [];
      expect(over).to.have.length(1);
      for (const side of [last, next]) expect(side?.cues).to.include.members(over);
      expect(next?.fromFrame).to.equal(last?.toFrame);
    });

    it('leaves scenes without cuts as they were', () => {
      for (const image of ['0.png', '3.png'])
        expect(of(planned(visuals), image)).to.deep.equal(of(plans, image));
    });

    it('plans a picture anew that is replaced, and no other', () => {
      const other = planned(visuals.map((each, i) => (i === 2 ? { ...each, image: 'other.png' } : each)));
      for (const image of ['0.png', '1.png', '5.png', '2.png', '3.png'])
        expect(of(other, image)).to.deep.equal(of(planned(visuals), image));
    });

    it('shows a clip from its first frame at the cut, and goes on with it into the next scene', () => {
      const clip = { objects: { '9:16': 'artifacts/c.mp4' }, frames: 200 };
      const all = planned(visuals.map((each, i) => (i === 3 ? { ...each, clip } : each)));
      const [first] = of(all, '5.png');
      expect(first?.shot.clip).to.deep.include({ fromFrame: first?.fromFrame, frames: 200 });
      const frames = layTimeline(cutting).scenes[1]?.frames ?? 0;
      expect(first?.shot.clip?.wanted).to.equal(frames - (first?.fromFrame ?? 0) + TRANSITION_FRAMES);
      expect(of(all, '2.png')[0]?.before?.shot).to.deep.include({ sceneFrames: frames });
    });
  });
});
