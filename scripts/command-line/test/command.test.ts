import { expect } from 'chai';
import {
  address,
  command,
  converted,
  number,
  required,
  runCommand,
  text,
  texts,
  toggle,
  word,
} from '../index.ts';

const FLAGS = {
  name: required(text('NAME', 'who is greeted'), 'a name'),
  greeting: word('WORD', 'how', ['hello', 'welcome'], 'hello'),
  times: number('N', 'how often', { least: 1, most: 3, whole: true }, 1),
  share: number('PERCENT', 'how loud', { least: 0, most: 100, otherwise: 'as loud as it was' }),
  tag: texts('TAG', 'a tag'),
  url: address('URL', 'whose page', 'http://127.0.0.1:8000'),
  list: converted('LIST', 'numbers', (given) => given.split(',').map(Number), '1,2'),
  loud: toggle('in capitals'),
};
const greet = command({
  summary: 'Greets.',
  usage: ['npm run greet -- --name NAME'],
  flags: FLAGS,
  notes: 'Exit codes: 0 done, 2 bad input.',
  run: async (values, { say }) => {
    say(JSON.stringify(values));
    return values.times === 3 ? 7 : undefined;
  },
});

async function run(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const [out, error]: [string[], string[]] = [[], []];
  const code = await runCommand(
    greet,
    args,
    {},
    { say: (line) => out.push(line), warn: (line) => error.push(line) },
  );
  return { code, out: out.join('\n'), error: error.join('\n') };
}

describe('a command', () => {
  it('gets the value of each option, or its default', async () => {
    const { code, out } = await run('--name', 'Ada');
    expect(code).to.equal(0);
    expect(JSON.parse(out)).to.deep.equal({
      ...{ name: 'Ada', greeting: 'hello', times: 1, tag: [], list: [1, 2], loud: false },
    });
    const given = [
      '--greeting',
      'welcome',
      '--times=2',
      '--share',
      '0.5',
      '--tag',
      'a',
      '--tag',
      'b',
      '--loud',
    ];
    const more = await run('--name', 'Ada', ...given, '--list', '3', '--url', 'https://example.com/');
    expect(JSON.parse(more.out)).to.deep.equal({
      ...{ name: 'Ada', greeting: 'welcome', times: 2, share: 0.5, tag: ['a', 'b'], list: [3], loud: true },
      url: 'https://example.com/',
    });
  });

  it('takes an option with an empty text for one that was left out', async () => {
    expect((await run('--name', 'Ada', '--greeting', '', '--times', '')).code).to.equal(0);
    expect((await run('--name', '')).error).to.equal('--name: is missing; a name was expected.');
  });

  for (const [args, sentence] of [
    [
      ['--name', 'Ada', '--times', '4'],
      '--times: “4” does not fit; a whole number from 1 to 3 was expected.',
    ],
    [
      ['--name', 'Ada', '--times', '1.5'],
      '--times: “1.5” does not fit; a whole number from 1 to 3 was expected.',
    ],
    [
      ['--name', 'Ada', '--share', 'NaN'],
      '--share: “NaN” does not fit; a number from 0 to 100 was expected.',
    ],
    [['--name', 'Ada', '--greeting', 'hi'], '--greeting: is “hi”; one of hello, welcome was expected.'],
    [
      ['--name', 'Ada', '--url', 'ftp://example.com'],
      '--url: “ftp://example.com” is not an address; one such as http://127.0.0.1:8000 was expected.',
    ],
    [['--nam', 'Ada'], "Unknown option '--nam'; --help lists the options."],
    [['Ada'], "Unexpected argument 'Ada'; --help lists the options."],
  ] as const) {
    it(`is not run with ${args.join(' ')}`, async () => {
      const { code, out, error } = await run(...args);
      expect([code, out]).to.deep.equal([2, '']);
      expect(error).to.equal(sentence);
    });
  }

  it('may give an exit code of its own', async () => {
    expect((await run('--name', 'Ada', '--times', '3')).code).to.equal(7);
  });

  it('prints as help what its table of options says, and checks nothing then', async () => {
    const { code, out } = await run('--help', '--times', '9');
    expect(code).to.equal(0);
    expect(out).to.equal(
      [
        'Greets.',
        '',
        '  npm run greet -- --name NAME',
        '',
        'Options',
        '  --name NAME      who is greeted (required)',
        '  --greeting WORD  how: hello, welcome (default: hello)',
        '  --times N        how often, 1 to 3 (default: 1)',
        '  --share PERCENT  how loud, 0 to 100 (default: as loud as it was)',
        '  --tag TAG        a tag; may be repeated',
        '  --url URL        whose page',
        '  --list LIST      numbers (default: 1,2)',
        '  --loud           in capitals',
        '  --help           prints this',
        '',
        'Exit codes: 0 done, 2 bad input.',
      ].join('\n'),
    );
  });

  it('ends with 1 and the message when it fails, and with 130 when it was interrupted', async () => {
    const errors: string[] = [];
    const io = { say: () => undefined, warn: (line: string) => void errors.push(line) };
    const texts = { summary: 'Fails.', usage: [], notes: '' };
    const failing = command({ ...texts, flags: {}, run: () => Promise.reject(new Error('It broke.')) });
    expect(await runCommand(failing, [], {}, io)).to.equal(1);
    const waiting = command({
      ...texts,
      flags: {},
      run: (_, { signal }) => {
        process.emit('SIGTERM');
        return signal.aborted ? Promise.reject(new Error('interrupted')) : Promise.resolve();
      },
    });
    expect(await runCommand(waiting, [], {}, io)).to.equal(130);
    expect(errors).to.deep.equal(['It broke.', 'interrupted']);
  });
});
