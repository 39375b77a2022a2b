import { Button } from '@mantine/core'
import { type CallError, call } from '../api/call.ts'
import { Refused } from '../entry/card.tsx'
import { Panel } from '../kit/panel.tsx'
import { Answer } from '../kit/states.tsx'
import { texts } from '../texts/texts.ts'
import { agentName } from './agent.ts'
import css from './profile.module.css'
import { useChange, useSessions } from './profile-queries.ts'

export function SessionsPanel() {
  const words = texts.entry.profile
  const ending = useChange((id: string) =>
    call(id === 'others' ? '/v1/sessions/revoke-others' : `/v1/sessions/${encodeURIComponent(id)}/revoke`, {
      post: {},
    }),
  )
  return (
    <Panel
      id="sessions"
      title={words.sessionsTitle}
      tools={
        <Button variant="default" size="xs" onClick={() => ending.mutate('others')}>
          {words.endOthers}
        </Button>
      }
    >
      <div className={css.body}>
        <Answer query={useSessions()} rows={2}>
          {(sessions) => (
            <ul className={css.list}>
              {sessions.map(({ id, current, method, agent, address, usedAt }) => (
                <li key={id}>
                  <span className={css.what}>
                    <bdi className={css.name} title={agent ?? undefined}>
                      {nameOf(agent)}
                    </bdi>
                    <span className={css.hint}>
                      {[address, words.methods[method as keyof typeof words.methods], texts.moment(usedAt)]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                  {current ? (
                    <span className={css.hint}>{words.thisOne}</span>
                  ) : (
                    <Button
                      variant="default"
                      size="xs"
                      aria-label={words.endOf(nameOf(agent))}
                      loading={ending.isPending && ending.variables === id}
                      onClick={() => ending.mutate(id)}
                    >
                      {words.end}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Answer>
        <Refused error={ending.error as CallError | null} />
      </div>
    </Panel>
  )
}

const nameOf = (agent: string | null): string =>
  agent === null ? texts.entry.profile.unknownAgent : agentName(agent)
