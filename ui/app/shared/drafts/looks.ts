import type { VideoRequestJson } from '@shortfactory/contract';
import type { CaptionStyleName } from '@shortfactory/core';
import type { Options } from '../api/script.ts';
import type { MakeSettings } from './make-settings.ts';

type LookJson = Options['looks'][number]['look'];
type Asked = NonNullable<VideoRequestJson['look']>;

/** The look of settings as a request has it. */
export function lookAskedIn(look: string): { look?: Asked } {
  if (look === '') return {};
  return { look: (ownLook(look) ?? look) as Asked };
}

/** A look in settings that is none of those with a name. */
export function ownLook(look: string): LookJson | undefined {
  if (!look.startsWith('{')) return undefined;
  try {
    return JSON.parse(look) as LookJson;
  } catch {
    return undefined;
  }
}

/** The captions of a style and nothing else, as settings have a look. */
export function captionsAlone(style: CaptionStyleName): string {
  return JSON.stringify({ version: 1, captions: { style } } satisfies LookJson);
}

/** A video's look as settings have it. */
export function lookText(look: LookJson | undefined): string {
  return look ? JSON.stringify(look) : '';
}

/** The name by which a look of settings can be chosen here, where it is one of these; else itself. */
export function chosenLook(look: string, looks: Options['looks']): string {
  const own = ownLook(look);
  if (!own) return look;
  const text = sorted(own);
  return looks.find((each) => sorted(each.look) === text)?.id ?? look;
}

function sorted(value: object): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** What changes when a look is chosen: also the settings that it says something of, as they are shown beside it. */
export function withLookChosen(
  look: string,
  looks: Options['looks'],
  { music }: Pick<MakeSettings, 'music'>,
): Partial<MakeSettings> {
  const named = looks.find(({ id }) => id === look)?.look;
  if (!named) return { look };
  const { imageStyle, speed = 1, music: sound } = named;
  const track = sound?.track === undefined || sound.track === 'none' ? '' : sound.track;
  return { look, speed, ...(imageStyle && { imageStyle }), ...(music === '' && { track }) };
}
