/**
 * Version 1: the change log, the list of changes read from it, and one table an entity.
 *
 * Frozen: rosters in the field were made by exactly this text. Later shapes are later files.
 *
 * - `op` is the truth. Its columns and `body` give the hashed bytes back; `id` is the local order of arrival.
 * - `pk` of a row is the id of the op that created it, so a rebuild from the log gives the same tables.
 * - References are checked at the end of a transaction, since a parent may come after its children.
 * - `*_packed`, `*_code`, `level_rank` and `sort_key` are derived from the columns beside them: statistics read a
 *   million rows as whole numbers, and the grid's order comes from an index. They stand first, because SQLite
 *   decodes a row from its start.
 */
export const firstRoster = `
CREATE TABLE local_state (
  key TEXT PRIMARY KEY,
  value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE writer (
  id INTEGER PRIMARY KEY,
  identity BLOB NOT NULL CHECK (length(identity) = 48),
  branch INTEGER NOT NULL DEFAULT 0,
  last_seq INTEGER NOT NULL,
  last_hash BLOB CHECK (last_hash IS NULL OR length(last_hash) = 32),
  last_lamport INTEGER NOT NULL,
  UNIQUE (identity, branch)
) STRICT;

CREATE TABLE author (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE op (
  id INTEGER PRIMARY KEY,
  writer INTEGER NOT NULL REFERENCES writer (id),
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  lamport INTEGER NOT NULL,
  at INTEGER NOT NULL,
  author INTEGER NOT NULL REFERENCES author (id),
  change_seq INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  row BLOB NOT NULL CHECK (length(row) = 16),
  created INTEGER NOT NULL CHECK (created IN (0, 1)),
  body BLOB NOT NULL,
  UNIQUE (writer, seq)
) STRICT;
CREATE INDEX op_row ON op (row);

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  writer INTEGER NOT NULL REFERENCES writer (id),
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  author INTEGER NOT NULL REFERENCES author (id),
  action TEXT NOT NULL,
  reason TEXT,
  subject INTEGER,
  undoes INTEGER,
  undone_by INTEGER,
  UNIQUE (writer, first_seq)
) STRICT;
CREATE INDEX change_subject ON change (subject) WHERE subject IS NOT NULL;

CREATE TABLE unit (
  pk INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  code TEXT,
  name TEXT,
  type TEXT,
  level TEXT,
  parent INTEGER REFERENCES unit (pk) DEFERRABLE INITIALLY DEFERRED,
  valid_from TEXT,
  valid_to TEXT,
  formed_from TEXT,
  predecessors TEXT,
  area_flags TEXT
) STRICT;
CREATE INDEX unit_code ON unit (code);
CREATE INDEX unit_parent ON unit (parent);

CREATE TABLE office (
  pk INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  unit INTEGER NOT NULL REFERENCES unit (pk) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  prepared_by TEXT,
  signer_title TEXT,
  signer_name TEXT,
  sample_as_of TEXT
) STRICT;
CREATE INDEX office_unit ON office (unit);

CREATE TABLE post (
  pk INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  key TEXT,
  name TEXT,
  "group" TEXT,
  category TEXT,
  "order" INTEGER,
  valid_from TEXT,
  valid_to TEXT
) STRICT;
CREATE INDEX post_key ON post (key);

CREATE TABLE official (
  pk INTEGER PRIMARY KEY,
  birth_packed INTEGER NOT NULL,
  sex_code INTEGER NOT NULL,
  sort_key TEXT NOT NULL,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  full_name TEXT,
  other_name TEXT,
  sex TEXT,
  birth TEXT,
  identity_number TEXT,
  ethnicity TEXT,
  religion TEXT,
  birth_place TEXT,
  hometown TEXT,
  residence TEXT,
  phone TEXT,
  party_joined TEXT,
  party_official TEXT,
  recruited_on TEXT,
  note TEXT
) STRICT;
CREATE INDEX official_sort_key ON official (sort_key);
CREATE INDEX official_identity_number ON official (identity_number) WHERE identity_number IS NOT NULL;

CREATE TABLE assignment (
  pk INTEGER PRIMARY KEY,
  official INTEGER NOT NULL REFERENCES official (pk) DEFERRABLE INITIALLY DEFERRED,
  unit INTEGER NOT NULL REFERENCES unit (pk) DEFERRABLE INITIALLY DEFERRED,
  post INTEGER NOT NULL REFERENCES post (pk) DEFERRABLE INITIALLY DEFERRED,
  from_packed INTEGER NOT NULL,
  to_packed INTEGER NOT NULL,
  main INTEGER CHECK (main IN (0, 1)),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  kind TEXT,
  "from" TEXT,
  "to" TEXT,
  decision_number TEXT,
  decision_date TEXT,
  end_reason TEXT,
  note TEXT
) STRICT;
CREATE INDEX assignment_official ON assignment (official);
CREATE INDEX assignment_unit ON assignment (unit);
CREATE INDEX assignment_post ON assignment (post);

CREATE TABLE qualification (
  pk INTEGER PRIMARY KEY,
  official INTEGER NOT NULL REFERENCES official (pk) DEFERRABLE INITIALLY DEFERRED,
  kind_code INTEGER NOT NULL,
  level_rank INTEGER NOT NULL,
  granted_packed INTEGER NOT NULL,
  equivalent INTEGER CHECK (equivalent IN (0, 1)),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  kind TEXT,
  level TEXT,
  major TEXT,
  school TEXT,
  mode TEXT,
  granted TEXT,
  certificate TEXT,
  note TEXT
) STRICT;
CREATE INDEX qualification_official ON qualification (official);

CREATE TABLE standard_set (
  pk INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  key TEXT,
  name TEXT,
  title TEXT,
  valid_from TEXT,
  valid_to TEXT,
  verified INTEGER CHECK (verified IN (0, 1)),
  note TEXT
) STRICT;

CREATE TABLE standard_rule (
  pk INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  "set" INTEGER NOT NULL REFERENCES standard_set (pk) DEFERRABLE INITIALLY DEFERRED,
  standard TEXT,
  post_groups TEXT,
  minimum_level TEXT,
  any_flag TEXT,
  all_flags TEXT,
  clause TEXT,
  verified INTEGER CHECK (verified IN (0, 1)),
  grace_until TEXT,
  grace_serving_before TEXT,
  "order" INTEGER,
  note TEXT
) STRICT;
CREATE INDEX standard_rule_set ON standard_rule ("set");
`;
