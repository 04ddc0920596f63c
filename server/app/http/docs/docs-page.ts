import { createHash } from 'node:crypto';
import { PROBLEMS, problemType } from '@shortfactory/http-server';
import { STYLE } from './docs-style.ts';
import { PROBLEM_EXAMPLE } from './examples.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { JsonSchema } from './openapi-schemas.ts';
import type { OpenApiDocument, Operation } from './openapi.ts';

/** Only the page's own style is allowed; it loads nothing. */
export const DOCS_CSP = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Outside of the template, where a reformatted blank would change the style's hash in the policy. */
const STYLE_ELEMENT: Html = { html: `<style>${STYLE}</style>` };

/** The API's description as one page that reads without scripts. */
export function docsPage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const sections = document.tags.map(
    ({ name, description }) =>
      html`<section>
        <h2 id="${name}">${name}</h2>
        <p>${description}</p>
        ${operations.filter(({ operation }) => operation.tags.includes(name)).map(article)}
      </section>`,
  );
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>ShortFactory API</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <header>
          <h1>ShortFactory <b>API</b></h1>
          <p>
            ${String(document.info.summary)} Version ${String(document.info.version)}.
            <a href="/openapi.json">OpenAPI 3.1</a>
          </p>
          <nav aria-label="Parts">
            ${document.tags.map(({ name }) => html`<a href="#${name}">${name}</a> `)}<a href="#problems"
              >Problems</a
            >
            <a href="#schemas">Schemas</a>
          </nav>
        </header>
        <main>
          ${firstSteps()} ${sections}
          <section>
            <h2 id="problems">Problems</h2>
            <p>
              An error is answered as <code>application/problem+json</code> (RFC 9457).
              <code>instance</code> names the request in the server’s log; <code>errors</code> names each bad
              value by JSON pointer.
            </p>
            ${code(PROBLEM_EXAMPLE)}
            <table>
              <thead>
                <tr>
                  <th>Status</th>
                  <th>Type</th>
                  <th>Title</th>
                </tr>
              </thead>
              <tbody>
                ${Object.entries(PROBLEMS).map(
                  ([kind, [status, title]]) =>
                    html`<tr>
                      <td>${status}</td>
                      <td><code>${problemType(kind as keyof typeof PROBLEMS)}</code></td>
                      <td>${title}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </section>
          <section>
            <h2 id="schemas">Schemas</h2>
            ${Object.entries(document.components.schemas).map(
              ([name, schema]) =>
                html`<details id="schema-${name}">
                  <summary>${name}</summary>
                  ${code(schema)}
                </details>`,
            )}
          </section>
        </main>
      </body>
    </html>`;
  return page.html;
}

function firstSteps(): Html {
  return html`<section>
    <h2>First steps</h2>
    <pre><code>TOKEN=$(openssl rand -hex 32)
curl -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
     -d '{"topic": "why the sky is blue"}' http://localhost:8000/api/videos
curl -N http://localhost:8000/api/videos/ID/events
curl -OJ 'http://localhost:8000/api/videos/ID/file?download=1'</code></pre>
    <p>
      The caller makes the token, which names the owner: only it lists and changes its videos. Anyone with a
      video’s id may watch it.
    </p>
  </section>`;
}

function article(route: { path: string; method: string; operation: Operation }): Html {
  const { path, method, operation } = route;
  const { summary, description, parameters = [], requestBody, responses } = operation;
  return html`<article id="${operation.operationId}">
    <h3><span class="method">${method}</span> <code>${path}</code></h3>
    <p><strong>${summary}.</strong> ${prose(description)} ${whoMay(operation)}</p>
    ${
      parameters.length === 0
        ? undefined
        : html`<table>
            <thead>
              <tr>
                <th>Parameter</th>
                <th>In</th>
                <th>Value</th>
              </tr>
            </thead>
            <tbody>
              ${parameters.map(
                ({ name, in: part, required, description: what, schema }) =>
                  html`<tr>
                    <td><code>${name}</code>${required ? '' : ' (optional)'}</td>
                    <td>${part}</td>
                    <td>${prose(what ?? brief(schema))}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
    ${
      requestBody
        ? html`<h4>Body</h4>
            ${Object.entries(requestBody.content).map(
              ([type, { schema, example }]) =>
                html`<p><code>${type}</code> ${schema ? named(schema) : undefined}</p>
                  ${example === undefined ? undefined : code(example)}`,
            )}`
        : undefined
    }
    <h4>Answers</h4>
    <dl>
      ${Object.entries(responses).map(
        ([status, { description: what, content = {} }]) =>
          html`<dt>${status}</dt>
            <dd>
              ${prose(what)}
              ${Object.entries(content)
                .filter(isOwn)
                .map(
                  ([type, { schema, example }]) =>
                    html`<span class="type">${type}</span>
                      ${schema ? named(schema) : undefined}${example === undefined ? undefined : code(example)}`,
                )}
            </dd>`,
      )}
    </dl>
  </article>`;
}

/** Problems have one type and one schema everywhere, so each route does not repeat them. */
function isOwn([type]: readonly [string, unknown]): boolean {
  return type !== 'application/problem+json';
}

function whoMay({ security }: Operation): string {
  if (security.some((each) => 'queue' in each)) return 'For the queue alone.';
  return security.some((each) => Object.keys(each).length === 0) ? '' : 'Needs a token.';
}

function named(schema: JsonSchema): Html | undefined {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined;
  return name === undefined ? undefined : html`<a href="#schema-${name}">${name}</a>`;
}

function brief({ enum: choices, pattern, maxLength }: JsonSchema): string {
  if (Array.isArray(choices)) return choices.join(', ');
  if (typeof pattern === 'string') return pattern;
  return typeof maxLength === 'number' ? `up to ${maxLength} characters` : '';
}

/** A sentence in which `backticks` mark code. */
function prose(text: string | undefined): Html | undefined {
  if (text === undefined) return undefined;
  return html`${text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`;
}

function code(value: unknown): Html {
  return html`<pre tabindex="0"><code>${JSON.stringify(value, null, 2)}</code></pre>`;
}
