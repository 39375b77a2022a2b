import type { ASTNode } from '@marcbachmann/cel-js'

/**
 * Whether every way for a condition to be true passes a part that is a ground. `isGround` is asked about parts that are no
 * `&&`, `||`, `!` or `?:`, and told whether the way leads through the part's being false.
 */
export function restsOn(
  node: ASTNode,
  isGround: (part: ASTNode, negated: boolean) => boolean,
  negated = false,
): boolean {
  const inner = (part: ASTNode) => restsOn(part, isGround, negated)
  switch (node.op) {
    case '&&':
      return negated ? node.args.every(inner) : node.args.some(inner)
    case '||':
      return negated ? node.args.some(inner) : node.args.every(inner)
    case '!_':
      return restsOn(node.args, isGround, !negated)
    case '?:': {
      const [test, then, other] = node.args
      return (restsOn(test, isGround) || inner(then)) && (restsOn(test, isGround, true) || inner(other))
    }
    default:
      return isGround(node, negated)
  }
}
