import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';

/** A metric that an expression reads, with every label that the expression needs it to have. */
export interface Selector {
  readonly metric: string;
  readonly labels: string[];
}

export interface Analysis {
  readonly selectors: readonly Selector[];
  /** What is wrong with the expression itself, whatever is exported. Sentences without a full stop. */
  readonly problems: readonly string[];
}

/** Asks the series of an expression for a label; false when the expression has dropped it. Constants have no series. */
type Series = ((label: string) => boolean) | undefined;

/** Aggregations that choose among series and leave their labels alone. */
const CHOOSING = ['Topk', 'Bottomk', 'LimitK', 'LimitRatio'];
/** Set operators that give series of the left side only. */
const LEFT_ONLY = ['And', 'Unless'];
const WRITES_LABEL = ['LabelReplace', 'LabelJoin'];

/**
 * Reads PromQL with Prometheus' own grammar. Follows labels through aggregations and matchings, so that a label which
 * an inner aggregation drops is missing for what stands around it. `ignoring` is not followed: one side may lack the label.
 */
export function analyse(expression: string): Analysis {
  const known = analysed.get(expression);
  if (known) return known;
  const analysis = parse(expression);
  analysed.set(expression, analysis);
  return analysis;
}

/** Every environment asks for the same expressions, and several checks for each. */
const analysed = new Map<string, Analysis>();

function parse(expression: string): Analysis {
  const tree = parser.parse(expression);
  let broken: number | undefined;
  tree.iterate({
    enter: ({ type, from }) => {
      if (type.isError) broken ??= from;
    },
  });
  if (broken !== undefined) {
    const rest = expression.slice(broken, broken + 40);
    return { selectors: [], problems: [`PromQL cannot be parsed at “${rest === '' ? 'its end' : rest}”`] };
  }
  const analysis = new Expression(expression);
  analysis.series(tree.topNode);
  return analysis;
}

class Expression implements Analysis {
  readonly selectors: Selector[] = [];
  readonly problems: string[] = [];
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  series(node: SyntaxNode): Series {
    switch (node.name) {
      case 'VectorSelector':
        return this.#selector(node);
      case 'AggregateExpr':
        return this.#aggregation(node);
      case 'FunctionCall':
        return this.#call(node);
      case 'BinaryExpr':
        return this.#operation(node);
      default:
        // Brackets, signs, ranges, offsets: one expression inside, whose labels pass through.
        return this.#inside(node).find((series) => series !== undefined);
    }
  }

  #selector(node: SyntaxNode): Series {
    const labels: string[] = [];
    let metric = this.#text(node.getChild('Identifier'));
    for (const matcher of children(node.getChild('LabelMatchers'))) {
      const label = unquoted(
        this.#text(matcher.getChild('LabelName') ?? matcher.getChild('QuotedLabelName')),
      );
      if (matcher.name === 'QuotedLabelName') metric = unquoted(this.#text(matcher));
      else if (label !== '__name__') labels.push(label);
      else if (this.#text(matcher.getChild('MatchOp')) === '=')
        metric = unquoted(this.#text(matcher.getChild('StringLiteral')));
    }
    if (metric === '') {
      this.problems.push(`“${this.#text(node)}” names no metric`);
      return () => true;
    }
    this.selectors.push({ metric, labels });
    return (label) => {
      if (!labels.includes(label)) labels.push(label);
      return true;
    };
  }

  #aggregation(node: SyntaxNode): Series {
    const body = node.getChild('FunctionCallBody');
    const inner = (body ? this.#inside(body) : []).find((series) => series !== undefined);
    const operator = node.getChild('AggregateOp')?.firstChild?.name ?? '';
    const modifier = node.getChild('AggregateModifier');
    const named = this.#labels(modifier?.getChild('GroupingLabels'));
    for (const label of named) this.#need(inner, label, body);
    if (CHOOSING.includes(operator)) return inner;
    const added =
      operator === 'CountValues' ? unquoted(this.#text(body?.getChild('StringLiteral'))) : undefined;
    const without = modifier?.getChild('Without') !== null && modifier !== null;
    return (label) =>
      label === added || (without ? !named.includes(label) && asked(inner, label) : named.includes(label));
  }

  #call(node: SyntaxNode): Series {
    const body = node.getChild('FunctionCallBody');
    const inner = (body ? this.#inside(body) : []).find((series) => series !== undefined);
    const name = node.getChild('FunctionIdentifier')?.firstChild?.name ?? '';
    if (name === 'HistogramQuantile') {
      this.#need(inner, 'le', body);
      return (label) => label !== 'le' && asked(inner, label);
    }
    if (WRITES_LABEL.includes(name)) {
      const [written] = body?.getChildren('StringLiteral') ?? [];
      const label = unquoted(this.#text(written));
      return (wanted) => wanted === label || asked(inner, wanted);
    }
    return name === 'Scalar' ? undefined : inner;
  }

  #operation(node: SyntaxNode): Series {
    const [left = null, right = null] = [children(node).at(0), children(node).at(-1)];
    const ofLeft = left ? this.series(left) : undefined;
    const ofRight = right ? this.series(right) : undefined;
    const setOperator = children(node).find(({ name }) => [...LEFT_ONLY, 'Or'].includes(name))?.name ?? '';
    const clause = node.getChild('MatchingModifierClause');
    const on = clause !== null && clause.getChild('On') !== null;
    const [matched, included] = groupings(clause).map((each) => this.#labels(each));
    for (const label of on ? (matched ?? []) : []) {
      this.#need(ofLeft, label, left);
      this.#need(ofRight, label, right);
    }
    if (clause?.getChild('GroupRight')) return this.#included(ofRight, ofLeft, included ?? [], left);
    if (clause?.getChild('GroupLeft')) return this.#included(ofLeft, ofRight, included ?? [], right);
    if (LEFT_ONLY.includes(setOperator)) return ofLeft;
    if (ofLeft === undefined || ofRight === undefined) return ofLeft ?? ofRight;
    if (on && setOperator !== 'Or') return (label) => (matched ?? []).includes(label);
    // Both sides are asked, so that each metric is: what one of them lacks is named.
    return (label) => [ofLeft(label), ofRight(label)].every(Boolean);
  }

  /** Many series on one side keep their labels and get some of the other side's. */
  #included(many: Series, one: Series, labels: readonly string[], of: SyntaxNode | null): Series {
    for (const label of labels) this.#need(one, label, of);
    return (label) => labels.includes(label) || asked(many, label);
  }

  #need(series: Series, label: string, of: SyntaxNode | null): void {
    if (asked(series, label)) return;
    this.problems.push(`“${this.#text(of)}” gives no label ${label}`);
  }

  #inside(node: SyntaxNode): Series[] {
    return children(node).map((child) => this.series(child));
  }

  #labels(node: SyntaxNode | null | undefined): string[] {
    return children(node).map((child) => unquoted(this.#text(child)));
  }

  #text(node: SyntaxNode | null | undefined): string {
    return node ? this.#source.slice(node.from, node.to) : '';
  }
}

function asked(series: Series, label: string): boolean {
  return series !== undefined && series(label);
}

/** `on (…)` or `ignoring (…)`, then what `group_left (…)` or `group_right (…)` takes over. */
function groupings(clause: SyntaxNode | null): SyntaxNode[] {
  return clause ? clause.getChildren('GroupingLabels') : [];
}

function children(node: SyntaxNode | null | undefined): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node?.firstChild ?? null; child; child = child.nextSibling)
    if (child.name !== 'LineComment') found.push(child);
  return found;
}

function unquoted(text: string): string {
  return text.replace(/^(["'`])(.*)\1$/s, '$2');
}
