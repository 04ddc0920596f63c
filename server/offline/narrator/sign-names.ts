type Names = Readonly<Record<string, string>>;

/**
 * How to say signs that espeak-ng 0.3.5 passes over in a language (found by asking it for each), and currencies in
 * the plural, as a price needs them. Other signs it says itself.
 */
export const SIGN_NAMES: Readonly<Record<string, Names>> = {
  en: { $: 'dollars', '€': 'euros', '£': 'pounds', '₹': 'rupees', '≈': 'about', '→': 'to' },
  es: { $: 'dólares', '€': 'euros', '£': 'libras', '¥': 'yenes', '₹': 'rupias' },
  de: { $: 'Dollar', '€': 'Euro', '£': 'Pfund', '¥': 'Yen', '₹': 'Rupien', '©': 'Copyright' },
  fr: { $: 'dollars', '€': 'euros', '£': 'livres', '¥': 'yens', '₹': 'roupies', '=': 'égale', '#': 'numéro' },
  hi: { $: 'डॉलर', '€': 'यूरो', '£': 'पाउंड', '¥': 'येन', '₹': 'रुपये', '°': 'डिग्री' },
  ar: {
    $: 'دولار',
    '€': 'يورو',
    '£': 'جنيه',
    '¥': 'ين',
    '₹': 'روبية',
    '°': 'درجة',
    '%': 'بالمئة',
    '٪': 'بالمئة',
    '=': 'يساوي',
  },
  zh: { $: '美元', '€': '欧元', '£': '英镑', '¥': '元', '₹': '卢比', '°': '度', '©': '版权' },
  ko: { $: '달러', '€': '유로', '£': '파운드', '¥': '엔', '°': '도' },
  pt: { $: 'dólares', '€': 'euros', '£': 'libras', '¥': 'ienes', '#': 'número' },
  it: { $: 'dollari', '€': 'euro', '£': 'sterline', '¥': 'yen' },
  ru: { $: 'долларов', '€': 'евро', '£': 'фунтов', '¥': 'иен', '°': 'градусов' },
  pl: { '€': 'euro', $: 'dolarów', '£': 'funtów' },
  tr: { '@': 'et', '#': 'diyez' },
};

/** `<` and `>` between numbers; anywhere else they are markup and silent. */
export const COMPARISON_NAMES: Readonly<Record<string, Names>> = {
  en: { '<': 'is less than', '>': 'is greater than' },
  es: { '<': 'es menor que', '>': 'es mayor que' },
  de: { '<': 'ist kleiner als', '>': 'ist größer als' },
  fr: { '<': 'est inférieur à', '>': 'est supérieur à' },
  hi: { '<': 'से कम', '>': 'से अधिक' },
  ar: { '<': 'أصغر من', '>': 'أكبر من' },
  zh: { '<': '小于', '>': '大于' },
  pt: { '<': 'é menor que', '>': 'é maior que' },
  it: { '<': 'è minore di', '>': 'è maggiore di' },
  ru: { '<': 'меньше чем', '>': 'больше чем' },
};
