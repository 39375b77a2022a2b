/** An undirected graph with weights: node → neighbour → weight, the same both ways. */
export type Graph = Map<string, Map<string, number>>

export function link(graph: Graph, a: string, b: string, weight: number): void {
  const put = (from: string, to: string) => {
    let edges = graph.get(from)
    if (edges === undefined) graph.set(from, (edges = new Map()))
    edges.set(to, weight)
  }
  put(a, b)
  put(b, a)
}

/** Takes out nodes with fewer than `degreeMin` neighbours, again and again: what is left is the core (Seidman 1983). Changes the graph. */
export function prune(graph: Graph, degreeMin: number): void {
  const leaving = [...graph.keys()].filter((node) => graph.get(node)!.size < degreeMin)
  for (let node = leaving.pop(); node !== undefined; node = leaving.pop()) {
    for (const neighbour of graph.get(node)?.keys() ?? []) {
      const edges = graph.get(neighbour)!
      edges.delete(node)
      if (edges.size === degreeMin - 1) leaving.push(neighbour)
    }
    graph.delete(node)
  }
}

const ROUNDS_MAX = 16
const LEVELS_MAX = 8

/**
 * Groups of nodes that hang together more than their degrees would have them do: modularity by local moves, then the groups as nodes, and again (Blondel et al. 2008),
 * the groups cut into connected parts at the end, which that method alone does not promise (Traag et al. 2019). Nodes and edges are
 * visited in the order of their names, so that the result depends on the graph alone. Largest group first.
 */
export function cluster(graph: Graph): string[][] {
  const names = [...graph.keys()].sort()
  let groupOf = new Map(names.map((name) => [name, name]))
  let level = copyOf(graph, names)
  for (let i = 0; i < LEVELS_MAX; i++) {
    const moved = localMoves(level)
    if (moved === null) break
    groupOf = new Map(names.map((name) => [name, moved.get(groupOf.get(name)!)!]))
    level = aggregate(level, moved)
  }
  const groups = new Map<string, string[]>()
  for (const name of names) {
    const group = groups.get(groupOf.get(name)!)
    if (group === undefined) groups.set(groupOf.get(name)!, [name])
    else group.push(name)
  }
  return [...groups.values()]
    .flatMap((group) => connectedParts(group, graph))
    .sort((a, b) => b.length - a.length)
}

function copyOf(graph: Graph, names: readonly string[]): Graph {
  return new Map(
    names.map((name) => [name, new Map([...graph.get(name)!].sort(([a], [b]) => (a < b ? -1 : 1)))]),
  )
}

/** Moves each node to the neighbouring group that gains most; null when none moved. */
function localMoves(graph: Graph): Map<string, string> | null {
  const groupOf = new Map<string, string>()
  const strength = new Map<string, number>()
  const total = new Map<string, number>()
  let twice = 0
  for (const [node, edges] of graph) {
    let sum = 0
    for (const weight of edges.values()) sum += weight
    groupOf.set(node, node)
    strength.set(node, sum)
    total.set(node, sum)
    twice += sum
  }
  let movedEver = false
  for (let round = 0; round < ROUNDS_MAX; round++) {
    let moved = false
    for (const [node, edges] of graph) {
      const from = groupOf.get(node)!
      const own = strength.get(node)!
      total.set(from, total.get(from)! - own)
      const to = bestGroup(
        node,
        edges,
        from,
        (group, shared) => shared - (own * total.get(group)!) / twice,
        groupOf,
      )
      total.set(to, total.get(to)! + own)
      if (to === from) continue
      groupOf.set(node, to)
      moved = movedEver = true
    }
    if (!moved) break
  }
  return movedEver ? groupOf : null
}

function bestGroup(
  node: string,
  edges: Map<string, number>,
  from: string,
  gainOf: (group: string, shared: number) => number,
  groupOf: Map<string, string>,
): string {
  const shared = new Map<string, number>([[from, 0]])
  for (const [neighbour, weight] of edges) {
    if (neighbour === node) continue
    const group = groupOf.get(neighbour)!
    shared.set(group, (shared.get(group) ?? 0) + weight)
  }
  let best = from
  let most = gainOf(from, shared.get(from)!) + 1e-9
  for (const [group, weight] of shared) {
    const gain = gainOf(group, weight)
    if (gain > most) {
      best = group
      most = gain
    }
  }
  return best
}

/** The groups as nodes. What was inside a group becomes a loop. */
function aggregate(graph: Graph, groupOf: Map<string, string>): Graph {
  const above: Graph = new Map()
  for (const [node, edges] of graph) {
    const from = groupOf.get(node)!
    let sums = above.get(from)
    if (sums === undefined) above.set(from, (sums = new Map()))
    for (const [neighbour, weight] of edges) {
      const to = groupOf.get(neighbour)!
      sums.set(to, (sums.get(to) ?? 0) + weight)
    }
  }
  return above
}

function connectedParts(nodes: readonly string[], graph: Graph): string[][] {
  const left = new Set(nodes)
  const parts: string[][] = []
  for (const start of nodes) {
    if (!left.delete(start)) continue
    const part = [start]
    for (let i = 0; i < part.length; i++)
      for (const neighbour of graph.get(part[i]!)!.keys()) if (left.delete(neighbour)) part.push(neighbour)
    parts.push(part.sort())
  }
  return parts
}
