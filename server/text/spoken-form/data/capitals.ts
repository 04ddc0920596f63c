/** Formulas that people write in running text. */
export const CHEMICALS: readonly string[] = [
  'CO2',
  'CO₂',
  'H2O',
  'H₂O',
  'O2',
  'O₂',
  'N2',
  'N₂',
  'H2',
  'H₂',
  'O3',
  'O₃',
  'CH4',
  'CH₄',
  'NH3',
  'NH₃',
  'N2O',
  'N₂O',
  'NO2',
  'NO₂',
  'SO2',
  'SO₂',
  'H2O2',
  'H₂O₂',
  'H2SO4',
  'H₂SO₄',
  'C6H12O6',
  'C₆H₁₂O₆',
  'NaCl',
  'CaCO3',
  'CaCO₃',
  'HCl',
  'CO',
  'Fe2O3',
  'Fe₂O₃',
];

/** Names of first letters that have vowels and are spelled all the same. */
export const LETTERED: ReadonlySet<string> = new Set(
  `USA UK EU UN US UAE UFO CEO CFO CTO COO HR PR AI API UI UX IT ID IQ EQ ATM SUV URL HTML PDF USB DIY FAQ FYI OMG IPO ROI KPI SEO DNA RNA IBM AOL ABC BBC CBS NBC CNN ESPN HBO MIT UCLA   EPA CIA FBI NSA IRS PA PE NYC FDA CDC EKG ECG MRI ADHD OCD IVF LED LCD CPU GPU VPN SMS GPS GDP VIP TV PC DJ MC DC NYC LA BMW VW KFC IPA ATP IRA OECD EEA EV EVS AC DVD CD MP PE GOP NBA NFL NHL MLB UFC
  IPCC ESA ISS PTA HOA AKA TBA ETA DOA EST PST UTC GMT BMI RPM AWS IDE SDK CLI PHP SQL LLM LLMS NGO NGOS`.split(
    /\s+/u,
  ),
);

/** Those that espeak-ng takes for English words. */
export const MISREAD: ReadonlySet<string> = new Set(
  'IPO VIP EV EVS PE PA ADC EPA IPA IRA ETA AKA UI EQ UX IQ ISS ESA HOA FAQ ROI SEO IVF LED NYC NGO NGOS CLI'.split(
    ' ',
  ),
);

/** Names of first letters that are said as words though they are short. */
export const SPOKEN_CAPITALS: ReadonlySet<string> = new Set(
  `NASA NATO UNESCO UNICEF OPEC AIDS COVID LASER RADAR SONAR SCUBA FIFA UEFA IKEA LEGO ASAP YOLO FOMO SWAT PIN SIM RAM ROM GIF NAFTA ASEAN NASDAQ INTERPOL OTAN OVNI SIDA ONU RENFE ADAC`.split(
    /\s+/u,
  ),
);

/** Short English words that are written large for weight. */
export const STRESSED: ReadonlySet<string> = new Set(
  `NOT ALL YOU NOW NEW TOP WOW YES ONE TWO NO GO SO DO THE AND BUT OFF HOT BIG BAD FUN WIN FREE BEST EVER THIS`.split(
    ' ',
  ),
);
