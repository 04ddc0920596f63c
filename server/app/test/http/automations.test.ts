import { readFileSync } from 'node:fs';
import { videoEventJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

const FOLDER = new URL('../../../../docs/automations/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

interface Node {
  readonly name: string;
  readonly type: string;
  readonly parameters: {
    readonly method?: string;
    readonly url?: string;
    readonly jsonBody?: string;
    readonly httpMethod?: string;
  };
}
interface Workflow {
  readonly nodes: readonly Node[];
  readonly connections: Readonly<Record<string, { readonly main: readonly (readonly { node: string }[])[] }>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, { properties?: object }>> };
}

describe('the automations that come along', () => {
  const workflow = JSON.parse(read('n8n-video.json')) as Workflow;
  const action = read('release-video.yml');
  let app: ServedApp;
  let description: Description;
  before(async () => {
    app = await serveApp();
    description = (await (await app.fetch('/openapi.json')).json()) as Description;
  });
  after(() => app.stop());

  /** Operations of the description, with what is put into an address in the place of its parameters. */
  function isDescribed(method: string, path: string): boolean {
    return Object.entries(description.paths).some(
      ([known, methods]) =>
        method.toLowerCase() in methods &&
        new RegExp(`^${known.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
    );
  }

  const make = (body: unknown): Promise<Response> =>
    app.fetch('/api/videos', { json: body, token: visitorToken() });

  it('n8n asks at addresses that there are, or that an answer names', () => {
    const asks = workflow.nodes.filter(({ type }) => type.endsWith('.httpRequest'));
    expect(asks).to.have.length(4);
    for (const { name, parameters } of asks) {
      const path = (parameters.url ?? '').replace(/^=\{\{.*?\}\}/, '').replaceAll(/\{\{.*?\}\}/g, 'x');
      if (name !== 'The file') expect(isDescribed(parameters.method ?? '', path), name).to.equal(true);
    }
    const file = asks.find(({ name }) => name === 'The file')?.parameters.url;
    expect(file).to.match(/\}\}\{\{ \$json\.videos\[0\]\.url \}\}$/);
    expect(description.components.schemas['Kit']?.properties).to.include.keys('videos');
    expect(description.components.schemas['Job']?.properties).to.include.keys('id', 'status', 'error');
  });

  it('n8n’s request is accepted as it is, and it waits for what the webhook sends', async () => {
    const body = workflow.nodes.find(({ parameters }) => parameters.jsonBody)?.parameters.jsonBody ?? '';
    const given: Readonly<Record<string, string>> = {
      '$json.topic': 'Why "leaves" fall',
      '$execution.resumeUrl': 'https://n8n.example.org/webhook-waiting/1',
      '$json.secret': 'whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=',
    };
    const written = body
      .slice(1)
      .replaceAll(/\{\{ JSON\.stringify\((.*?)\) \}\}/g, (_, name: string) => JSON.stringify(given[name]));
    expect((await make(JSON.parse(written))).status).to.equal(202);
    const wait = workflow.nodes.find(({ type }) => type.endsWith('.wait'));
    expect(wait?.parameters.httpMethod).to.equal('POST');
    expect(videoEventJson.shape.data.shape).to.include.keys('id', 'status');
  });

  it('n8n leads from each node to one that there is', () => {
    const names = workflow.nodes.map(({ name }) => name);
    expect(new Set(names).size).to.equal(names.length);
    for (const [from, { main }] of Object.entries(workflow.connections)) {
      expect(names).to.include(from);
      for (const { node } of main.flat()) expect(names).to.include(node);
    }
  });

  it('the GitHub workflow asks at addresses that there are, and its request is accepted', async () => {
    const asked = [...action.matchAll(/(--request (\w+) )?"\$API(\/[^"]+)"/g)];
    expect(asked).to.have.length(4);
    for (const [, , method = 'GET', path = ''] of asked)
      expect(isDescribed(method, path.replace('$ID', 'x')), path).to.equal(true);
    const written = /'(\{ topic: .*\})' >request\.json/.exec(action)?.[1] ?? '';
    const notes = 'The release reads maps twice as fast. Old maps open as before, and nothing is lost.';
    const body = written
      .replaceAll(/([{,] )([a-z]+):/g, '$1"$2":')
      .replace('$topic', '"What is new in maps v2"')
      .replace('$notes', JSON.stringify(notes));
    expect((await make(JSON.parse(body))).status).to.equal(202);
  });
});
