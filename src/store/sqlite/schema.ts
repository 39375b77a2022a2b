import type { Database } from 'better-sqlite3'
import { StoreError } from '../store.ts'

/** Steps of one file's schema, oldest first. Step n brings version n-1 to n. Steps that were released never change. */
export type Migrations = readonly string[]

/**
 * Brings a file to the newest schema, each step in a transaction of its own. A file written by a newer Holdfast is
 * refused and left as it is.
 */
export function migrate(file: Database, name: string, migrations: Migrations): void {
  const version = schemaVersion(file)
  refuseNewer(version, name, migrations)
  for (let step = version; step < migrations.length; step++) {
    file.transaction(() => {
      file.exec(migrations[step]!)
      file.pragma(`user_version = ${step + 1}`)
    })()
  }
}

export const schemaVersion = (file: Database): number => Number(file.pragma('user_version', { simple: true }))

export function refuseNewer(version: number, name: string, migrations: Migrations): void {
  if (version <= migrations.length) return
  throw new StoreError(
    'newer-schema',
    `${name} was written by a newer Holdfast (schema ${version}; this one knows ${migrations.length})`,
    'Run the newer version, or bring back the backup made before the upgrade. Nothing was changed.',
  )
}

/** Refuses changes to what is only ever appended: a defence against mistakes, not against who owns the disk. */
const appendOnly = (table: string) => `
  CREATE TRIGGER ${table}_keeps BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
  CREATE TRIGGER ${table}_stays BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`

/**
 * The event log. Only the primary key is kept in order; id, type, at and account are there for people who look at the
 * file with a SQLite shell, and cost nothing to write.
 */
export const EVENTS: Migrations = [
  `
  CREATE TABLE events (
    seq INTEGER PRIMARY KEY,
    event TEXT NOT NULL,
    reading TEXT,
    gaps TEXT,
    crc INTEGER NOT NULL,
    id TEXT AS (event ->> '$.id'),
    type TEXT AS (event ->> '$.type'),
    at TEXT AS (event ->> '$.at'),
    account TEXT AS (event ->> '$.account')
  );
  ${appendOnly('events')}`,
]

/** Entries of the ledger that people and operators led to, as a condition that indexes and queries share. Part of a released step: never changed. */
export const LEDGER_ACTS = "kind NOT IN ('events', 'decision', 'link', 'campaign', 'receipt')"

/** Decisions and all that follows from them, the ledger, and what the installation remembers of itself. */
export const CASE: Migrations = [
  `
  CREATE TABLE position (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    judged INTEGER NOT NULL,
    ledger INTEGER NOT NULL,
    head TEXT NOT NULL
  );
  INSERT INTO position VALUES (1, 0, 0, '${'0'.repeat(64)}');

  CREATE TABLE decisions (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, mode TEXT NOT NULL, account TEXT NOT NULL, decision TEXT NOT NULL);
  CREATE INDEX decisions_account ON decisions (account, row);
  CREATE INDEX decisions_mode ON decisions (mode, row);
  CREATE TABLE jobs (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, queue TEXT NOT NULL, job TEXT NOT NULL);
  CREATE TABLE links (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, value TEXT NOT NULL);
  CREATE TABLE campaigns (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, value TEXT NOT NULL);
  CREATE TABLE threats (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, value TEXT NOT NULL);

  CREATE TABLE outbox (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    detail TEXT,
    entry TEXT NOT NULL
  );
  CREATE INDEX outbox_status ON outbox (status, next_at);

  CREATE TABLE ledger (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, hash TEXT NOT NULL, previous TEXT NOT NULL, body TEXT NOT NULL);
  ${appendOnly('ledger')}

  CREATE TABLE counters (name TEXT NOT NULL, mode TEXT NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (name, mode)) WITHOUT ROWID;
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE packs (hash TEXT PRIMARY KEY, files TEXT NOT NULL);
  CREATE TABLE access (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    secret_hash TEXT NOT NULL UNIQUE,
    scopes TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER
  );`,
  `
  ALTER TABLE access ADD COLUMN person TEXT;
  ALTER TABLE access ADD COLUMN about TEXT NOT NULL DEFAULT '{}';
  DELETE FROM access WHERE kind <> 'key';
  CREATE INDEX access_of ON access (kind, person);
  CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX ledger_acts ON ledger (seq) WHERE ${LEDGER_ACTS};
  CREATE INDEX ledger_acts_kind ON ledger (kind, seq) WHERE ${LEDGER_ACTS};
  CREATE INDEX ledger_acts_person ON ledger (body ->> '$.person', seq) WHERE ${LEDGER_ACTS};`,
  `
  CREATE TABLE evidence (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    decision TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    pending INTEGER NOT NULL,
    wanting INTEGER NOT NULL,
    erased INTEGER NOT NULL,
    snapshot TEXT,
    value TEXT NOT NULL
  );
  CREATE INDEX evidence_account ON evidence (account, row);
  CREATE INDEX evidence_wanting ON evidence (row) WHERE wanting = 1;
  CREATE TABLE holds (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, scope TEXT NOT NULL, value TEXT NOT NULL);
  CREATE INDEX holds_scope ON holds (scope, row);
  CREATE TABLE views (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    seen TEXT NOT NULL,
    matter TEXT,
    who TEXT NOT NULL,
    value TEXT NOT NULL
  );
  CREATE INDEX views_seen ON views (seen, row);
  CREATE INDEX views_matter ON views (matter, row) WHERE matter IS NOT NULL;
  CREATE INDEX views_who ON views (who, row);
  CREATE TABLE ledger_about (about TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (about, seq)) WITHOUT ROWID;`,
  `
  ALTER TABLE jobs ADD COLUMN status TEXT NOT NULL DEFAULT 'open';
  ALTER TABLE jobs ADD COLUMN shut INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE jobs ADD COLUMN rank REAL NOT NULL DEFAULT 0;
  ALTER TABLE jobs ADD COLUMN opened_at INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE jobs ADD COLUMN deadline INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE jobs ADD COLUMN free_at INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE jobs ADD COLUMN holder TEXT;
  ALTER TABLE jobs ADD COLUMN language TEXT NOT NULL DEFAULT '';
  ALTER TABLE jobs ADD COLUMN policy TEXT NOT NULL DEFAULT '';
  ALTER TABLE jobs ADD COLUMN severity INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE jobs ADD COLUMN item TEXT;
  ALTER TABLE jobs ADD COLUMN subject TEXT NOT NULL DEFAULT '';
  ALTER TABLE jobs ADD COLUMN account TEXT NOT NULL DEFAULT '';
  ALTER TABLE jobs ADD COLUMN decision TEXT NOT NULL DEFAULT '';
  ALTER TABLE jobs ADD COLUMN not_by TEXT;
  ALTER TABLE jobs ADD COLUMN closing TEXT;
  ALTER TABLE jobs ADD COLUMN note TEXT;
  UPDATE jobs SET
    rank = job ->> '$.priority', policy = job ->> '$.policy', account = job ->> '$.account', decision = job ->> '$.decision',
    subject = (job ->> '$.subject.kind') || ':' || (job ->> '$.subject.id'),
    opened_at = CAST(strftime('%s', job ->> '$.at') AS INTEGER) * 1000,
    deadline = CAST(strftime('%s', job ->> '$.at') AS INTEGER) * 1000 + 86400000;
  CREATE INDEX jobs_order ON jobs (rank DESC, row DESC) WHERE shut = 0;
  CREATE INDEX jobs_queue ON jobs (queue, rank DESC, row DESC) WHERE shut = 0;
  CREATE INDEX jobs_route ON jobs (queue, language, rank DESC, row DESC) WHERE shut = 0;
  CREATE INDEX jobs_count ON jobs (queue, deadline, free_at) WHERE shut = 0;
  CREATE INDEX jobs_holder ON jobs (holder) WHERE shut = 0 AND holder IS NOT NULL;
  CREATE INDEX jobs_closed ON jobs (row) WHERE shut = 1;
  CREATE INDEX jobs_subject ON jobs (subject);
  CREATE INDEX jobs_decision ON jobs (decision);
  CREATE INDEX jobs_account ON jobs (account);

  CREATE TABLE shown (person TEXT NOT NULL, item TEXT NOT NULL, job TEXT NOT NULL, severity INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (person, item, job)) WITHOUT ROWID;
  CREATE INDEX shown_at ON shown (person, at);
  CREATE TABLE desk_profiles (person TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE appeals (id TEXT PRIMARY KEY, decision TEXT NOT NULL UNIQUE, account TEXT NOT NULL, status TEXT NOT NULL, value TEXT NOT NULL);
  CREATE INDEX appeals_status ON appeals (status);
  CREATE INDEX appeals_account ON appeals (account);
  CREATE TABLE proposals (id TEXT PRIMARY KEY, status TEXT NOT NULL, expires_at INTEGER NOT NULL, value TEXT NOT NULL);
  CREATE INDEX proposals_status ON proposals (status);
  CREATE TABLE outcomes (id TEXT PRIMARY KEY, at TEXT NOT NULL, rule TEXT NOT NULL, value TEXT NOT NULL);
  CREATE INDEX outcomes_rule ON outcomes (rule, at);
  CREATE INDEX outcomes_at ON outcomes (at);
  CREATE TABLE findings (id TEXT PRIMARY KEY, at TEXT NOT NULL, decision TEXT NOT NULL, value TEXT NOT NULL);
  CREATE INDEX findings_at ON findings (at);
  CREATE INDEX findings_decision ON findings (decision);
  CREATE TABLE bulks (id TEXT PRIMARY KEY, bulk TEXT NOT NULL, value TEXT NOT NULL);
  CREATE INDEX bulks_of ON bulks (bulk);`,
  `
  DROP INDEX jobs_route;
  CREATE INDEX jobs_route ON jobs (queue, language, rank DESC, row DESC, free_at, severity, policy) WHERE shut = 0;`,
]

/** States as of `settled`. They can be folded again from the log, as can the index of event ids below. */
export const STATES: Migrations = [
  `
  CREATE TABLE settled (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL, accounts INTEGER NOT NULL);
  INSERT INTO settled VALUES (1, 0, 0);
  CREATE TABLE states (row INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, closed INTEGER NOT NULL, state TEXT NOT NULL);
  CREATE INDEX states_closed ON states (row) WHERE closed = 1;`,
]

/** Which event ids are in the log. */
export const IDS: Migrations = [
  `
  CREATE TABLE id_key (one INTEGER PRIMARY KEY CHECK (one = 1), key BLOB NOT NULL);
  INSERT INTO id_key VALUES (1, randomblob(8));
  CREATE TABLE id_segments (
    id INTEGER PRIMARY KEY,
    stage TEXT NOT NULL,
    level INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    starts BLOB,
    prints BLOB
  );
  CREATE TABLE id_pages (at INTEGER PRIMARY KEY, entries BLOB NOT NULL);`,
]
