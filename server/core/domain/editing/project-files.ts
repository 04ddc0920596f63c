import type { Short, ShortOutput } from '../script/short.ts';
import type { EditParts, Stems } from './edit-parts.ts';
import { editProjectOf } from './edit-project.ts';
import { toFcpxml } from './fcpxml.ts';
import { toOtio } from './otio.ts';

/** A file of a folder for an editing program, by its path in there: text, or an object of the store. */
export type ProjectFile = { readonly path: string } & (
  { readonly text: string } | { readonly object: string }
);

/** A finished short as a folder for an editing program. The project files name media beside themselves. */
export function projectFiles(
  { title, language, captions }: Pick<Short, 'title' | 'language' | 'captions'>,
  { aspect, object }: Pick<ShortOutput, 'aspect' | 'object'>,
  parts: EditParts,
  stems: Stems,
): ProjectFile[] {
  const media = {
    video: 'media/video.mp4',
    voice: 'media/voice.wav',
    ...(stems.music === undefined ? {} : { music: 'media/music.wav' }),
  };
  const project = editProjectOf({ title, language, aspect }, parts, media);
  return [
    { path: 'project.otio', text: toOtio(project) },
    { path: 'project.fcpxml', text: toFcpxml(project) },
    { path: 'captions.srt', object: captions.srt },
    { path: media.video, object },
    { path: media.voice, object: stems.voice },
    ...(stems.music === undefined ? [] : [{ path: 'media/music.wav', object: stems.music }]),
  ];
}
