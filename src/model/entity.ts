/** What events are about. A decision's entity is its subject. */
export type EntityKind = 'account' | 'post' | 'media' | 'hashtag' | 'url'

export interface Entity {
  kind: EntityKind
  id: string
}

/** The entity's one-line form, used as key: `post:post:9`, `account:acct:123`. */
export const entityKey = (entity: Entity): string => `${entity.kind}:${entity.id}`
