import { createCanvas } from '@napi-rs/canvas';
import type { StartOptions } from './command.ts';
import { plainPicture } from './rendered.ts';

/** A command line that must be refused. */
export interface Case {
  readonly name: string;
  readonly args: readonly string[];
  /** What the sentence must say: where, what is wrong, what was expected. */
  readonly says: RegExp;
  readonly code?: number;
  readonly options?: StartOptions;
  /** By a process of its own: it must end by itself, with the code. One of each kind. */
  readonly started?: true;
}

const scene = (more: object): object => ({
  title: 'A title',
  language: 'en',
  scenes: [{ narration: 'Two words.', visual: 'a cat', ...more }],
});

export const CASES: readonly Case[] = [
  {
    name: 'nothing',
    started: true,
    args: [],
    says: /^Nothing to make a short of: a topic in quotes or --script FILE was expected\.$/,
  },
  { name: 'an empty topic', args: [''], says: /^topic: it is empty; say what the short is about$/ },
  { name: 'a topic of spaces', args: [' \n\t '], says: /^topic: it is empty/ },
  { name: 'a topic without letters', args: ['?!'], says: /^topic: it has no letters or digits/ },
  {
    name: 'the address of a page',
    args: ['https://example.net/bread'],
    says: /^The topic “https:\/\/example\.net\/bread” is the address of a page, which is not read; say what/,
  },
  {
    name: 'a look that there is none of',
    args: ['Owls', '--look', 'neon'],
    says: /^--look: there is no look “neon”; one of newsstand, midnight, .* or a file of JSON was expected\.$/,
  },
  {
    name: 'a look of a file that is not there',
    args: ['Owls', '--look', 'none.json'],
    says: /^--look: none\.json cannot be read: there is no such file\.$/,
  },
  {
    name: 'a look that is no look',
    args: ['Owls', '--look', 'list.json'],
    says: /^--look list\.json: the JSON is not an object with version\.$/,
  },
  {
    name: 'a look of broken JSON',
    args: ['Owls', '--look', 'broken.json'],
    says: /^--look broken\.json: it is not valid JSON \(.*\)\.$/,
  },
  {
    name: 'a look that is too large',
    args: ['Owls', '--look', 'huge.txt'],
    says: /^--look: huge\.txt has 10000000 bytes; at most 100000 were expected\.$/,
  },
  {
    name: 'a source that is empty',
    args: ['Owls', '--from', 'empty.txt'],
    says: /^--from empty\.txt: is empty; a text that the script is to rest on was expected$/,
  },
  {
    name: 'a source of another language than the topic',
    args: ['Why the barn owl hears a mouse under the snow', '--from', 'eule.md'],
    says: /^--from eule\.md: is in German, and the short in English; a source in that language was expected, or/,
  },
  {
    name: 'a source that is a PDF',
    args: ['Owls', '--from', 'paper.txt'],
    says: /^--from paper\.txt: is a PDF; save it as/,
  },
  {
    name: 'a source of bytes',
    args: ['Owls', '--from', 'nul.txt'],
    says: /^--from nul\.txt: holds bytes that are no text; plain text, Markdown or HTML was expected$/,
  },
  {
    name: 'a source of 10 MB',
    args: ['Owls', '--from', 'huge.txt'],
    says: /^--from huge\.txt: has 10000000 bytes; at most 1000000 were expected of a text$/,
  },
  {
    name: 'a source that is not there',
    args: ['Owls', '--from', 'nowhere.html'],
    says: /^--from: nowhere\.html cannot be read: there is no such file\.$/,
  },
  {
    name: 'a source of a script',
    args: ['--script', 'two.txt', '--from', 'eule.md'],
    says: /^--from: it is for a topic/,
  },
  {
    name: 'a kind of a script',
    args: ['--script', 'two.txt', '--kind', 'quiz'],
    says: /^--kind: it is for a topic; a script says itself what it is/,
  },
  {
    name: 'a kind that there is not',
    args: ['Owls', '--kind', 'poem'],
    says: /^--kind: “poem” is not a kind; one of explain, list, story, how-to, news, ad, quiz was expected\.$/,
  },
  {
    name: 'a call to action that cannot be said',
    args: ['Owls', '--call-to-action', '…'],
    says: /^--call-to-action: it holds nothing that can be spoken\.$/,
  },
  {
    name: 'a topic that no voice speaks',
    args: ['របៀបធ្វើនំ'],
    says: /none of the voices speaks Khmer$/,
  },
  {
    name: 'a topic in letters without a font',
    args: ['བོད་སྐད', '--language', 'en'],
    says: /^topic: none of the caption fonts has Tibetan letters$/,
  },
  {
    name: 'a topic of 10,000 words',
    args: ['word '.repeat(10_000)],
    says: /^topic: it has 49,999 characters, and the most is 300; pass a longer text as a script$/,
  },
  {
    name: 'an empty script',
    args: ['--script', 'empty.txt'],
    says: /^empty\.txt: it holds nothing that can be spoken$/,
  },
  {
    name: 'a script of blank lines',
    args: ['--script', 'blank.md'],
    says: /^blank\.md: it holds nothing/,
  },
  {
    name: 'an empty standard input',
    started: true,
    args: ['--script', '-'],
    says: /^standard input: it holds nothing/,
  },
  {
    name: 'a script of 10,000 words',
    args: ['--script', 'long.txt'],
    says: /^long\.txt: it has 10,000 words; the most is 700$/,
  },
  {
    name: 'a text with a NUL',
    args: ['--script', 'nul.txt'],
    says: /^nul\.txt: line 2 has a NUL character$/,
  },
  {
    name: 'a text of an older encoding',
    args: ['--script', 'dos.txt'],
    says: /^dos\.txt: is in an older encoding, and which one is not certain; save it as UTF-8 and try again$/,
  },
  {
    name: 'a pitch that no voice has',
    args: ['--pitch', '12', 'Bees'],
    says: /^--pitch: “12” does not fit; a number from -4 to 4 was expected\.$/,
  },
  {
    name: 'an emoji reading that there is not',
    args: ['--emoji', 'aloud', 'Bees'],
    says: /^--emoji: “aloud” is not one of silent, spoken\.$/,
  },
  {
    name: 'a PDF in place of a script',
    args: ['--script', 'paper.txt'],
    says: /^paper\.txt: is a PDF; save it as \.docx, \.txt or \.md and try again$/,
  },
  {
    name: 'text in place of JSON',
    args: ['--script', 'broken.json'],
    says: /^broken\.json: it is not valid JSON \(/,
  },
  {
    name: 'JSON of another shape',
    args: ['--script', 'list.json'],
    says: /^list\.json: the JSON is not an object/,
  },
  {
    name: 'a script with an unknown field',
    args: ['--script', 'unknown.json'],
    says: /^unknown\.json: \/scenes\/0\/colour is not a known field \(expected narration, visual, searchWords, upload, footage, clip, recording, cuts\)$/,
  },
  {
    name: 'a script with missing fields',
    args: ['--script', 'missing.json'],
    says: /^missing\.json: \/language is missing \(.*\); \/scenes\/0\/visual is missing \(.*\)$/,
  },
  {
    name: 'a script that reaches for a prototype',
    args: ['--script', 'proto.json'],
    says: /^proto\.json: .*\/__proto__ is not a known field/,
  },
  {
    name: 'a script that is not there',
    args: ['--script', 'none.json'],
    says: /^--script: none\.json cannot be read: there is no such file\.$/,
  },
  {
    name: 'a script that is a folder',
    args: ['--script', 'folder'],
    says: /^--script: folder is not a file\.$/,
  },
  {
    name: 'a picture that is text',
    started: true,
    args: ['--script', 'text-picture.json'],
    says: /^text-picture\.json: \/scenes\/0\/upload: not an image that can be read; a PNG, JPEG, WebP, GIF, AVIF, HEIC, BMP or TIFF file was expected\.$/,
  },
  {
    name: 'a picture that is cut short',
    args: ['--script', 'cut-picture.json'],
    says: /^cut-picture\.json: \/scenes\/0\/upload: begins like JPEG but cannot be decoded; the file is damaged or cut short\.$/,
  },
  {
    name: 'a picture that is not there',
    args: ['--script', 'no-picture.json'],
    says: /^no-picture\.json: \/scenes\/0\/upload: none\.png cannot be read: there is no such file\.$/,
  },
  {
    name: 'a picture of a cut that is not there',
    args: ['--script', 'no-cut-picture.json'],
    says: /^no-cut-picture\.json: \/scenes\/0\/cuts\/0\/upload: none\.png cannot be read: there is no such file\.$/,
  },
  {
    name: 'how a clip is shown, where there is none',
    args: ['--script', 'no-clip.json'],
    says: /^no-clip\.json: \/scenes\/0\/clip: says how an upload or footage is shown, and neither stands beside it$/,
  },
  {
    name: 'a cut at a word that is not said',
    args: ['--script', 'cut-unsaid.json'],
    says: /^cut-unsaid\.json: \/scenes\/0\/cuts\/0\/at: is not a word or phrase that the narration of its scene says$/,
  },
  {
    name: 'a picture of 16,000 × 16,000',
    args: ['--script', 'huge-picture.json'],
    says: /^huge-picture\.json: \/scenes\/0\/upload: an image of 16000 × 16000 pixels; at most 40 million were expected\.$/,
  },
  {
    name: 'a list of files named .png',
    args: ['--script', 'list-picture.json'],
    says: /^list-picture\.json: \/scenes\/0\/upload: not an image that can be read/,
  },
  {
    name: 'music that is not there',
    args: ['honey', '--music', 'none.mp3'],
    says: /^--music: none\.mp3 cannot be read: there is no such file\.$/,
  },
  {
    name: 'music that is noise',
    args: ['honey', '--music', 'noise.mp3'],
    says: /^--music noise\.mp3: not music that can be read; a WAV, MP3, FLAC, Ogg, M4A or WebM file was expected\.$/,
  },
  {
    name: 'music that only begins like music',
    args: ['honey', '--music', 'begins.mp3'],
    says: /^--music begins\.mp3: begins like MP3 but cannot be decoded; the file is damaged or cut short\.$/,
  },
  {
    name: 'a playlist named .mp4 as music',
    args: ['honey', '--music', 'playlist.mp4'],
    says: /^--music playlist\.mp4: not music that can be read/,
  },
  {
    name: 'an output that is not an MP4',
    args: ['honey', '--out', 'short.avi'],
    says: /^--out: short\.avi does not end in \.mp4/,
  },
  {
    name: 'an output below a file',
    args: ['honey', '--out', 'empty.txt/short.mp4'],
    says: /^--out: empty\.txt\/short\.mp4 cannot be written there \(\w+\)/,
  },
  {
    name: 'an output that is a folder',
    args: ['honey', '--out', 'folder.mp4'],
    says: /^--out: folder\.mp4 is there already and is not a file\.$/,
  },
  {
    name: 'an unknown aspect',
    args: ['honey', '--aspect', '9:16,4:3'],
    says: /^--aspect: “4:3” is not an aspect; 9:16, 1:1, 16:9 were expected\.$/,
  },
  {
    name: 'too short a length',
    args: ['honey', '--seconds', '3'],
    says: /^--seconds: “3” does not fit; a whole number from 10 to 180 was expected\.$/,
  },
  {
    name: 'a length that is not a number',
    args: ['honey', '--seconds', 'long'],
    says: /^--seconds: “long” does not fit/,
  },
  {
    name: 'an unknown voice',
    args: ['honey', '--voice', 'bob'],
    says: /^voice: there is no voice "bob"; for English use nora or gus$/,
  },
  {
    name: 'a voice of another language',
    args: ['honey', '--voice', 'greta'],
    says: /^voice: .*greta.*English/i,
  },
  {
    name: 'a language that does not exist',
    args: ['honey', '--language', 'not a tag'],
    says: /^--language: “not a tag” is not a language tag/,
  },
  {
    name: 'an unknown style',
    args: ['honey', '--style', 'oil'],
    says: /^--style: “oil” is not a style; one of flat, paper, ink, chalk was expected\.$/,
  },
  {
    name: 'an unknown option',
    args: ['honey', '--bogus'],
    says: /^Unknown option '--bogus'; --help lists the options\.$/,
  },
  {
    name: 'a topic and a script',
    args: ['honey', '--script', 'unknown.json'],
    says: /^A topic and --script were both given/,
  },
  {
    name: 'an environment that does not fit',
    args: ['honey'],
    options: { env: { RENDER_CONCURRENCY: 'many', RENDER_SKIP: 'maybe' } },
    says: /^Invalid environment:\n {2}RENDER_CONCURRENCY: a whole number from 1 to 64 was expected\n {2}RENDER_SKIP: one of on, off was expected$/,
  },
  {
    name: 'a program that is not ffmpeg',
    started: true,
    args: ['honey'],
    options: { env: { FFMPEG_PATH: '/bin/ls' } },
    code: 1,
    says: /^The ffmpeg at \/bin\/ls cannot be run; set FFMPEG_PATH to one that can\.$/,
  },
];

/** Files that the command lines name, by name; what is neither text nor bytes is written as JSON. */
export function badFiles(): Record<string, unknown> {
  const jpeg = plainPicture('jpeg', 600, 900, 210);
  return {
    'empty.txt': '',
    'eule.md':
      'Die Eule hört die Maus unter dem Schnee.\n\nSie fliegt, ohne dass man sie hört, und wartet lange.',
    'huge.txt': 'owl '.repeat(2_500_000),
    'blank.md': ' \n\n\t\n',
    'long.txt': 'word '.repeat(10_000),
    'nul.txt': 'A line.\nA nul\u0000here.',
    'dos.txt': Buffer.from([0x8f, 0xe0, 0xa8, 0xa2, 0xa5, 0xe2, 0x21]),
    'paper.txt': '%PDF-1.7\n',
    'broken.json': '{"title": ',
    'list.json': '[1, 2]',
    'unknown.json': scene({ colour: 'red' }),
    'missing.json': { title: 'A title', scenes: [{ narration: 'Two words.' }] },
    'proto.json': '{"__proto__": {"a": 1}, "title": "x", "language": "en", "scenes": []}',
    'text.png': 'hello',
    'text-picture.json': scene({ upload: 'text.png' }),
    'cut.jpg': jpeg.subarray(0, jpeg.length / 2),
    'cut-picture.json': scene({ upload: 'cut.jpg' }),
    'no-picture.json': scene({ upload: 'none.png' }),
    'no-cut-picture.json': scene({ cuts: [{ at: 'words', upload: 'none.png' }] }),
    'no-clip.json': scene({ clip: { speed: 2 } }),
    'cut-unsaid.json': scene({ cuts: [{ at: 'three', visual: 'a dog' }] }),
    'huge.png': hugePng(),
    'huge-picture.json': scene({ upload: 'huge.png' }),
    'list.png': 'ffconcat version 1.0\nfile text.png\n',
    'list-picture.json': scene({ upload: 'list.png' }),
    'noise.mp3': Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 37) % 251)),
    'begins.mp3': 'ID3\u0004\u0000\u0000\u0000\u0000\u0000\u0000and no more',
    'playlist.mp4': '#EXTM3U\n#EXTINF:1,\n/etc/hostname\n',
  };
}

/** A PNG whose header says 16,000 × 16,000 over the pixels of a small one: the big one need not be made to be refused. */
function hugePng(): Buffer {
  const png = createCanvas(16, 16).toBuffer('image/png');
  png.writeUInt32BE(16_000, 16);
  png.writeUInt32BE(16_000, 20);
  return png;
}
