/** Short words that CLDR does not have, by language. An empty place means that there is none to say. */
export interface Phrases {
  /** Between the ends of a range: "5 to 10". */
  readonly to: string;
  /** Behind a number: "10x". */
  readonly times: string;
  /** Before a number: "#1". */
  readonly number: string;
  /** In addresses: "@" and ".". */
  readonly at: string;
  readonly dot: string;
}

/** language | to | times | number | at | dot */
const TABLE = `
en|to|times|number|at|dot
de|bis|mal|Nummer|ät|Punkt
nl|tot|keer|nummer|apenstaartje|punt
af|tot|keer|nommer|by|punt
sv|till|gånger|nummer|snabel-a|punkt
nb|til|ganger|nummer|krøllalfa|punktum
da|til|gange|nummer|snabel-a|punktum
is|til|sinnum|númer|hjá|punktur
fr|à|fois|numéro|arobase|point
es|a|veces|número|arroba|punto
pt|a|vezes|número|arroba|ponto
it|a|volte|numero|chiocciola|punto
ca|a|vegades|número|arrova|punt
ro|până la|ori|numărul|arond|punct
ru|до|раз|номер|собака|точка
uk|до|разів|номер|равлик|крапка
be|да|разоў|нумар|сабака|кропка
bg|до|пъти|номер|маймунско а|точка
mk|до|пати|број|ет|точка
sr|до|пута|број|ет|тачка
hr|do|puta|broj|et|točka
sl|do|krat|številka|afna|pika
cs|až|krát|číslo|zavináč|tečka
sk|až|krát|číslo|zavináč|bodka
pl|do|razy|numer|małpa|kropka
fi||kertaa|numero|ät|piste
et|kuni|korda|number|ät|punkt
hu||szer|szám|kukac|pont
lt|iki|kartų|numeris|eta|taškas
lv|līdz|reizes|numurs|et|punkts
el|έως|φορές|νούμερο|παπάκι|τελεία
tr|ila|kat|numara|et|nokta
az||dəfə|nömrə|et|nöqtə
kk||есе|нөмір|ат|нүкте
uz|dan|marta|raqam|et|nuqta
id|sampai|kali|nomor|at|titik
ms|hingga|kali|nombor|at|titik
vi|đến|lần|số|a còng|chấm
sw|hadi|mara|namba|at|nukta
sq|deri|herë|numër|at|pikë
eo|ĝis|foje|numero|ĉe|punkto
eu||aldiz|zenbakia|a bildua|puntu
ga|go|uair|uimhir|ag|ponc
cy|i|gwaith|rhif|at|dot
mt|sa|darbiet|numru|at|dot
ar|إلى|مرات|رقم|آت|نقطة
he|עד|פעמים|מספר|שטרודל|נקודה
fa|تا|برابر|شماره|ات|نقطه
ur|سے|گنا|نمبر|ایٹ|ڈاٹ
hi|से|गुना|नंबर|ऐट|डॉट
mr|ते|पट|क्रमांक|ऍट|डॉट
ne|देखि|गुणा|नम्बर|ऐट|डट
bn|থেকে|গুণ|নম্বর|অ্যাট|ডট
gu|થી|ગણું|નંબર|એટ|ડોટ
pa|ਤੋਂ|ਗੁਣਾ|ਨੰਬਰ|ਐਟ|ਡਾਟ
ta|முதல்|மடங்கு|எண்|அட்|டாட்
te|నుండి|రెట్లు|నంబర్|ఎట్|డాట్
kn|ರಿಂದ|ಪಟ್ಟು|ಸಂಖ್ಯೆ|ಅಟ್|ಡಾಟ್
ml|മുതൽ|മടങ്ങ്|നമ്പർ|അറ്റ്|ഡോട്ട്
si|සිට|ගුණයක්|අංක|ඇට්|ඩොට්
th|ถึง|เท่า|หมายเลข|แอท|จุด
my|မှ|ဆ|နံပါတ်|အက်|ဒေါ့
zh|到|倍|第|艾特|点
yue|到|倍|第|at|點
ja|から|倍|ナンバー|アット|ドット
ko|에서|배|넘버|골뱅이|점
ka||ჯერ|ნომერი|ეტ|წერტილი
hy||անգամ|համար|էթ|կետ
am|እስከ|ጊዜ|ቁጥር|ኤት|ነጥብ
ky||эсе|номер|ат|чекит
`;

const NONE: Phrases = { to: '', times: '', number: '', at: '', dot: '' };

export const PHRASES: ReadonlyMap<string, Phrases> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [language = '', to = '', times = '', number = '', at = '', dot = ''] = line.split('|');
      return [language, { ...NONE, to, times, number, at, dot }];
    }),
);
