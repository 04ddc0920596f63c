import { readFile, readdir } from 'node:fs/promises';
import { readWavHeader } from '@shortfactory/core';
import { expect } from 'chai';
import { readVtt } from '../on-screen.ts';
import { boxes, ffmpeg, frameTimes, loudnessLufs, samples, streams } from '../probe.ts';
import { ODD_TITLE, renderedShort, SCRIPT } from '../rendered.ts';
import type { Rendered } from '../rendered.ts';
import { leftovers } from '../command.ts';

const WORDS = SCRIPT.scenes.flatMap(({ narration }) => narration.split(' '));

describe('npm run short: the finished files', () => {
  let made: Rendered;

  before(async () => {
    made = await renderedShort();
  });

  const SIZES = [
    { aspect: '9:16', widthPx: 1080, heightPx: 1920 },
    { aspect: '1:1', widthPx: 1080, heightPx: 1080 },
    { aspect: '16:9', widthPx: 1920, heightPx: 1080 },
  ] as const;
  for (const [index, { aspect, widthPx, heightPx }] of SIZES.entries()) {
    describe(`${aspect} video`, () => {
      let path: string;
      let seconds: number;

      before(() => {
        const output = made.report.outputs[index];
        expect(output).to.include({ aspect, widthPx, heightPx });
        [path, seconds] = [output?.path ?? '', output?.seconds ?? 0];
      });

      it('is H.264 High, 4:2:0, at its size and 30 frames a second, with 48 kHz stereo AAC, decodes without a fault', async () => {
        const { video, audio, title, seconds: shown, frames } = await streams(path);
        expect(video).to.match(/^h264 \(High\)/);
        expect(video).to.include('yuv420p(tv, bt709').and.include(`${widthPx}x${heightPx}`);
        expect(video).to.match(/\b30 fps\b/);
        expect(audio)
          .to.match(/^aac \(LC\)/)
          .and.include('48000 Hz, stereo');
        expect(title).to.equal(ODD_TITLE);
        expect(shown).to.be.closeTo(seconds, seconds * 0.02);
        expect(frames).to.equal(Math.round(seconds * 30));
      });

      it('shows every frame at its thirtieth of a second', async () => {
        const times = await frameTimes(path);
        expect(times).to.have.length(Math.round(seconds * 30));
        const off = times.map((time, frame) => Math.abs(time - frame / 30));
        expect(Math.max(...off)).to.be.lessThan(1e-6);
      });

      it('begins to play before it is loaded: its index comes first', async () => {
        const names = await boxes(path);
        expect(names).to.include.members(['ftyp', 'moov', 'mdat']);
        expect(names.indexOf('moov')).to.be.lessThan(names.indexOf('mdat'));
      });

      it('is as loud as the apps play', async () => {
        expect(await loudnessLufs(path)).to.be.closeTo(-14, 1);
      });
    });
  }

  it('has the same sound in every aspect, made once', async () => {
    const [first, ...others] = await Promise.all(made.report.outputs.map(({ path }) => samples(path)));
    expect(first?.length).to.be.greaterThan(0);
    for (const other of others) expect(Buffer.compare(bytesOf(other), bytesOf(first))).to.equal(0);
  });

  it('has a poster that decodes, of the first aspect', async () => {
    const raw = await ffmpeg(
      ...['-v', 'error', '-xerror', '-f', 'image2', '-i', made.report.poster],
      ...['-f', 'rawvideo', '-pix_fmt', 'gray', '-'],
    );
    expect(raw).to.have.length(1080 * 1920);
    expect((await readFile(made.report.poster)).subarray(0, 3)).to.deep.equal(
      Buffer.from([0xff, 0xd8, 0xff]),
    );
  });

  it('has SubRip captions with every word in order', async () => {
    const srt = await readFile(made.report.captions.srt, 'utf8');
    const texts = srt
      .trim()
      .split('\n\n')
      .map((entry) => entry.split('\n').slice(2).join(' '));
    expect(texts.join(' ').split(/\s+/)).to.deep.equal(WORDS);
  });

  it('has WebVTT captions with every word in order, at times that only go on, inside the video', () => {
    const words = readVtt(made.vtt).flatMap((cue) => cue.words);
    expect(words.map(({ text }) => text)).to.deep.equal(WORDS);
    const times = words.map(({ startMs }) => startMs);
    expect(times).to.deep.equal(times.toSorted((a, b) => a - b));
    expect(new Set(times).size).to.equal(times.length);
    expect(times.at(-1)).to.be.lessThan(made.report.seconds * 1000);
  });

  it('has ASS captions in which each word in turn is the marked one', async () => {
    const ass = await readFile(made.report.captions.ass, 'utf8');
    const marked = [...ass.matchAll(/\{\\1c&H1EC8FF&\}(.*?)\{\\1c\}/g)].map(([, word]) => word);
    expect(marked).to.deep.equal(WORDS);
  });

  it('has a publish kit beside it, for programs and to copy from', async () => {
    const { kit, title } = made.report;
    const json = JSON.parse(await readFile(kit.json, 'utf8')) as Record<string, unknown>;
    expect(json).to.include({ title, language: 'en', altText: 'a fox in a meadow', thumbnail: 'short.jpg' });
    expect(json.videos).to.deep.equal(['short.mp4', 'short-1x1.mp4', 'short-16x9.mp4']);
    expect(await readFile(kit.text, 'utf8')).to.include(String(json.text));
  });

  it('has a folder for an editing program beside it, whose voice is as long as the video', async () => {
    const { project = '', path, seconds } = made.report;
    expect(project).to.equal(path.replace('.mp4', '-project'));
    const names = (await readdir(project, { recursive: true })).toSorted();
    const media = ['media', 'media/video.mp4', 'media/voice.wav'];
    expect(names).to.deep.equal(['captions.srt', ...media, 'project.fcpxml', 'project.otio']);
    expect(readWavHeader(await readFile(`${project}/media/voice.wav`)).seconds).to.equal(seconds);
    expect((await readFile(`${project}/media/video.mp4`)).equals(await readFile(path))).to.equal(true);
  });

  it('says on standard output what was made, and leaves nothing else behind', async () => {
    const { report, place } = made;
    expect(report).to.include({ widthPx: 1080, heightPx: 1920, title: ODD_TITLE });
    expect(report.path).to.equal(report.outputs[0]?.path);
    expect(report.scenes.map(({ narration }) => narration)).to.deep.equal(
      SCRIPT.scenes.map(({ narration }) => narration),
    );
    expect(report.timings).to.have.keys(['illustrate', 'narrate', 'caption', 'compose', 'publish']);
    for (const stage of Object.values(report.timings)) expect(stage).to.be.within(0, 120);
    expect(report.cacheHits).to.equal(0);
    expect(await leftovers(place)).to.deep.equal([]);
  });
});

function bytesOf(sound: Int16Array | undefined): Uint8Array {
  return sound ? new Uint8Array(sound.buffer) : new Uint8Array();
}
