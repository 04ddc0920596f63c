import { isTrainedModel, providerLabel } from '../money/provider.ts';
import { BROUGHT_BY_MODEL } from './origin.ts';
import type { DigitalSourceType, Origin } from './origin.ts';

/** A part of a video and who made it. */
export interface MadePart {
  readonly what: 'story' | 'script' | 'picture' | 'voice';
  /** From 1, where it is of one. */
  readonly scene?: number;
  /** As people know it. */
  readonly by: string;
  /** Id of the port, with model and version; absent for what was brought along. */
  readonly maker?: string;
  /** Whether a trained model made it. */
  readonly trained: boolean;
}

/** What a signed video says of itself. */
export interface ContentClaim {
  readonly title: string;
  /** Of video and poster. */
  readonly origin: Pick<Origin, 'video' | 'poster'>;
  readonly made: readonly MadePart[];
}

/** A part by its port's id; undefined for what a person brought. */
export function madePart(what: MadePart['what'], by: string | undefined, scene?: number): MadePart {
  const place = scene === undefined ? {} : { scene };
  if (by === undefined) return { what, ...place, by: 'brought along', trained: false };
  if (by === BROUGHT_BY_MODEL) return { what, ...place, by: 'brought along, made by a model', trained: true };
  return { what, ...place, by: providerLabel(by), maker: by, trained: isTrainedModel(by) };
}

/** What stands in a file's mark and in its signed claim. @see https://cv.iptc.org/newscodes/digitalsourcetype/ */
export function sourceTypeAddress(type: DigitalSourceType): string {
  return `http://cv.iptc.org/newscodes/digitalsourcetype/${type}`;
}
