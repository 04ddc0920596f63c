import { footageJson, footageQuery } from '@shortfactory/contract';
import { z } from 'zod';
import { inputOf, outputOf } from '../schemas.ts';
import type { Tool } from './tool.ts';
import { argumentsBy, expected } from './tool.ts';

const pageWanted = 'a whole number from 1 to 50';
const searchInput = footageQuery.extend({
  page: z
    .int({ error: expected(pageWanted) })
    .min(1, { error: `is not ${pageWanted}` })
    .max(50, { error: `is not ${pageWanted}` })
    .optional()
    .describe('`next` of the page before'),
});

const search: Tool = {
  name: 'search_footage',
  title: 'Search photos and clips',
  description: `Photos or clips of others whose licences allow their use, best first, each with its source, id, licence and line of credit. failures says which source did not answer, or that none is configured.`,
  input: inputOf(searchInput),
  output: outputOf(footageJson),
  effect: 'reads',
  async call(given, { api, signal }) {
    const asked = Object.entries(argumentsBy(searchInput, given)).filter(([, value]) => value !== undefined);
    const query = Object.fromEntries(asked.map(([name, value]) => [name, String(value)]));
    const found = (await api.call('searchFootage', { query }, signal)).body as z.output<typeof footageJson>;
    return { content: { ...found } };
  },
};

export const footageTools: readonly Tool[] = [search];
