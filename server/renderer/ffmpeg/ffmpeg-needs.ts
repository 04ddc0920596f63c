import { OPTIONAL_DECODERS } from '@shortfactory/core';
import type { FfmpegPlan } from './arguments.ts';

/** What an ffmpeg consists of, by the name of the option that lists it. */
export const PART_LISTS = ['filters', 'encoders', 'decoders', 'demuxers', 'muxers', 'protocols'] as const;
export type PartList = (typeof PART_LISTS)[number];
export type FfmpegParts = Readonly<Record<PartList, readonly string[]>>;

/**
 * Filters that ffmpeg puts between the parts of a plan by itself: ends of filter graphs, conversions of format and rate,
 * a cut where `-t` or `-ss` stands.
 */
const IMPLIED_FILTERS: readonly string[] = [
  ...['buffer', 'buffersink', 'null', 'format', 'scale', 'trim'],
  ...['abuffer', 'abuffersink', 'anull', 'aformat', 'aresample', 'atrim'],
];

const OPTIONAL: ReadonlySet<string> = new Set(OPTIONAL_DECODERS);

/** The names of every part that these plans use, in order of name. Plans name all of theirs; see IMPLIED_FILTERS for the rest. */
export function needsOf(plans: readonly FfmpegPlan[]): FfmpegParts {
  const inputs = plans.flatMap((plan) => plan.inputs.map(({ options }) => options));
  const outputs = plans.flatMap((plan) => plan.outputs.map(({ options }) => options));
  const encoders = outputs.flatMap((options) => values(options, '-c', '-c:v', '-c:a'));
  return {
    filters: named([...IMPLIED_FILTERS, ...plans.flatMap(({ filter }) => filtersIn(filter ?? ''))]),
    encoders: named(encoders.filter((name) => name !== 'copy')),
    decoders: named(
      inputs.flatMap((options) => values(options, '-codec_whitelist')).filter((name) => !OPTIONAL.has(name)),
    ),
    demuxers: named(inputs.flatMap((options) => values(options, '-f'))),
    muxers: named(outputs.flatMap((options) => values(options, '-f'))),
    protocols: named(inputs.flatMap((options) => values(options, '-protocol_whitelist'))),
  };
}

/** What follows these options, split at commas. */
function values(options: readonly string[], ...names: string[]): string[] {
  return options.flatMap((option, i) => (names.includes(options[i - 1] ?? '') ? option.split(',') : []));
}

/** Names of the filters in a graph, whose quoted expressions do not count: each stands at its beginning or behind a comma or semicolon that is not escaped. */
function filtersIn(graph: string): string[] {
  return graph
    .replace(/'[^']*'/g, '')
    .split(/(?<!\\)[,;]/)
    .map((filter) => /^(?:\[[^\]]*\])*(\w+)/.exec(filter.trim())?.[1])
    .filter((name) => name !== undefined);
}

function named(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
