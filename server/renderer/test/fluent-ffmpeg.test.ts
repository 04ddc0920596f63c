import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';

const SOURCES = new URL('../../', import.meta.url);

describe('the package fluent-ffmpeg', () => {
  it('is imported by one file, so that it can be replaced', () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /^(?!.*(?:node_modules|test)\/).*\.(ts|mjs)$/.test(path),
    );
    const importing = files.filter((path) =>
      /(from|import|import\(|require\() ?'fluent-ffmpeg'/.test(readFileSync(new URL(path, SOURCES), 'utf8')),
    );
    expect(importing).to.deep.equal(['renderer/ffmpeg/fluent-ffmpeg.ts']);
  });
});
