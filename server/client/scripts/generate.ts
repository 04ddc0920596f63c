import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { apiDocument } from '@shortfactory/app/api-document';
import openapiTS, { astToString } from 'openapi-typescript';
import type { OpenAPI3 } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

/** Writes api.ts, the types of the API, from its description; with --check it fails where that would change it. */
const FILE = fileURLToPath(new URL('../api.ts', import.meta.url));
const HEAD =
  '// Made from the API’s description by `npm run generate -w @shortfactory/client`; never edited.\n\n';

const document = apiDocument('0.1.0') as unknown as OpenAPI3;
const types = HEAD + astToString(await openapiTS(document, { alphabetize: true, defaultNonNullable: false }));
const written = await format(types, { ...(await resolveConfig(FILE)), parser: 'typescript' });
if (!process.argv.includes('--check')) {
  await writeFile(FILE, written);
} else if ((await readFile(FILE, 'utf8')) !== written) {
  process.stderr.write(
    'server/client/api.ts is not what the API’s description says; npm run generate -w @shortfactory/client writes it.\n',
  );
  process.exitCode = 1;
}
