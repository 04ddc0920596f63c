import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';

/**
 * Two rules that make a package a wall: the package of a file is that of the nearest package.json above it.
 * `inside`: a relative import does not leave the package. `declared`: an imported package stands in its package.json.
 */
export const packages = {
  rules: {
    inside: rule(
      'A relative import leaves {{name}}: import the other package by its name.',
      (specifier, file, { folder, name }) => {
        if (!specifier.startsWith('.')) return undefined;
        const target = resolve(dirname(file), specifier);
        return leaves(relative(folder, target)) ? { name } : undefined;
      },
    ),
    declared: rule(
      '{{package}} does not stand in the package.json of {{name}}.',
      (specifier, _file, { name, dependencies }) => {
        // A path, an import map's own name, one of Node's modules, or what a bundler makes.
        if (/^[./#]|:/.test(specifier) || isBuiltin(specifier)) return undefined;
        const [first = '', second = ''] = specifier.split('/');
        const imported = specifier.startsWith('@') ? `${first}/${second}` : first;
        const types = `@types/${imported.replace(/^@(.+)\/(.+)$/, '$1__$2')}`;
        const known = imported === name || dependencies.has(imported) || dependencies.has(types);
        return known ? undefined : { package: imported, name };
      },
    ),
  },
};

/** A rule over every static and dynamic import and re-export, of types too. `find` gives the data of a problem. */
function rule(message, find) {
  return {
    meta: { type: 'problem', messages: { refused: message }, schema: [] },
    create(context) {
      const own = packageOf(dirname(context.filename));
      const check = ({ source }) => {
        if (own === undefined || typeof source?.value !== 'string') return;
        const data = find(source.value, context.filename, own);
        if (data) context.report({ node: source, messageId: 'refused', data });
      };
      return {
        ImportDeclaration: check,
        ExportNamedDeclaration: check,
        ExportAllDeclaration: check,
        ImportExpression: check,
        TSImportType: ({ source, argument }) => check({ source: source ?? argument?.literal }),
      };
    },
  };
}

const found = new Map();

/** Folder, name and dependencies of the package that a folder belongs to; undefined outside of every package. */
function packageOf(folder) {
  if (found.has(folder)) return found.get(folder);
  const file = join(folder, 'package.json');
  const own = existsSync(file) ? read(file, folder) : undefined;
  const above = dirname(folder);
  const result = own ?? (above === folder ? undefined : packageOf(above));
  found.set(folder, result);
  return result;
}

function read(file, folder) {
  const { name = folder, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  const { dependencies, devDependencies, peerDependencies, optionalDependencies } = manifest;
  const all = { ...dependencies, ...devDependencies, ...peerDependencies, ...optionalDependencies };
  return { folder, name, dependencies: new Set(Object.keys(all)) };
}

function leaves(path) {
  return path === '..' || path.startsWith(`..${sep}`);
}
