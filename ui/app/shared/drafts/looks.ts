import type { CaptionStyleName, Look } from '@shortfactory/core';
import type { Options } from '../api/script.ts';
import type { MakeSettings } from './make-settings.ts';

/**
 * Settings have a look as JSON. What it says of drawings, pace, voice and track stands in the settings beside it, where it
 * is shown and can be changed; the rest of it is what is asked of the API.
 */
export function lookAskedIn(look: string): { look?: Look } {
  const read = lookIn(look);
  return read ? { look: withoutSettings(read) } : {};
}

/** The look that settings have; undefined for none, and for what is no JSON. */
export function lookIn(look: string): Look | undefined {
  try {
    const json: unknown = JSON.parse(look);
    return typeof json === 'object' && json !== null ? (json as Look) : undefined;
  } catch {
    return undefined;
  }
}

/** A look as settings have it. */
export function lookText(look: Look | undefined): string {
  return look ? JSON.stringify(look) : '';
}

/** The captions of a style and nothing else. */
export function captionsAlone(style: CaptionStyleName): string {
  return lookText({ version: 1, captions: { style } });
}

/** Whether two looks are the same but for what stands in the settings beside them. */
export function isSameLook(one: string, other: string): boolean {
  const [first, second] = [one, other].map((each) => {
    const look = lookIn(each);
    return look && sorted(withoutSettings(look));
  });
  return first === second;
}

/**
 * What changes when a look is chosen: also the settings that it says something of. Pace and track that came with the look
 * before go with it; those that a person chose stay where the new one says nothing of them.
 */
export function withLookChosen(
  look: string,
  settings: Pick<MakeSettings, 'look' | 'music' | 'speed' | 'track'>,
): Partial<MakeSettings> {
  const next: Partial<Look> = lookIn(look) ?? {};
  const before: Partial<Look> = lookIn(settings.look) ?? {};
  const { imageStyle, voice } = next;
  const speed = settings.speed === before.speed ? 1 : settings.speed;
  const track = settings.track === trackOf(before) ? '' : settings.track;
  return {
    look,
    speed: next.speed ?? speed,
    ...(imageStyle && { imageStyle }),
    ...(voice !== undefined && { voice }),
    // Music that a person brought along stays.
    ...(settings.music === '' && { track: trackOf(next) ?? track }),
  };
}

/** The track that a look has, as settings have it: nothing for none; undefined where it does not say. */
function trackOf({ music }: Partial<Look>): MakeSettings['track'] | undefined {
  return music?.track === 'none' ? '' : music?.track;
}

function withoutSettings({ imageStyle: _style, speed: _speed, voice: _voice, music, ...look }: Look): Look {
  const levelDb = music?.levelDb;
  return { ...look, ...(levelDb !== undefined && { music: { levelDb } }) };
}

/** JSON with its fields in the order of their names. */
function sorted(value: object): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** What a look says that comes along, as settings have it; nothing for what videos have without a look. */
export function namedLook({ look, id }: Options['looks'][number]): string {
  return id === 'newsstand' ? '' : lookText(look as Look);
}
