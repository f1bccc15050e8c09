import ts from 'typescript';

/**
 * One small fault in a source file.
 * @typedef {{ file: string, id: string, line: number, start: number, end: number, text: string }} Mutant
 * `id` names it by its function and what it changes, so that it stays the same when lines move.
 */

const SWAPPED = new Map([
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.QuestionQuestionToken, '&&'],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
]);

/** Faults in these change what is logged or described, not what is done. */
const WITHOUT_EFFECT = /^(this\.)?logger\./;

/** @returns {Mutant[]} every fault that the tester knows to make in the file, in the order of the file. */
export function mutantsOf(file, source) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const mutants = [];
  const seen = new Map();
  const add = (node, text, from = node) => {
    const [start, end] = [from.getStart(tree), from.getEnd()];
    const change = `${oneLine(node.getText(tree))} => ${oneLine(text === '' ? 'nothing' : text)}`;
    const name = `${file} ${functionOf(node)}: ${change}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const line = tree.getLineAndCharacterOfPosition(start).line + 1;
    mutants.push({ file, id: count > 1 ? `${name} #${count}` : name, line, start, end, text });
  };
  const visit = (node) => {
    if (ts.isDecorator(node) || ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    if (ts.isThrowStatement(node) || WITHOUT_EFFECT.test(node.getText(tree))) return;
    mutate(node, add, tree);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return mutants;
}

function mutate(node, add, tree) {
  const text = (part) => part.getText(tree);
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) {
    add(node.expression, `!(${text(node.expression)})`);
  } else if (ts.isConditionalExpression(node)) {
    add(node.condition, `!(${text(node.condition)})`);
  } else if (ts.isBinaryExpression(node) && SWAPPED.has(node.operatorToken.kind)) {
    const swapped = SWAPPED.get(node.operatorToken.kind);
    add(node, `(${text(node.left)}) ${swapped} (${text(node.right)})`);
  } else if (ts.isExpressionStatement(node) && isCall(node.expression)) {
    add(node, ';');
  } else if (ts.isReturnStatement(node) && node.expression) {
    add(node, 'return undefined;');
  } else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) {
    add(node.body, 'undefined');
  } else if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
    add(node, text(node) === 'true' ? 'false' : 'true');
  }
}

function isCall(expression) {
  if (ts.isAwaitExpression(expression) || ts.isVoidExpression(expression)) return isCall(expression.expression);
  // What `super` does TypeScript itself asks for.
  return ts.isCallExpression(expression) && expression.expression.kind !== ts.SyntaxKind.SuperKeyword;
}

/** The name of the method or function around the node. */
function functionOf(node) {
  for (let at = node; at; at = at.parent) {
    if ((ts.isMethodDeclaration(at) || ts.isGetAccessor(at) || ts.isFunctionDeclaration(at)) && at.name)
      return at.name.getText();
    if (ts.isConstructorDeclaration(at)) return 'constructor';
  }
  return 'top';
}

function oneLine(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 97)}...` : line;
}
