import { toAss, toSrt, toVtt } from '@shortfactory/core';
import type { CaptionStyle, CaptionTrack } from '@shortfactory/core';
import { address } from '../artifacts/artifacts.ts';
import type { StageContext } from '../stage.ts';

const VERSION = 1;

/** Caption track → files that go with the video, as object names. */
export async function publishCaptions(
  context: StageContext,
  track: CaptionTrack,
  language: string,
  style?: CaptionStyle,
): Promise<{ srt: string; vtt: string; ass: string }> {
  const { artifacts } = context;
  context.report({ stage: 'publish', percent: 0 });
  const keep = async (
    format: 'srt' | 'vtt' | 'ass',
    write: (track: CaptionTrack) => string,
  ): Promise<string> => {
    // Its text is what it is made from: the same track in another style is another file.
    const text = write(track);
    const name = `${address('publish', VERSION, { format, text })}.${format}`;
    if (!(await artifacts.has('publish', name))) {
      await artifacts.keep('publish', name, { bytes: Buffer.from(text) });
    }
    return name;
  };
  const [srt, vtt, ass] = await Promise.all([
    keep('srt', toSrt),
    keep('vtt', toVtt),
    keep('ass', (each) => toAss(each, style, language)),
  ]);
  context.report({ stage: 'publish', percent: 100 });
  return { srt, vtt, ass };
}
