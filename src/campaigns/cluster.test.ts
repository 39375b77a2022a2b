import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cluster, type Graph, link, prune } from './cluster.ts'

function graphOf(edges: [string, string, number?][]): Graph {
  const graph: Graph = new Map()
  for (const [a, b, weight = 1] of edges) link(graph, a, b, weight)
  return graph
}

const ring = (name: string, size: number): [string, string][] =>
  Array.from({ length: size }, (_, i) => [`${name}${i}`, `${name}${(i + 1) % size}`])
const clique = (name: string, size: number): [string, string][] =>
  Array.from({ length: size }, (_, i) => i).flatMap((i) =>
    Array.from({ length: i }, (_, j): [string, string] => [`${name}${i}`, `${name}${j}`]),
  )

test('two circles that hang together by one thread are two', () => {
  const groups = cluster(graphOf([...clique('a', 6), ...clique('b', 5), ['a0', 'b0']]))
  assert.deepEqual(
    groups.map((group) => group.map((name) => name[0]).join('')),
    ['aaaaaa', 'bbbbb'],
  )
})

test('pruning takes chains off and leaves what is round', () => {
  const graph = graphOf([...ring('a', 4), ['a0', 'x'], ['x', 'y']])
  prune(graph, 2)
  assert.deepEqual([...graph.keys()].sort(), ['a0', 'a1', 'a2', 'a3'])
  const chain = graphOf([
    ['a', 'b'],
    ['b', 'c'],
  ])
  prune(chain, 2)
  assert.equal(chain.size, 0)
})

test('nothing has no groups', () => assert.deepEqual(cluster(new Map()), []))

const anyEdges = fc.array(fc.tuple(fc.integer({ max: 25, min: 0 }), fc.integer({ max: 25, min: 0 })), {
  maxLength: 80,
})
const named = (edges: [number, number][]): [string, string][] =>
  edges.filter(([a, b]) => a !== b).map(([a, b]) => [`n${a}`, `n${b}`])

test('every node is in one group, every group hangs together, and the order of the edges does not matter', () => {
  fc.assert(
    fc.property(anyEdges, (pairs) => {
      const edges = named(pairs)
      const graph = graphOf(edges)
      const groups = cluster(graph)
      assert.deepEqual(groups.flat().sort(), [...graph.keys()].sort())
      for (const group of groups) {
        const members = new Set(group)
        const reached = [group[0]!]
        const left = new Set(group.slice(1))
        for (const node of reached)
          for (const next of graph.get(node)!.keys())
            if (members.has(next) && left.delete(next)) reached.push(next)
        assert.equal(left.size, 0)
      }
      assert.deepEqual(
        cluster(graphOf([...edges].reverse()))
          .map((group) => group.join())
          .sort(),
        groups.map((group) => group.join()).sort(),
      )
    }),
  )
})
