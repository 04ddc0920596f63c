import { ASPECTS, MAX_PICTURE_PIXELS, audioKind, layTimeline } from '@shortfactory/core';
import type { MediaKind } from '@shortfactory/core';
import { expect } from 'chai';
import {
  clipPlan,
  scalePlan,
  scaledSize,
  posterPlan,
  untrusted,
  VIDEO_ENCODER,
} from '../ffmpeg/arguments.ts';
import type { FfmpegPlan } from '../ffmpeg/arguments.ts';
import { loudnessFrom, musicLoudnessPlan, musicPlan, soundPlan, speechPlan } from '../sound/audio.ts';

/** Untrusted text in a name or a title that tries to break out of an argument or a filter. */
const HOSTILE = `a'b";[x]:c,d=%{pts}\\N{\\an8}$(id) -vf null\n%03d`;
const MP3 = audioKind(Buffer.from('ID3')) as MediaKind;

const picture = {
  file: `/tmp/${HOSTILE}`,
  mediaType: 'image/png',
  widthPx: 1080,
  heightPx: 1920,
} as const;
const square = { ...picture, heightPx: 1080 };
const strip = { ...picture, widthPx: 4000, heightPx: 300 };
const music = { file: `/tmp/${HOSTILE}.mp3`, kind: MP3 };
const focus = { x: 0.3, y: 0.7 };
const timeline = layTimeline([
  { audioMs: 1000, cues: [] },
  { audioMs: 2000, cues: [] },
]);

const PLANS: Record<string, FfmpegPlan> = {
  clip: clipPlan('9:16', `/tmp/${HOSTILE}`),
  scaled: scalePlan(picture, focus, '9:16', `/tmp/${HOSTILE}`),
  'scaled square': scalePlan(square, focus, '16:9', `/tmp/${HOSTILE}`),
  'scaled strip': scalePlan(strip, focus, '9:16', `/tmp/${HOSTILE}`),
  poster: posterPlan('9:16', `/tmp/${HOSTILE}`),
  speech: speechPlan([`/tmp/${HOSTILE}`, '/tmp/b'], timeline, `/tmp/${HOSTILE}`),
  loudness: musicLoudnessPlan(music, 30),
  music: musicPlan(music, 30, `/tmp/${HOSTILE}`),
  sound: soundPlan(`/tmp/${HOSTILE}`, [{ fromSample: 0, toSample: 9, file: `/tmp/${HOSTILE}` }]),
};

/** The value that follows an option. */
function after(options: readonly string[], name: string): string | undefined {
  const at = options.indexOf(name);
  return at < 0 ? undefined : options[at + 1];
}

describe('every plan for ffmpeg', () => {
  for (const [name, plan] of Object.entries(PLANS)) {
    it(`of a ${name} keeps names and titles out of its filters`, () => {
      expect(plan.filter ?? '').not.to.match(/\/tmp|\$|%|\n|an8|{pts/);
      for (const { options } of plan.outputs) {
        expect(options.some((option) => /^-(?:vf|af|filter|lavfi|filter_complex)/.test(option))).to.equal(
          false,
        );
      }
    });

    it(`of a ${name} opens files by protocol and demuxer, never by guess`, () => {
      for (const { options, source } of plan.inputs) {
        expect(source).to.match(/^(?:file:\/tmp\/|pipe:0$)/);
        expect(after(options, '-f'), source).to.be.a('string');
        if (source !== 'pipe:0') expect(after(options, '-protocol_whitelist')).to.equal('file,pipe');
      }
      for (const { file } of plan.outputs) expect(file).to.match(/^(?:file:|-$)/);
    });
  }

  it('reads an untrusted file with the decoders of its kind alone', () => {
    for (const input of [PLANS.loudness?.inputs[0], PLANS.music?.inputs[0]]) {
      expect(after(input?.options ?? [], '-f')).to.equal(MP3.demuxer);
      expect(after(input?.options ?? [], '-codec_whitelist')).to.equal(MP3.decoders);
    }
    expect(untrusted(MP3)).to.include.members(['-protocol_whitelist', '-codec_whitelist', '-probesize']);
  });

  it('stops at pictures that would fill the memory', () => {
    expect(after(PLANS.scaled?.inputs[0]?.options ?? [], '-max_pixels')).to.equal(String(MAX_PICTURE_PIXELS));
  });
});

describe('clips', () => {
  it('of every aspect share each encoder option, so that they join as they are', () => {
    for (const aspect of ASPECTS) {
      const [output] = clipPlan(aspect, '/tmp/x').outputs;
      expect(output?.options.join(' ')).to.contain(VIDEO_ENCODER.join(' '));
      expect(output?.options).to.deep.equal(PLANS.clip?.outputs[0]?.options);
    }
  });

  it('are H.264 High in 4:2:0 with a keyframe at least every three seconds', () => {
    expect(after(VIDEO_ENCODER, '-c:v')).to.equal('libx264');
    expect(after(VIDEO_ENCODER, '-profile:v')).to.equal('high');
    expect(after(VIDEO_ENCODER, '-pix_fmt')).to.equal('yuv420p');
    expect(Number(after(VIDEO_ENCODER, '-g'))).to.be.within(1, 90);
    expect(after(VIDEO_ENCODER, '-colorspace')).to.equal('bt709');
  });

  it('are fed raw frames of the aspect’s size at 30 a second', () => {
    const [input] = clipPlan('16:9', '/tmp/x').inputs;
    expect(after(input?.options ?? [], '-s')).to.equal('1920x1080');
    expect(after(input?.options ?? [], '-r')).to.equal('30');
  });
});

describe('scaled pictures', () => {
  it('are larger than the frame, of the same shape, with even sides', () => {
    for (const aspect of ASPECTS) {
      const { widthPx, heightPx } = scaledSize(aspect);
      const [input] = clipPlan(aspect, '/tmp/x').inputs;
      const [width, height] = (after(input?.options ?? [], '-s') ?? '').split('x').map(Number);
      expect(widthPx / (width ?? NaN)).to.equal(heightPx / (height ?? NaN));
      expect(widthPx).to.be.above(width ?? Infinity);
      expect([widthPx % 2, heightPx % 2]).to.deep.equal([0, 0]);
    }
  });

  it('stand before their own blur when cutting would lose more than half of the picture', () => {
    expect(PLANS.scaled?.filter).not.to.contain('blur');
    expect(scalePlan(square, focus, '9:16', '/tmp/x').filter).not.to.contain('blur');
    expect(PLANS['scaled strip']?.filter).to.contain('boxblur');
    expect(scalePlan(picture, focus, '16:9', '/tmp/x').filter).to.contain('boxblur');
  });

  it('fill the frame where that was asked for, whatever is cut off, and stand in it whole where that was', () => {
    expect(scalePlan(picture, focus, '16:9', '/tmp/x', { fit: 'fill' }).filter).not.to.contain('blur');
    expect(scalePlan(square, focus, '1:1', '/tmp/x', { fit: 'fit' }).filter).to.contain('boxblur');
  });
});

describe('sound', () => {
  it('lays each narration at its scene’s place, in whole samples of whole frames', () => {
    const [first, second] = timeline.scenes;
    expect(PLANS.speech?.filter).to.contain(
      `adelay=${first?.speechMs},apad=whole_len=${(first?.frames ?? 0) * 1600}`,
    );
    expect(PLANS.speech?.filter).to.contain(`atrim=end_sample=${(second?.frames ?? 0) * 1600}[s1]`);
    expect(PLANS.speech?.inputs).to.have.length(2);
  });

  it('is AAC in stereo at 48 kHz', () => {
    const options = PLANS.sound?.outputs[0]?.options ?? [];
    expect(['-c:a', '-ar', '-ac'].map((name) => after(options, name))).to.deep.equal(['aac', '48000', '2']);
  });

  it('reads loudness from ffmpeg’s report, the last one being the whole', () => {
    const report = '  Integrated loudness:\n    I:         -20.3 LUFS\n  x\n    I:         -14.1 LUFS\n';
    expect(loudnessFrom(report)).to.deep.equal([-20.3, -14.1]);
    expect(loudnessFrom('nothing')).to.deep.equal([]);
  });
});
