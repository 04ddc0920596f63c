import { createHash } from 'node:crypto';
import { jobJson, problemJson, scriptSchema } from '@shortfactory/contract';
import { PROBLEMS } from '@shortfactory/http-server';
import { expect } from 'chai';
import { JOB_EXAMPLE, PROBLEM_EXAMPLE, SCRIPT_EXAMPLE } from '../../http/docs/examples.ts';
import { openApiDocument, problemsOf } from '../../http/docs/openapi.ts';
import type { OpenApiDocument, Operation } from '../../http/docs/openapi.ts';
import type { RouteShape } from '../../http/routing/route.ts';
import { isDescribed, routesFor } from '../../http/routes/index.ts';
import type { AppDeps } from '../../http/app.ts';
import { serveApp } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

/** The table of routes, as the product promises it. */
const PROMISED = [
  'GET /',
  'GET /live',
  'GET /ready',
  'GET /health',
  'GET /openapi.json',
  'GET /docs',
  'GET /api/options',
  'POST /api/stories',
  'POST /api/scripts',
  'GET /api/voices',
  'GET /api/voices/{voice}/sample',
  'POST /api/speech',
  'POST /api/recordings',
  'GET /api/footage',
  'GET /api/footage/previews/{name}',
  'GET /api/footage/films/{name}',
  'GET /api/footage/{source}/{id}',
  'POST /api/scripts/check',
  'POST /api/topics/check',
  'POST /api/videos',
  'GET /api/videos',
  'GET /api/videos/{id}',
  'DELETE /api/videos/{id}',
  'POST /api/claims',
  'POST /api/videos/{id}/retry',
  'POST /api/videos/{id}/cancel',
  'GET /api/videos/{id}/events',
  'GET /api/videos/{id}/file',
  'GET /api/videos/{id}/captions.srt',
  'GET /api/videos/{id}/captions.vtt',
  'GET /api/videos/{id}/poster',
  'GET /api/videos/{id}/kit',
  'GET /api/videos/{id}/kit.txt',
  'GET /api/videos/{id}/project.zip',
  'GET /api/videos/{id}/scenes/{n}/illustration',
  'POST /api/batches/check',
  'POST /api/batches',
  'GET /api/batches',
  'GET /api/batches/{id}',
  'GET /api/batches/{id}/manifest',
  'GET /api/batches/{id}/manifest.csv',
  'POST /api/batches/{id}/pause',
  'POST /api/batches/{id}/resume',
  'POST /api/batches/{id}/retry',
  'POST /api/batches/{id}/cancel',
  'GET /api/batches/{id}/archive',
  'GET /api/batches/{id}/videos.zip',
  'GET /api/publishers',
  'POST /api/publishers/youtube/connect',
  'POST /api/publishers/youtube/connection',
  'DELETE /api/publishers/youtube',
  'POST /api/videos/{id}/publications',
  'GET /api/videos/{id}/publications',
  'GET /api/publications/{id}',
  'DELETE /api/publications/{id}',
  'POST /api/publications/{id}/retry',
  'GET /api/videos/{id}/links',
  'POST /api/videos/{id}/links',
  'DELETE /api/videos/{id}/links/{link}',
  'GET /api/shared/{token}',
  'GET /api/shared/{token}/file',
  'GET /api/shared/{token}/poster',
  'GET /api/shared/{token}/captions.vtt',
  'GET /api/usage',
  'GET /api/account/export',
  'GET /api/account/export.zip',
  'GET /api/account/deletion',
  'POST /api/account/deletion',
  'DELETE /api/account/deletion',
  'GET /api/webhooks',
  'POST /api/webhooks',
  'POST /api/webhooks/{id}/secret',
  'DELETE /api/webhooks/{id}',
  'GET /api/videos/{id}/deliveries',
  'POST /api/videos/{id}/deliveries/{delivery}/redeliver',
  'GET /api/batches/{id}/deliveries',
  'POST /api/batches/{id}/deliveries/{delivery}/redeliver',
  'POST /api/uploads',
  'PUT /api/uploads/{id}',
  'GET /api/uploads/{id}',
  'POST /api/illustrations',
  'POST /internal/jobs/{id}/run',
];

describe('the description of the API', () => {
  let app: ServedApp;
  let document: OpenApiDocument;
  let shapes: readonly RouteShape[];
  const operations = (): [string, Operation][] =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path}`,
        operation,
      ]),
    );
  before(async () => {
    app = await serveApp();
    document = (await (await app.fetch('/openapi.json')).json()) as OpenApiDocument;
    shapes = routesFor({
      config: { ROLE: 'all', CORS_ORIGINS: [] },
      closing: app.closing.signal,
    } as unknown as AppDeps)
      .map(({ shape }) => shape)
      .filter(isDescribed);
  });
  after(() => app.stop());

  it('lists every route and no other', () => {
    expect(operations().map(([name]) => name)).to.have.members(PROMISED);
  });

  it('is a valid OpenAPI 3.1 document', () => {
    expect(document.openapi).to.equal('3.1.0');
    expect(document.info).to.include.keys('title', 'version', 'license');
    const ids = operations().map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).to.equal(ids.length);
    for (const [name, { parameters = [], responses, tags, security }] of operations()) {
      const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
      const declared = parameters.filter((each) => each.in === 'path');
      expect(
        declared.map((each) => each.name),
        name,
      ).to.have.members(inPath);
      expect(
        declared.every((each) => each.required),
        name,
      ).to.equal(true);
      expect(
        Object.keys(responses).every((status) => /^[1-5]\d\d$/.test(status)),
        name,
      ).to.equal(true);
      expect(
        Object.values(responses).every(({ description }) => description.length > 0),
        name,
      ).to.equal(true);
      expect(
        document.tags.map((tag) => tag.name),
        name,
      ).to.include.members([...tags]);
      const schemes = security.flatMap((each) => Object.keys(each));
      expect(Object.keys(document.components.securitySchemes), name).to.include.members(schemes);
    }
  });

  it('refers to nothing that is not there', () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref);
    expect(names.length).to.be.greaterThan(20);
    for (const name of names) {
      expect(name).to.match(/^#\/components\/schemas\//);
      expect(document.components.schemas).to.have.property(String(name).split('/').at(-1) as string);
    }
  });

  it('says where it is served and, locally, that no token is needed', () => {
    expect(document.servers).to.deep.equal([{ url: '/', description: 'Where this description comes from' }]);
    for (const [name, { security }] of operations())
      if (!name.includes('/internal/')) expect(security[0], name).to.deep.equal({});
    const elsewhere = openApiDocument(shapes, { version: '1', isLocal: false });
    expect(elsewhere.paths['/api/videos']?.post?.security).not.to.deep.include({});
  });

  it('leads from a video that was asked for to what becomes of it', () => {
    const links = document.paths['/api/videos']?.post?.responses['202']?.links ?? {};
    expect(Object.keys(links)).to.include.members(['getVideo', 'getVideoFile', 'deleteVideo']);
    const ids = operations().map(([, { operationId }]) => operationId);
    for (const { operationId, parameters } of Object.values(links)) {
      expect(ids).to.include(operationId);
      expect(parameters).to.deep.equal({ id: '$response.body#/id' });
    }
  });

  it('says by a pattern which texts are refused', async () => {
    const refused: [string, string, string][] = [
      ['StoryRequest', 'topic', ' \t'],
      ['StoryRequest', 'topic', 'a\u0007'],
      ['StoryRequest', 'language', 'b'],
      ['Script', 'title', '\ufeff '],
      ['UploadRequest', 'filename', 'a\u0086'],
    ];
    for (const [schema, field, value] of refused) {
      const properties = document.components.schemas[schema]?.['properties'] as Record<
        string,
        { pattern: string }
      >;
      const { pattern = '' } = properties[field] ?? {};
      expect(new RegExp(pattern, 'u').test(value), `${schema}.${field} ${JSON.stringify(value)}`).to.equal(
        false,
      );
      expect(new RegExp(pattern, 'u').test('en')).to.equal(true);
    }
    const cursor = document.paths['/api/videos']?.get?.parameters?.find(({ name }) => name === 'cursor');
    expect(cursor?.schema['pattern']).to.match(/\{13\}/);
  });

  it('describes the event stream and its types', () => {
    const events = document.paths['/api/videos/{id}/events']?.get;
    expect(Object.keys(events?.responses['200']?.content ?? {})).to.deep.equal(['text/event-stream']);
    expect(events?.description).to.match(/progress.*done.*failed.*cancelled/);
    expect(events?.parameters?.map(({ name }) => name)).to.include('Last-Event-ID');
  });

  it('gives examples that hold', () => {
    expect(jobJson.parse(JOB_EXAMPLE)).to.deep.equal(JOB_EXAMPLE);
    expect(problemJson.parse(PROBLEM_EXAMPLE)).to.deep.equal(PROBLEM_EXAMPLE);
    expect(scriptSchema.parse(SCRIPT_EXAMPLE)).to.deep.equal(SCRIPT_EXAMPLE);
    for (const { id, body, bodyExample, answers } of shapes) {
      if (body) expect(body.safeParse(bodyExample).success, id).to.equal(true);
      for (const { schema, example } of Object.values(answers)) {
        if (example !== undefined) expect(schema?.safeParse(example).success, id).to.equal(true);
      }
    }
  });

  it('says of each route which problems it answers with', () => {
    for (const shape of shapes) {
      const operation = operations().find(([, { operationId }]) => operationId === shape.id)?.[1];
      for (const kind of problemsOf(shape)) {
        const response = operation?.responses[String(PROBLEMS[kind][0])];
        expect(response?.description, `${shape.id} ${kind}`).to.contain(`urn:shortfactory:problem:${kind}`);
        expect(response?.content).to.have.property('application/problem+json');
      }
    }
  });

  it('is a page that loads nothing and runs nothing', async () => {
    const answer = await app.fetch('/docs', { headers: { accept: 'text/html' } });
    const page = await answer.text();
    expect(answer.headers.get('content-type')).to.equal('text/html; charset=utf-8');
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(answer.headers.get('content-security-policy')).to.equal(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(page).not.to.match(/<script|<link|<img|<iframe|\sstyle=|\son\w+=|https?:\/\/(?!localhost)/);
    for (const [, { operationId }] of operations()) expect(page).to.contain(`id="${operationId}"`);
  });

  it('is answered with 304 when the client has it', async () => {
    for (const [path, accept] of [
      ['/docs', 'text/html'],
      ['/openapi.json', 'application/json'],
    ] as const) {
      const first = await app.fetch(path, { headers: { accept } });
      await first.arrayBuffer();
      const etag = first.headers.get('etag') as string;
      const again = await app.fetch(path, { headers: { accept, 'if-none-match': `"x", W/${etag}` } });
      expect(again.status).to.equal(304);
      expect(again.headers.get('etag')).to.equal(etag);
      expect(await again.text()).to.equal('');
    }
  });

  for (const [ROLE, there, gone] of [
    ['api', '/api/options', '/internal/jobs/{id}/run'],
    ['worker', '/internal/jobs/{id}/run', '/api/options'],
  ] as const) {
    it(`has the routes of ROLE=${ROLE} alone`, async () => {
      const other = await serveApp({
        env: { ROLE, QUEUE: 'http', WORKER_URL: 'http://worker.example', WORKER_TOKEN: 'w'.repeat(40) },
      });
      const { paths } = (await (await other.fetch('/openapi.json')).json()) as OpenApiDocument;
      expect(paths).to.have.property(there);
      expect(paths).not.to.have.property(gone);
      expect(
        (
          await other.fetch(gone.replace('{id}', 'A'.repeat(26)), {
            method: gone.startsWith('/int') ? 'POST' : 'GET',
          })
        ).status,
      ).to.equal(404);
      for (const path of ['/live', '/ready', '/health'])
        expect((await other.fetch(path)).status).to.equal(200);
      await other.stop();
    });
  }
});
