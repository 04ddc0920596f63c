import { judge, type Verdict } from '../test/judged/judge.ts';

/** Prints what the illustrator draws for each sentence of the judged lists, and how many are right, neutral and wrong. */
for (const list of ['everyday', 'held-out', 'languages', 'unseen'] as const) {
  const counts: Record<Verdict, number> = { right: 0, neutral: 0, wrong: 0 };
  const judged = await judge(list);
  for (const { group, sentence, verdict, drawn } of judged) {
    counts[verdict] += 1;
    process.stdout.write(`${verdict.padEnd(8)}${group}: ${sentence} → ${drawn}\n`);
  }
  const shares = Object.entries(counts).map(([verdict, count]) => `${count} ${verdict}`);
  process.stdout.write(`${list}: ${judged.length} sentences, ${shares.join(', ')}\n\n`);
}
