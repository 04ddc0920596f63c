/** What an owner is called where others read it: nobody can be found by it who is not known already. */
export function pseudonymOf(ownerHash: string): string {
  return `p-${ownerHash.slice(0, 10)}`;
}
