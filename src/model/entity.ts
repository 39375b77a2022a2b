/** What events are about. A decision's entity is its subject. */
export const ENTITY_KINDS = ['account', 'post', 'media', 'hashtag', 'url', 'campaign'] as const
export type EntityKind = (typeof ENTITY_KINDS)[number]

export interface Entity {
  kind: EntityKind
  id: string
}

/** The entity's one-line form, used as key: `post:post:9`, `account:acct:123`. */
export const entityKey = (entity: Entity): string => `${entity.kind}:${entity.id}`
