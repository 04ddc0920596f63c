/** Suffixes of Kubernetes' quantities. @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
const FACTORS: Readonly<Record<string, number>> = {
  '': 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** `250m` → 0.25, `1Ki` → 1024. Throws for what is no quantity. */
export function quantity(text: string): number {
  const found = /^([+-]?[\d.]+(?:[eE][+-]?\d+)?)([A-Za-z]*)$/.exec(text);
  const factor = FACTORS[found?.[2] ?? '-'];
  const number = Number(found?.[1]);
  if (factor === undefined || !Number.isFinite(number))
    throw new Error(`“${text}” is no quantity of Kubernetes.`);
  return number * factor;
}
