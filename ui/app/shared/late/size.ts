const oneDigit = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** "6.1 GB", "49 MB", "2 kB". */
export function size(bytes: number): string {
  const [amount, unit] =
    bytes >= 1e9 ? [bytes / 1e9, 'GB'] : bytes >= 1e6 ? [bytes / 1e6, 'MB'] : [bytes / 1e3, 'kB'];
  return `${amount >= 10 || amount === 0 ? whole.format(amount) : oneDigit.format(amount)} ${unit}`;
}
