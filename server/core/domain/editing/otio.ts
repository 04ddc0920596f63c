import { FPS } from '../captions/timeline.ts';
import { withGaps } from './edit-project.ts';
import type { EditProject, EditSpan } from './edit-project.ts';

type Schema = { readonly OTIO_SCHEMA: string } & Readonly<Record<string, unknown>>;

/**
 * OpenTimelineIO: tracks Scenes, Captions, Voice and Music, from the lowest picture to the last sound. Captions are clips
 * of a generator of text, as the format has no captions.
 * @see https://opentimelineio.readthedocs.io/en/stable/tutorials/otio-serialized-schema.html
 */
export function toOtio(project: EditProject): string {
  const { title, language, frames, media, scenes, captions } = project;
  const whole = { startFrame: 0, frames };
  const cut = (name: string, path: string): Schema[] =>
    scenes.map((scene, i) => clip(`${name} ${i + 1}`, scene, file(path, frames)));
  const texts = withGaps(captions, frames).map((span) =>
    'text' in span
      ? clip(span.text, { startFrame: 0, frames: span.frames }, generatedText(span.text, span.frames))
      : gap(span),
  );
  const tracks = [
    track('Scenes', 'Video', cut('Scene', media.video)),
    track('Captions', 'Video', texts, { language }),
    track('Voice', 'Audio', cut('Voice', media.voice)),
    ...(media.music === undefined
      ? []
      : [track('Music', 'Audio', [clip('Music', whole, file(media.music, frames))])]),
  ];
  const timeline: Schema = {
    OTIO_SCHEMA: 'Timeline.1',
    name: title,
    global_start_time: time(0),
    tracks: { OTIO_SCHEMA: 'Stack.1', name: 'tracks', ...ITEM, children: tracks },
    metadata: {},
  };
  return `${JSON.stringify(timeline, undefined, 2)}\n`;
}

/** What every item has. */
const ITEM = { source_range: null, effects: [], markers: [], enabled: true, metadata: {} };

function track(name: string, kind: 'Video' | 'Audio', children: readonly Schema[], metadata = {}): Schema {
  const about = Object.keys(metadata).length > 0 ? { metadata: { shortfactory: metadata } } : {};
  return { OTIO_SCHEMA: 'Track.1', name, kind, ...ITEM, ...about, children };
}

function clip(name: string, span: EditSpan, media: Schema): Schema {
  return {
    OTIO_SCHEMA: 'Clip.2',
    name,
    ...ITEM,
    source_range: range(span),
    media_references: { DEFAULT_MEDIA: media },
    active_media_reference_key: 'DEFAULT_MEDIA',
  };
}

function gap({ frames }: EditSpan): Schema {
  return { OTIO_SCHEMA: 'Gap.1', name: '', ...ITEM, source_range: range({ startFrame: 0, frames }) };
}

function file(path: string, frames: number): Schema {
  const available_range = range({ startFrame: 0, frames });
  return { OTIO_SCHEMA: 'ExternalReference.1', target_url: path, available_range, name: '', metadata: {} };
}

function generatedText(text: string, frames: number): Schema {
  return {
    OTIO_SCHEMA: 'GeneratorReference.1',
    name: '',
    generator_kind: 'Text',
    parameters: { text },
    available_range: range({ startFrame: 0, frames }),
    metadata: {},
  };
}

function range({ startFrame, frames }: EditSpan): Schema {
  return { OTIO_SCHEMA: 'TimeRange.1', start_time: time(startFrame), duration: time(frames) };
}

function time(frames: number): Schema {
  return { OTIO_SCHEMA: 'RationalTime.1', rate: FPS, value: frames };
}
