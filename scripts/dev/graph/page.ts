const BLOCK = /(<!-- npm run graph -->\n\n```text\n)([\s\S]*?)(```\n)/;

/** The graph that a page shows below its mark. Throws when it has no such block. */
export function graphIn(page: string): string {
  const [, , graph] = BLOCK.exec(page) ?? [];
  if (graph === undefined) throw new Error('a text block below “<!-- npm run graph -->” was expected');
  return graph;
}

/** The page with another graph in that block. */
export function withGraph(page: string, graph: string): string {
  graphIn(page);
  return page.replace(BLOCK, (_all, head: string, _old: string, tail: string) => `${head}${graph}${tail}`);
}
