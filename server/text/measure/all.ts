import { measureEncodings } from './encodings.ts';
import { measureLanguages } from './languages.ts';
import { measureRecordings } from './recordings.ts';
import { measureSpokenForm } from './spoken-form.ts';

/** What is measured of this package's tables, a line each: `npm run measure -w @shortfactory/text`. */
for (const line of [
  ...(await measureLanguages()),
  ...(await measureEncodings()),
  ...(await measureSpokenForm()),
  ...(await measureRecordings()),
]) {
  process.stdout.write(`${line}\n`);
}
