import { sha256 } from '../lib/hash.ts'
import type { Decision } from '../model/decision.ts'
import type { Evidence } from '../model/evidence.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Reading } from '../model/reading.ts'
import type { SnapshotFile, ThreadPost } from './snapshot.ts'

/*
 * Pages for people, in a bundle. Everything shown was written by somebody hostile: it is escaped, steers no direction but its own, and no page loads, runs or
 * sends anything. (docs/spec/evidence.md, E44)
 */

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ccc}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem}.text{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate;border:1px solid #999;padding:.6rem;margin:.2rem 0}
.note{color:#555;font-size:.9rem}code{overflow-wrap:anywhere}@media(max-width:50rem){.pair{grid-template-columns:1fr}}`

const POLICY = `default-src 'none'; style-src 'sha256-${Buffer.from(sha256(STYLE), 'hex').toString('base64')}'; base-uri 'none'; form-action 'none'`

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Control characters are shown as such, and what turns the direction of writing is named rather than obeyed. */
export const escaped = (text: unknown): string =>
  String(text)
    .replace(
      /[\u202a-\u202e\u2066-\u2069\u061c\u200e\u200f]/g,
      (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(/(?![\n\t])\p{Cc}/gu, '\ufffd')
    .toWellFormed()
    .replace(/[&<>"']/g, (one) => ESCAPES[one]!)

const page = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>\n${body}\n</body></html>\n`

const row = (name: string, value: unknown): string =>
  value === null || value === undefined || value === ''
    ? ''
    : `<tr><th scope="row">${escaped(name)}</th><td><bdi>${escaped(value)}</bdi></td></tr>`

const table = (rows: string): string => `<table><tbody>${rows}</tbody></table>`

/** A text in its own direction, whatever the page's is. */
const text = (words: string, language: string | null | undefined): string =>
  `<div class="text" dir="auto"${language && /^[a-z]{2,3}(?:-[\w-]{1,20})?$/i.test(language) && language !== 'und' ? ` lang="${escaped(language)}"` : ''}>${escaped(words)}</div>`

/** What was written, and beside it what a machine made of it, with its name. */
function sideBySide(original: string, reading: Reading | null): string {
  const translation = reading?.translation
  const left = `<div><div class="note">original${reading ? ` (${escaped(reading.language)})` : ''}</div>${text(original, reading?.language)}</div>`
  const right =
    translation === undefined
      ? '<div><div class="note">no translation was made</div></div>'
      : `<div><div class="note">machine translation into ${escaped(translation.to)} by ${escaped(translation.engine)}; no decision rests on it alone</div>${text(translation.text, translation.to)}</div>`
  return `<div class="pair">${left}${right}</div>`
}

const post = ({ at, account, post: { id, text: words, media }, reading }: ThreadPost): string =>
  `<p class="note"><bdi>${escaped(account)}</bdi>, ${escaped(at)}, <bdi>${escaped(id)}</bdi>${media.length > 0 ? `, ${media.length} media` : ''}</p>${sideBySide(words, reading)}`

const posts = (title: string, list: ThreadPost[]): string =>
  list.length === 0 ? '' : `<h2>${escaped(title)}</h2>${list.map(post).join('\n')}`

export interface ItemParts {
  evidence: Evidence
  decision: Decision | undefined
  snapshot: SnapshotFile | null
  custody: LedgerEntry[]
  /** Why bytes that were kept are not in the bundle. */
  missing: string[]
}

/** One piece of evidence. */
export function itemPage({ evidence, decision, snapshot, custody, missing }: ItemParts): string {
  const { id, at, account, subject, policy, media, erased } = evidence
  const head = table(
    row('evidence', id) +
      row('decision', evidence.decision) +
      row('at', at) +
      row('account', account) +
      row('about', `${subject.kind} ${subject.id}`) +
      row('policy', policy) +
      row('snapshot, SHA-256', evidence.snapshot?.sha256) +
      row('erased', erased && `${erased.at}: ${erased.why}`),
  )
  const decided =
    decision === undefined
      ? ''
      : `<h2>The decision</h2>${table(
          row('actions', decision.actions.join(', ')) +
            row('rules', decision.rules.join(', ')) +
            row('by', decision.automated ? 'machine' : 'a person') +
            row('policy pack', decision.pack) +
            row('not known', decision.gaps.join(', ')),
        )}${text(decision.statement.text, 'en')}<ul>${decision.why.map((why) => `<li>${escaped(why)}</li>`).join('')}</ul>`
  return page(
    id,
    `<h1>Evidence <bdi>${escaped(id)}</bdi></h1>${head}${decided}${snapshot === null ? '' : shown(snapshot)}${mediaOf(media)}${
      missing.length === 0
        ? ''
        : `<h2>Missing</h2><ul>${missing.map((one) => `<li>${escaped(one)}</li>`).join('')}</ul>`
    }${custodyOf(custody)}`,
  )
}

function shown(snapshot: SnapshotFile): string {
  const [current, ...former] = snapshot.versions
  const { profile } = snapshot
  const facts =
    profile === null
      ? '<p>never sent by the platform</p>'
      : table(
          row('handle', profile.handle) +
            row('name', profile.name) +
            row('bio', profile.bio) +
            row('location', profile.location) +
            row('addresses', profile.urls?.join(' ')) +
            row('made', profile.createdAt) +
            row('followers', profile.followers) +
            row('verified', profile.verified),
        )
  return (
    posts('What it says', current === undefined ? [] : [current]) +
    posts('What it said before it was edited', former) +
    posts('What it answers or quotes', snapshot.parents) +
    posts('What answers it', snapshot.answers) +
    posts('Last posts of the account', snapshot.posts) +
    `<h2>The profile as shown</h2>${facts}` +
    (snapshot.gaps.length === 0
      ? ''
      : `<h2>Not known</h2><ul>${snapshot.gaps.map((gap) => `<li>${escaped(gap)}</li>`).join('')}</ul>`)
  )
}

function mediaOf(media: Evidence['media']): string {
  if (media.length === 0) return ''
  const rows = media.map(
    ({ id, url, status, sha256: hash, bytes, type, cut, differs, reason }) =>
      `<tr><td><bdi>${escaped(id)}</bdi></td><td>${escaped(status)}${cut ? ', cut' : ''}${differs ? ', not the bytes the platform named' : ''}</td><td><code>${status === 'kept' ? `media/${escaped(hash)}` : ''}</code></td><td>${escaped(bytes ?? '')}</td><td>${escaped(type ?? '')}</td><td>${escaped(reason ?? '')}</td><td><bdi>${escaped(url ?? '')}</bdi></td></tr>`,
  )
  return `<h2>Media</h2><p class="note">Not shown here: open them on a machine that may be lost.</p><table><thead><tr><th>id</th><th>state</th><th>file</th><th>bytes</th><th>type, as told</th><th>remark</th><th>address</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const custodyOf = (custody: LedgerEntry[]): string =>
  `<h2>Custody, by the ledger</h2><table><thead><tr><th>entry</th><th>at</th><th>what</th><th>hash</th></tr></thead><tbody>${custody
    .map(
      ({ seq, at, kind, hash, body }) =>
        `<tr><td>${seq}</td><td>${escaped(at)}</td><td>${escaped([kind, body['what'], body['status'], body['by'], body['why']].filter((one) => typeof one === 'string').join(', '))}</td><td><code>${escaped(hash)}</code></td></tr>`,
    )
    .join('')}</tbody></table>`

export interface IndexParts {
  title: string
  why: string
  by: string
  at: string
  size: number
  root: string
  rows: { evidence: Evidence; folder: string }[]
}

/** The bundle's first page. */
export function indexPage({ title, why, by, at, size, root, rows }: IndexParts): string {
  const list = rows.map(
    ({ evidence: { id, at: when, subject, account, policy, media }, folder }) =>
      `<tr><td><a href="${escaped(folder)}index.html"><bdi>${escaped(id)}</bdi></a></td><td>${escaped(when)}</td><td><bdi>${escaped(account)}</bdi></td><td><bdi>${escaped(`${subject.kind} ${subject.id}`)}</bdi></td><td>${escaped(policy)}</td><td>${media.length}</td></tr>`,
  )
  return page(
    title,
    `<h1>${escaped(title)}</h1>${table(row('made', at) + row('by', by) + row('why', why) + row('pieces of evidence', rows.length) + row('ledger entries', size) + row('ledger root', root))}
<p>Every byte of this archive can be verified without us and without a network: <code>node verify.mjs BUNDLE</code>. Take the script from the project itself where you can.</p>
<table><thead><tr><th>evidence</th><th>at</th><th>account</th><th>about</th><th>policy</th><th>media</th></tr></thead><tbody>${list.join('\n')}</tbody></table>`,
  )
}
