/**
 * Version 2: what trading changes with other offices needs beside the log.
 *
 * Frozen: rosters in the field were made by exactly this text. Later shapes are later files.
 *
 * - `op.prev` is the hash of the op before where that op is not the one before in this roster: at a gap, and at the
 *   first op of a piece of a forked writer. `op.compacted`: the values were dropped, the hash is testified.
 * - `writer` gets one row a piece where a writer is forked (see shared/sync/branch.ts); `first_seq` and `parent` say
 *   where a piece begins.
 * - `change.reception` is null for what was written here.
 * - `conflict`, `unresolved`, `hidden` (rows that were created and do not stand in their table) and `waiting` are
 *   readings of the log, kept so that lists of them need no search through it; `verify` compares them. `reception`,
 *   `receipt`, `statement`, `sent`, `withheld` are this roster's own memory of files and travel nowhere.
 */
export const exchange = `
ALTER TABLE writer ADD COLUMN forked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE writer ADD COLUMN first_seq INTEGER NOT NULL DEFAULT 1;
ALTER TABLE writer ADD COLUMN parent INTEGER;

ALTER TABLE op ADD COLUMN prev BLOB;
ALTER TABLE op ADD COLUMN compacted INTEGER NOT NULL DEFAULT 0;
CREATE INDEX op_gap ON op (writer, seq) WHERE prev IS NOT NULL;

ALTER TABLE change ADD COLUMN reception INTEGER;
CREATE INDEX change_own ON change (id) WHERE reception IS NULL;
CREATE INDEX change_reception ON change (reception) WHERE reception IS NOT NULL;

CREATE TABLE reception (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  author INTEGER NOT NULL REFERENCES author (id),
  first_op INTEGER,
  last_op INTEGER,
  added INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  ended INTEGER NOT NULL DEFAULT 0,
  removed INTEGER NOT NULL DEFAULT 0,
  conflicts INTEGER NOT NULL DEFAULT 0,
  undone_at INTEGER,
  undone_by INTEGER REFERENCES author (id)
) STRICT;

CREATE INDEX reception_first_op ON reception (first_op) WHERE undone_at IS NULL;

CREATE TABLE receipt (
  id INTEGER PRIMARY KEY,
  file_id BLOB NOT NULL CHECK (length(file_id) = 16),
  reception INTEGER NOT NULL REFERENCES reception (id),
  sender BLOB NOT NULL CHECK (length(sender) = 32),
  unit_code TEXT NOT NULL,
  office TEXT NOT NULL,
  number INTEGER NOT NULL,
  sent_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  whole INTEGER NOT NULL,
  ops INTEGER NOT NULL
) STRICT;
CREATE INDEX receipt_reception ON receipt (reception, office);
CREATE INDEX receipt_file ON receipt (file_id);
CREATE INDEX receipt_sender ON receipt (sender, number);

CREATE TABLE statement (
  sender BLOB PRIMARY KEY CHECK (length(sender) = 32),
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  holds BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sent (
  file_id BLOB PRIMARY KEY CHECK (length(file_id) = 16),
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  author INTEGER NOT NULL REFERENCES author (id),
  addressees BLOB NOT NULL,
  ops INTEGER NOT NULL,
  bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE withheld (
  identity BLOB NOT NULL CHECK (length(identity) = 48),
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  PRIMARY KEY (identity, first_seq, last_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE conflict (
  row BLOB NOT NULL CHECK (length(row) = 16),
  field INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  PRIMARY KEY (row, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE unresolved (
  row BLOB NOT NULL CHECK (length(row) = 16),
  field INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  target BLOB NOT NULL CHECK (length(target) = 16),
  state TEXT NOT NULL CHECK (state IN ('missing', 'removed', 'joined', 'found')),
  PRIMARY KEY (row, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX unresolved_target ON unresolved (target);

CREATE TABLE hidden (
  row BLOB PRIMARY KEY CHECK (length(row) = 16),
  entity INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE waiting (
  row BLOB PRIMARY KEY CHECK (length(row) = 16),
  entity INTEGER NOT NULL,
  ops INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE question (
  pk INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  official INTEGER REFERENCES official (pk) DEFERRABLE INITIALLY DEFERRED,
  about TEXT,
  field TEXT,
  "to" TEXT,
  to_name TEXT,
  asked_by TEXT,
  text TEXT,
  answer TEXT,
  answered_by TEXT
) STRICT;
CREATE INDEX question_official ON question (official);

CREATE TABLE kept_apart (
  pk INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  one INTEGER NOT NULL REFERENCES official (pk) DEFERRABLE INITIALLY DEFERRED,
  other INTEGER NOT NULL REFERENCES official (pk) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX kept_apart_one ON kept_apart (one);
CREATE INDEX kept_apart_other ON kept_apart (other);
`;
