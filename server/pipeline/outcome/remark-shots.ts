import { FPS, nthVisual, shotsOf } from '@shortfactory/core';
import type { Script, Timeline } from '@shortfactory/core';
import { paceOf } from '@shortfactory/renderer';
import type { Picture } from '../uploads.ts';
import type { RunNotes } from './run-notes.ts';

/** Nobody notices that a picture comes so much beside its word. */
const UNNOTICED_FRAMES = 2;

/** Says where a cut does not fall on its word, because a visual would be seen for too short. */
export function remarkCuts(notes: RunNotes, { scenes }: Timeline, script: Script): void {
  scenes.forEach(({ cuts = [] }, scene) => {
    cuts.forEach(({ frame, wordFrame }, cut) => {
      if (Math.abs(frame - wordFrame) <= UNNOTICED_FRAMES) return;
      const seconds = (Math.abs(frame - wordFrame) / FPS).toFixed(1);
      const when = `${seconds} s ${frame > wordFrame ? 'after' : 'before'}`;
      const at = script.scenes[scene]?.cuts?.[cut]?.at ?? '';
      notes.remark(
        { stage: 'compose', scene, cut },
        `Scene ${scene + 1} cuts ${when} “${at}” is said, so that each picture is seen for long enough.`,
      );
    });
  });
}

/** How a clip fills a scene that is longer than it. */
const FILLED = {
  slow: 'it is played slower',
  loop: 'it is played again from its beginning',
  hold: 'its last picture stays',
} as const;

/** Says how clips were stretched that are shorter than what shows them. */
export function remarkPaces(notes: RunNotes, timeline: Timeline, visuals: readonly Picture[]): void {
  shotsOf(timeline).forEach(({ scene, nth, wantedFrames: wanted }, i) => {
    const clip = visuals[i]?.clip;
    if (!clip) return;
    const place = nth === 0 ? { scene } : { scene, cut: nth - 1 };
    const pace = paceOf(clip.frames, wanted);
    // Nobody is surprised by a GIF that goes on.
    if (pace === 'cut' || clip.loops) return;
    const [has, needs] = [clip.frames, wanted].map((frames) => (frames / FPS).toFixed(1));
    notes.remark(
      { stage: 'compose', ...place },
      `The ${nthVisual(place)}clip of scene ${scene + 1} has ${has} s for ${needs} s: ${FILLED[pace]}.`,
    );
  });
}
