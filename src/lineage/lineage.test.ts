import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Profile } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { Link } from '../model/link.ts'
import { CLOSED_AT, closedAccount, DAY, HOUR, indexOf, NOW, openAccount, strangers } from './samples.ts'

/** A busy index: what is rare in it is rare. */
const crowd = strangers(2_000)
const PARENT: Partial<Profile> = {
  handle: 'kestrel_lantern',
  name: 'Kestrel Lantern',
  bio: 'salt marsh poems, tide tables and lanterns for the long night',
  location: 'Vellmouth',
  language: 'en',
  avatar: { sha256: 'ab'.repeat(32), pdq: '5a3c'.repeat(16) },
  emailToken: 'mail-kestrel',
  emailDomainToken: 'domain-post',
}
const parent = (parts: Parameters<typeof closedAccount>[2] = {}) =>
  closedAccount('old', PARENT, {
    deviceTokens: ['device-kestrel'],
    networkTokens: ['net-home'],
    trail: {
      handle: 'kestrel_lantern',
      handleSince: CLOSED_AT - 30 * DAY,
      company: ['a:1', 'a:2', 'a:3', 'a:4'],
    },
    ...parts,
  })
const index = indexOf([...crowd, parent()])

const linksOf = (profile: Partial<Profile>, parts: Parameters<typeof openAccount>[2] = {}): Link[] =>
  index.links(openAccount('new', profile, parts), NOW)
const toParent = (
  profile: Partial<Profile>,
  parts: Parameters<typeof openAccount>[2] = {},
): Link | undefined => linksOf(profile, parts).find(({ closedAccount }) => closedAccount === 'old')

const bitsOf = (link: Link | undefined, field: string) =>
  link?.waterfall.find((evidence) => evidence.field === field)?.bits

test('T1: the whole profile again is certain, a handle again is a link', () => {
  assert.equal(toParent(PARENT)?.tier, 'certain')
  assert.ok(toParent({ handle: 'kestrel_lantern', language: 'en' }) !== undefined)
})

test('G1, G2, G5: the ways in which a handle comes back all lead to its parent', () => {
  for (const handle of [
    'kestrel_lantern',
    'kestrel_lantern2',
    'kestrellantern_new',
    'KestrelLanternIII',
    'kestrel__lantern',
    'kkestrel_lanntern',
    'kеstrel_lаntern', // Cyrillic е and а
    'k3strel_l4ntern',
    'kestrel_lanterm', // the key beside it
    'ketsrel_lantern', // two swapped
    '_x_kestrel_lantern',
    'kestrel_lantern_back_7',
  ])
    assert.ok(toParent({ handle, language: 'en' }) !== undefined, handle)
})

test('G4: a name in Arabic letters returns in Latin ones, and the other way about', () => {
  const busy = indexOf([
    ...crowd,
    closedAccount('latin', { handle: 'shamikh_tarabulsi', name: 'Shamikh Tarabulsi', language: 'ar' }),
    closedAccount('arabic', { handle: 'قناص_مرسوم', name: 'قناص مرسوم', language: 'ar' }),
  ])
  const best = (handle: string, name: string) =>
    busy.links(openAccount('new', { handle, name, language: 'ar' }, { networkTokens: [] }), NOW)[0]
      ?.closedAccount
  assert.equal(best('شامخ_طرابلسي', 'شامخ طرابلسي'), 'latin')
  assert.equal(best('qannas_marsum', 'Qannas Marsoum'), 'arabic')
})

test('W1: a missing field is worth nothing and does not stand in the waterfall', () => {
  const link = toParent({ handle: 'kestrel_lantern', language: 'en' })!
  for (const field of ['bio', 'avatar', 'email', 'urls', 'company'])
    assert.equal(bitsOf(link, field), undefined)
  const fields = link.waterfall.map(({ field }) => field)
  assert.ok(fields.includes('handle') && fields.includes('gap'))
})

test('W1: a field that disagrees speaks against', () => {
  const alone = toParent({ ...PARENT, bio: undefined as never })!
  const against = toParent({ ...PARENT, bio: 'gardening diary from a balcony' })!
  assert.ok(against.bits < alone.bits)
  assert.ok(bitsOf(against, 'bio')! < 0)
})

test('W3: the waterfall adds up to the link’s bits, caps included', () => {
  for (const link of [
    ...linksOf(PARENT, { deviceTokens: ['device-kestrel'] }),
    ...linksOf({ handle: 'kestrel_lantern' }),
  ])
    assert.equal(
      link.waterfall.reduce((sum, { bits }) => sum + bits, 0),
      link.bits,
    )
})

test('W4: what hangs together is capped as one', () => {
  const link = toParent(PARENT, { deviceTokens: ['device-kestrel'], networkTokens: ['net-home'] })!
  const family = (fields: string[], cap: string) =>
    fields.reduce((sum, field) => sum + (bitsOf(link, field) ?? 0), bitsOf(link, `cap:${cap}`) ?? 0)
  assert.ok(family(['handle', 'name', 'cap:echo'], 'identity') <= 23)
  assert.ok(family(['device', 'network'], 'access') <= 19)
  assert.ok(family(['email', 'emailDomain'], 'mail') <= 21)
  assert.ok((bitsOf(link, 'cap:echo') ?? 0) < 0, 'the handle spells the name: one reason, not two')
})

test('W2: a name that many closed accounts bear is worth little', () => {
  const named = (count: number) =>
    indexOf([
      ...crowd,
      ...Array.from({ length: count }, (_, i) =>
        closedAccount(`m:${i}`, { handle: `h${i}_${i * 7}q`, name: 'Tarub Wezan' }),
      ),
    ]).links(openAccount('new', { handle: 'zzyzx', name: 'Tarub Wezan', emailToken: 'e' }), NOW)
  const bits = named(400)[0]?.waterfall.find(({ field }) => field === 'name')?.bits ?? 0
  assert.ok(bits < 4, String(bits))
})

test('N1: the innocent namesake of a common name is not linked', () => {
  const smiths = indexOf([
    ...crowd,
    closedAccount('old', { handle: 'john_smith', name: 'John Smith', language: 'en' }),
  ])
  const links = smiths.links(
    openAccount('new', { handle: 'johnsmith', name: 'John Smith', language: 'en' }, { networkTokens: ['n'] }),
    NOW,
  )
  assert.deepEqual(
    links.filter(({ tier }) => tier !== 'possible'),
    [],
  )
})

test('N2: a family on one network address is not linked by it', () => {
  const links = linksOf(
    { handle: 'poppy_baker', name: 'Poppy Baker', language: 'en' },
    { networkTokens: ['net-home'] },
  )
  assert.deepEqual(links, [])
})

test('N3: following whom the closed account followed links nobody', () => {
  const company = ['a:1', 'a:2', 'a:3', 'a:4']
  const trail = { handle: 'desk_reporter', handleSince: NOW, company }
  assert.deepEqual(linksOf({ handle: 'desk_reporter', name: 'Ines Calder', language: 'en' }, { trail }), [])
})

test('N4: whoever bore the handle first is no copy of the one that copied it', () => {
  const victim = (parts: Partial<AccountFacts>) =>
    indexOf([
      ...crowd,
      ...Array.from({ length: 300 }, (_, i) =>
        closedAccount(
          `fake:${i}`,
          { ...PARENT, emailToken: `m${i}`, handle: `kestrel_lantern${i}` },
          {
            trail: { handle: `kestrel_lantern${i}`, handleSince: CLOSED_AT - DAY, company: [] },
          },
        ),
      ),
    ]).links(openAccount('victim', { ...PARENT, emailToken: 'own' }, parts), NOW)
  const since = CLOSED_AT - 900 * DAY
  const links = victim({
    createdAt: since,
    trail: { handle: 'kestrel_lantern', handleSince: since, company: [] },
  })
  assert.deepEqual(links, [])
})

test('an account is never linked to itself, and to five at most', () => {
  const twins = indexOf(Array.from({ length: 40 }, (_, i) => closedAccount(`t:${i}`, PARENT)))
  const links = twins.links(openAccount('t:3', PARENT, { deviceTokens: ['d'] }), NOW)
  assert.ok(links.length <= 5)
  assert.ok(links.every(({ closedAccount }) => closedAccount !== 't:3'))
})

test('an empty index links nobody, and an account without a profile is linked to nobody', () => {
  assert.deepEqual(indexOf([]).links(openAccount('new', PARENT), NOW), [])
  assert.deepEqual(index.links({ ...openAccount('new'), profile: null }, NOW), [])
})

test('the later after the closure, the less it says', () => {
  const gapAfter = (ms: number) =>
    bitsOf(
      index
        .links(openAccount('new', PARENT, { createdAt: CLOSED_AT + ms }), CLOSED_AT + ms)
        .find(({ closedAccount }) => closedAccount === 'old'),
      'gap',
    )!
  assert.ok(gapAfter(HOUR / 2) > gapAfter(3 * DAY))
  assert.ok(gapAfter(3 * DAY) > gapAfter(300 * DAY))
})
