import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { InputInvalid } from '@shortfactory/core';
import { dispatch } from '../installed/dispatch.ts';
import { ownFolders, userFolder } from '../installed/folders.ts';

const MAIN = fileURLToPath(new URL('../shortfactory.ts', import.meta.url));

describe('the installed program', () => {
  it('takes a command by its name, and what is none as a topic', async () => {
    const made = async (...args: string[]): Promise<string> => {
      const asked = await dispatch(args);
      return 'command' in asked ? [asked.command.name, ...asked.args].join('|') : asked.text;
    };
    expect(await made('Why the sky is blue')).to.equal('make|Why the sky is blue');
    expect(await made('--script', 'a.md')).to.equal('make|--script|a.md');
    expect(await made('make', 'voices')).to.equal('make|voices');
    expect(await made('voices', 'add', 'heart')).to.equal('voices|add|heart');
    expect(await made('help', 'serve')).to.equal('serve|--help');
    expect(await made('bees')).to.equal('make|bees');
    expect(await made('version', 'control')).to.equal('make|version|control');
    for (const version of ['--version', 'version']) expect(await made(version)).to.match(/^\d+\.\d+\.\d+$/);
    for (const help of [[], ['help'], ['--help'], ['-h']])
      expect(await made(...help)).to.match(/^ {2}voices +natural voices/m);
  });

  it('asks before a mistyped command becomes a video', async () => {
    for (const [typed, meant] of [
      ['voice', 'voices'],
      ['sevre', 'serve'],
      ['vocies', 'voices'],
      ['completion', 'completions'],
      ['hlep', 'help'],
      ['esrev', undefined],
      ['server', 'serve'],
      ['mak', 'make'],
      ['mpc', 'mcp'],
      ['bake', 'make'],
    ] as const) {
      const error = await dispatch([typed]).catch((reason: unknown) => reason);
      if (meant === undefined) expect(error).to.have.property('command');
      else
        expect(error).to.be.instanceOf(InputInvalid).with.property('message').that.includes(`${meant} was`);
    }
  });

  it('completes commands and their options in three shells', async () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const asked = await dispatch(['completions', shell]);
      expect('text' in asked && asked.text)
        .to.be.a('string')
        .that.includes('make serve voices')
        .and.includes('--call-to-action');
    }
    const error = await dispatch(['completions', 'tcsh']).catch((reason: unknown) => reason);
    expect(error).to.have.property('message').that.includes('bash, zsh, fish was expected, not “tcsh”');
  });

  it('keeps what it makes where each system keeps a person’s files', () => {
    expect(userFolder({}, 'linux', '/home/ana')).to.equal('/home/ana/.local/share/shortfactory');
    expect(userFolder({ XDG_DATA_HOME: '/big' }, 'linux', '/home/ana')).to.equal('/big/shortfactory');
    expect(userFolder({}, 'darwin', '/Users/ana')).to.equal(
      '/Users/ana/Library/Application Support/shortfactory',
    );
  });

  it('takes folders from where a person stands, for the programs that it starts elsewhere, too', () => {
    const env = { XDG_DATA_HOME: resolve('big'), DATA_DIR: 'my data', VOICES_DIR: '' };
    expect(ownFolders(env, resolve('here'))).to.deep.equal({
      DATA_DIR: resolve('here', 'my data'),
      VOICES_DIR: join(userFolder(env), 'voices'),
    });
  });

  it('ends well when nobody reads what it says any more', async () => {
    const child = spawn(process.execPath, ['--import=tsx', MAIN, 'voices', 'list']);
    child.stdout.destroy();
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(said).to.equal('');
    expect(code).to.equal(0);
  });
});
