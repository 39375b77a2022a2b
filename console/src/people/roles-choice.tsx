import { Checkbox } from '@mantine/core'
import type { PersonRow } from '../api/types.ts'
import css from '../profile/profile.module.css'
import { texts } from '../texts/texts.ts'

type Role = PersonRow['roles'][number]

export function RolesChoice({
  label,
  value,
  onChange,
}: {
  label: string
  value: Role[]
  onChange(roles: Role[]): void
}) {
  return (
    <Checkbox.Group label={label} value={value} onChange={(roles) => onChange(roles as Role[])}>
      <div className={css.boxes}>
        {(Object.keys(texts.entry.roles) as Role[]).map((role) => (
          <Checkbox key={role} value={role} label={texts.entry.roles[role]} size="xs" />
        ))}
      </div>
    </Checkbox.Group>
  )
}
