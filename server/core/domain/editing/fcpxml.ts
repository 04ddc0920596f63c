import { FPS } from '../captions/timeline.ts';
import type { EditProject, EditSpan } from './edit-project.ts';

/**
 * Final Cut Pro XML 1.8, which other editing programs read, too: scenes on the main line, and connected to the scene in
 * which they begin captions (lane 1), voice (lane -1) and music (lane -2).
 * @see https://developer.apple.com/documentation/professional-video-applications/fcpxml-reference
 */
export function toFcpxml({
  title,
  language,
  frames,
  widthPx,
  heightPx,
  media,
  scenes,
  captions,
}: EditProject): string {
  const whole = { startFrame: 0, frames };
  const sound = (id: string, name: string, src: string, channels: number): string =>
    element('asset', { id, name, src, start: '0s', ...lasts(frames), ...HEARD, audioChannels: channels });
  const resources = [
    element('format', { id: 'r1', frameDuration: `1/${FPS}s`, width: widthPx, height: heightPx }),
    element('asset', {
      ...{
        id: 'r2',
        name: 'Video',
        src: media.video,
        start: '0s',
        ...lasts(frames),
        format: 'r1',
        hasVideo: 1,
      },
      ...{ ...HEARD, audioChannels: 2 },
    }),
    sound('r3', 'Voice', media.voice, 1),
    ...(media.music === undefined ? [] : [sound('r4', 'Music', media.music, 2)]),
  ];
  const role = `iTT?captionFormat=ITT.${language}`;
  const line = scenes.map((scene, i) => {
    // A scene's own clock is the video's, as its clip begins where it lies.
    const connected = [
      ...captions
        .filter(({ startFrame }) => isWithin(startFrame, scene))
        .map((caption, c) => captionElement(caption, `ts${i + 1}-${c + 1}`, role)),
      used('r3', `Voice ${i + 1}`, scene, { lane: -1, srcEnable: 'audio', audioRole: 'dialogue' }),
      ...(i === 0 && media.music !== undefined
        ? [used('r4', 'Music', whole, { lane: -2, srcEnable: 'audio', audioRole: 'music' })]
        : []),
    ];
    return used('r2', `Scene ${i + 1}`, scene, { srcEnable: 'video' }, connected);
  });
  const sequence = element(
    'sequence',
    {
      format: 'r1',
      ...lasts(frames),
      tcStart: '0s',
      tcFormat: 'NDF',
      audioLayout: 'stereo',
      audioRate: '48k',
    },
    [element('spine', {}, line)],
  );
  const event = element('event', { name: title }, [element('project', { name: title }, [sequence])]);
  const root = element('fcpxml', { version: '1.8' }, [element('resources', {}, resources), event]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE fcpxml>\n${root}`;
}

const HEARD = { hasAudio: 1, audioSources: 1, audioRate: 48_000 };

type Attributes = Readonly<Record<string, string | number>>;

/** A part of a file, at its own place. */
function used(
  ref: string,
  name: string,
  span: EditSpan,
  more: Attributes,
  children: readonly string[] = [],
): string {
  const start = seconds(span.startFrame);
  return element('asset-clip', { ref, name, offset: start, start, ...lasts(span.frames), ...more }, children);
}

function captionElement(
  { text, startFrame, frames }: EditProject['captions'][number],
  style: string,
  role: string,
): string {
  return element('caption', { name: text, lane: 1, offset: seconds(startFrame), ...lasts(frames), role }, [
    element('text', {}, [element('text-style', { ref: style }, escaped(text))]),
    element('text-style-def', { id: style }, [
      element('text-style', { font: '.SF NS Text', fontSize: 13, fontColor: '1 1 1 1' }),
    ]),
  ]);
}

function isWithin(frame: number, { startFrame, frames }: EditSpan): boolean {
  return frame >= startFrame && frame < startFrame + frames;
}

function lasts(frames: number): { readonly duration: string } {
  return { duration: seconds(frames) };
}

/** Exact: 45 frames are 45/30 s. */
function seconds(frames: number): string {
  return frames === 0 ? '0s' : `${frames}/${FPS}s`;
}

/** An element with its children on lines of their own, or with text. */
function element(name: string, attributes: Attributes, inside: string | readonly string[] = []): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const open = `<${name}${given.join('')}`;
  if (inside.length === 0) return `${open}/>\n`;
  if (typeof inside === 'string') return `${open}>${inside}</${name}>\n`;
  return `${open}>\n${inside.join('').replace(/^/gm, '  ').trimEnd()}\n</${name}>\n`;
}

/** Text without what XML 1.0 cannot hold. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
