import { writeFileSync } from 'node:fs';
import { KINDS_FILE } from '../illustrator/analysis/kinds.ts';
import { kindLines } from './kinds/lines.ts';

/** Writes which English nouns are a kind of which motif or place, from WordNet, to illustrator/analysis/kinds.txt. */
const lines = kindLines();
writeFileSync(KINDS_FILE, `${lines.join('\n')}\n`);
process.stdout.write(`${KINDS_FILE.pathname}: ${lines.length} lines\n`);
