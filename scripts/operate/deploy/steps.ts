import { InputInvalid } from '@shortfactory/core/errors';

/** "10,50,100" → percents. Throws InputInvalid unless they rise and end with 100. */
export function steps(text: string, option: string): number[] {
  const percents = text.split(',').map((part) => Number(part.trim()));
  const rising = percents.every(
    (percent, index) => Number.isInteger(percent) && percent > (percents[index - 1] ?? 0) && percent <= 100,
  );
  if (!rising || percents.at(-1) !== 100) {
    throw new InputInvalid(
      option,
      `is “${text}”; rising percents that end with 100, such as 10,50,100, were expected.`,
    );
  }
  return percents;
}
