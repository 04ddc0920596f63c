/** Millicores of a CPU quantity. */
export function millicores(quantity: string): number {
  return quantity.endsWith('m') ? Number(quantity.slice(0, -1)) : Math.round(Number(quantity) * 1000);
}

/** Mebibytes of a memory quantity in Mi or Gi. */
export function mebibytes(quantity: string): number {
  return Number(quantity.slice(0, -2)) * (quantity.endsWith('Gi') ? 1024 : 1);
}
