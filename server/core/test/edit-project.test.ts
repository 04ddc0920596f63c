import { expect } from 'chai';
import { FPS, projectFiles } from '../index.ts';
import type { EditParts, ProjectFile } from '../index.ts';

const TITLE = 'A & "B" <c>\u0007 🦊';
const SHORT = { title: TITLE, language: 'en', captions: { srt: 'c.srt', vtt: 'c.vtt', ass: 'c.ass' } };
const OUTPUT = { aspect: '9:16', object: 'v.mp4' } as const;
const PARTS: EditParts = {
  scenes: [
    { frames: 83, speechMs: 150 },
    { frames: 130, speechMs: 300 },
  ],
  ...{ narrations: ['a.wav', 'b.wav'], speed: 1, musicDb: 0, under: [] },
  captions: [
    { startMs: 150, endMs: 1150, text: 'One & <two>' },
    { startMs: 1150, endMs: 1151, text: 'short' },
    { startMs: 3000, endMs: 99_000, text: 'last' },
  ],
};

interface Item {
  readonly OTIO_SCHEMA: string;
  readonly name: string;
  readonly source_range: { readonly start_time: Time; readonly duration: Time };
  readonly media_references?: { readonly DEFAULT_MEDIA: { readonly target_url?: string } };
}
interface Time {
  readonly value: number;
  readonly rate: number;
}

function textOf(files: readonly ProjectFile[], path: string): string {
  const file = files.find((each) => each.path === path);
  return file && 'text' in file ? file.text : '';
}

function tracksOf(files: readonly ProjectFile[]): Map<string, readonly Item[]> {
  const { tracks } = JSON.parse(textOf(files, 'project.otio')) as {
    tracks: { children: { name: string; children: readonly Item[] }[] };
  };
  return new Map(tracks.children.map(({ name, children }) => [name, children]));
}

describe('project for an editing program', () => {
  const files = projectFiles(SHORT, OUTPUT, PARTS, { voice: 'voice', music: 'music' });
  const fcpxml = textOf(files, 'project.fcpxml');

  it('has a track each of scenes, captions, voice and music, all as long as the video, in frames', () => {
    const tracks = tracksOf(files);
    expect([...tracks.keys()]).to.deep.equal(['Scenes', 'Captions', 'Voice', 'Music']);
    for (const [name, items] of tracks) {
      const times = items.map(({ source_range }) => source_range.duration);
      expect(times.every(({ rate }) => rate === FPS)).to.equal(true);
      expect(
        times.reduce((sum, { value }) => sum + value, 0),
        name,
      ).to.equal(213);
    }
    const scenes = tracks.get('Scenes')?.map(({ source_range }) => source_range.start_time.value);
    expect(scenes).to.deep.equal([0, 83]);
  });

  it('names media beside itself, each of which comes with it', () => {
    const named = [...tracksOf(files).values()]
      .flat()
      .flatMap((item) => item.media_references?.DEFAULT_MEDIA.target_url ?? []);
    const media = ['media/video.mp4', 'media/voice.wav', 'media/music.wav'];
    expect([...new Set(named)]).to.deep.equal(media);
    expect([...fcpxml.matchAll(/ src="([^"]+)"/g)].map(([, src]) => src)).to.deep.equal(media);
    const objects = files.flatMap((file) => ('object' in file ? [[file.path, file.object]] : []));
    expect(Object.fromEntries(objects)).to.deep.equal({
      ...{ 'captions.srt': 'c.srt', 'media/video.mp4': 'v.mp4' },
      ...{ 'media/voice.wav': 'voice', 'media/music.wav': 'music' },
    });
  });

  it('shows each caption for a frame at least, one at a time, within the video', () => {
    const items = tracksOf(files).get('Captions') ?? [];
    expect(items.map(({ name, source_range }) => [name, source_range.duration.value])).to.deep.equal([
      ...[
        ['', 5],
        ['One & <two>', 30],
        ['short', 1],
        ['', 54],
        ['last', 123],
      ],
    ]);
    expect(fcpxml).to.include('<caption name="last" lane="1" offset="90/30s" duration="123/30s"');
  });

  it('says every time as a fraction of whole frames, and what was written as text', () => {
    const times = [...fcpxml.matchAll(/ (?:offset|start|duration|frameDuration)="([^"]+)"/g)];
    expect(times.every(([, time]) => /^(?:0|\d+\/30)s$/.test(time ?? ''))).to.equal(true);
    expect(fcpxml).to.include('<project name="A &amp; &quot;B&quot; &lt;c&gt; 🦊">');
    expect(fcpxml).to.include('One &amp; &lt;two&gt;</text-style>');
  });

  it('has no track of music where there is none', () => {
    const silent = projectFiles(SHORT, OUTPUT, PARTS, { voice: 'voice' });
    expect([...tracksOf(silent).keys()]).to.deep.equal(['Scenes', 'Captions', 'Voice']);
    expect(textOf(silent, 'project.fcpxml')).not.to.match(/music/i);
    expect(silent.map(({ path }) => path)).not.to.include('media/music.wav');
  });
});
