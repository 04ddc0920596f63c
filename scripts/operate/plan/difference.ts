/** One place in which two objects differ; undefined is absent. */
export interface Difference {
  readonly path: string;
  readonly live: unknown;
  readonly planned: unknown;
}

/** What the platform, its clients and our deploys write themselves, at every change. */
const OF_THE_PLATFORM = [
  /^(status|apiVersion|kind)\b/,
  /^metadata\.(uid|selfLink|namespace|generation|resourceVersion|creationTimestamp|managedFields|ownerReferences|finalizers)\b/,
  /annotations\.(serving\.knative\.dev|client\.knative\.dev|shortfactory)\//,
  /annotations\.run\.googleapis\.com\/([\w-]+-status|operation-id|urls|client-[\w-]+|build-[\w-]+|lastModifier|lastUpdatedTime|servingState|runningState)$/,
  /labels\.(serving\.knative\.dev|client\.knative\.dev|run\.googleapis\.com)\//,
  /labels\.cloud\.googleapis\.com\/location$/,
];

/** What a deploy changes each time: images, names, traffic. Everything else that differs was changed by hand. */
const BY_DEPLOY = /\.image$|^spec\.template\.metadata\.name$|^spec\.traffic|\[SERVICE_(REVISION|VERSION)\]/;

/** Lists are compared by what names their entries, so that another order of variables does not count. */
const NAMES = ['name', 'tag', 'revisionName', 'mountPath', 'path'];

/** Where a planned Service differs from the live one, in order of path. */
export function differences(live: unknown, planned: unknown): Difference[] {
  const [before, after] = [leaves(live), leaves(planned)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => !OF_THE_PLATFORM.some((own) => own.test(path)) && before.get(path) !== after.get(path))
    .sort()
    .map((path) => ({ path, live: before.get(path), planned: after.get(path) }));
}

/** Those that no deploy makes: edits by hand, or manifests that are newer than the live Service. */
export function driftAmong(found: readonly Difference[]): Difference[] {
  return found.filter(({ path }) => !BY_DEPLOY.test(path));
}

/** `path: "live" → "planned"`. */
export function differenceLine({ path, live, planned }: Difference): string {
  const word = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value));
  return `${path}: ${word(live)} → ${word(planned)}`;
}

function leaves(value: unknown, path = '', found = new Map<string, unknown>()): Map<string, unknown> {
  if (Array.isArray(value)) {
    value.forEach((entry: unknown, index) => leaves(entry, `${path}[${nameOf(entry) ?? index}]`, found));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      leaves(inner, path === '' ? key : `${path}.${key}`, found);
  } else {
    found.set(path, value);
  }
  return found;
}

function nameOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const key = NAMES.find((name) => name in entry);
  return key === undefined ? undefined : String((entry as Record<string, unknown>)[key]);
}
