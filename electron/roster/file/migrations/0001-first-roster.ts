/**
 * Version 1: the change log, the lists read from it, and what a roster remembers of files.
 *
 * Frozen once released: rosters in the field were made by exactly this text. Later shapes are later files. The tables
 * of entities are not here: they are made from the registry (projection/schema.ts).
 *
 * - `op` is the truth. Its columns and `body` give the hashed bytes back; `id` is the local order of arrival. `prev` is
 *   the hash of the op before where that op is not the one before in this roster: at a gap, and at the first op of a
 *   piece of a forked writer.
 * - `writer` has one row a piece where a writer is forked (see shared/sync/branch.ts); `first_seq` and `parent` say where
 *   a piece begins.
 * - `op.standing` is a reading of the log (shared/domain/authority.ts): 0 counts, 1 waits as a proposal, 2 refused, 3 of
 *   another entity than its row; no hash covers it, so `standing_proof` does (file/op-standing.ts). Such readings are
 *   `person_unit` too: units that ops with authority named for somebody, whoever else was named since; `open_op`: ops of which nothing can be said before more has come; and `proposed_owner`: whose
 *   row it would be by an op that waits or was refused. `op_ruling` finds the ops of units, credentials and decisions,
 *   from which authority follows.
 * - `head` holds what writers signed over their ops up to `size` (shared/sync/proof); of the roster's own writer the newest
 *   with the hashes of its tree's peaks, of others those that prove what is here. `subtree`: hashes that stand for ops
 *   which a head covers and which are not here.
 * - `change.reception` is null for what was written here. `change.at` is its author's clock; since when a change stands in
 *   this roster is told by `reception.at`, the moment on which a reception was kept, or by the own clock (see
 *   read/known-cut.ts).
 * - `conflict`, `unresolved`, `hidden` (rows that were created and do not stand in their table) and `waiting` are
 *   readings of the log, kept so that lists of them need no search through it; `verify` compares them. `reception`,
 *   `receipt`, `receipt_undone` (files of receptions that were taken back, which may be received again), `statement`, `sent`, `told` (rows of people of which an office with a narrow scope was sent something),
 *   `withheld` are this roster's own memory of files and travel nowhere.
 * - `total` says of a table how many rows it has and what their proofs add up to (see file/row-proof.ts), so that a row
 *   which vanished is noticed by whoever reads all of them.
 * - `named_document` is such a reading too: which documents rows name, and the op that does. `blob` holds documents by the
 *   SHA-256 of their bytes (`packed`: compressed), `blob_piece` what has come of those that are not whole yet.
 * - `file_stamp` must stay the first table: its one row is looked for on the file's second page (see stamp.ts).
 */
export const firstRoster = `
CREATE TABLE file_stamp (
  pk INTEGER PRIMARY KEY CHECK (pk = 1),
  current BLOB NOT NULL CHECK (length(current) = 16),
  next BLOB NOT NULL CHECK (length(next) = 16)
) STRICT;
INSERT INTO file_stamp (pk, current, next) VALUES (1, randomblob(16), randomblob(16));

CREATE TABLE local_state (
  key TEXT PRIMARY KEY,
  value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE writer (
  id INTEGER PRIMARY KEY,
  identity BLOB NOT NULL CHECK (length(identity) = 48),
  branch INTEGER NOT NULL DEFAULT 0,
  forked INTEGER NOT NULL DEFAULT 0,
  first_seq INTEGER NOT NULL DEFAULT 1,
  parent INTEGER,
  last_seq INTEGER NOT NULL,
  last_hash BLOB CHECK (last_hash IS NULL OR length(last_hash) = 32),
  last_lamport INTEGER NOT NULL,
  UNIQUE (identity, branch)
) STRICT;

CREATE TABLE head (
  identity BLOB NOT NULL CHECK (length(identity) = 48),
  root BLOB NOT NULL CHECK (length(root) = 32),
  size INTEGER NOT NULL,
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  peaks BLOB,
  PRIMARY KEY (identity, root)
) STRICT, WITHOUT ROWID;

CREATE TABLE subtree (
  identity BLOB NOT NULL CHECK (length(identity) = 48),
  root BLOB NOT NULL CHECK (length(root) = 32),
  level INTEGER NOT NULL,
  place INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (identity, root, level, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE author (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE op (
  id INTEGER PRIMARY KEY,
  writer INTEGER NOT NULL REFERENCES writer (id),
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  prev BLOB,
  lamport INTEGER NOT NULL,
  at INTEGER NOT NULL,
  author INTEGER NOT NULL REFERENCES author (id),
  change_seq INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  row BLOB NOT NULL CHECK (length(row) = 16),
  created INTEGER NOT NULL CHECK (created IN (0, 1)),
  body BLOB NOT NULL,
  standing INTEGER NOT NULL DEFAULT 0 CHECK (standing IN (0, 1, 2, 3)),
  standing_proof INTEGER NOT NULL DEFAULT 0,
  UNIQUE (writer, seq)
) STRICT;
CREATE INDEX op_row ON op (row);
CREATE INDEX op_standing ON op (standing) WHERE standing <> 0;
CREATE INDEX op_ruling ON op (entity) WHERE entity IN (2, 13, 14);
CREATE INDEX op_gap ON op (writer, seq) WHERE prev IS NOT NULL;

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  writer INTEGER NOT NULL REFERENCES writer (id),
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  author INTEGER NOT NULL REFERENCES author (id),
  action TEXT NOT NULL,
  reason TEXT,
  undoes INTEGER,
  undone_by INTEGER,
  reception INTEGER,
  UNIQUE (writer, first_seq)
) STRICT;
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
  catalog INTEGER NOT NULL DEFAULT 0,
  conflicts INTEGER NOT NULL DEFAULT 0,
  settled INTEGER NOT NULL DEFAULT 0,
  proposals INTEGER NOT NULL DEFAULT 0,
  decided INTEGER NOT NULL DEFAULT 0,
  unreadable INTEGER NOT NULL DEFAULT 0,
  undone_at INTEGER,
  undone_by INTEGER REFERENCES author (id)
) STRICT;
CREATE INDEX reception_first_op ON reception (first_op) WHERE undone_at IS NULL;
CREATE INDEX reception_undone ON reception (first_op) WHERE undone_at IS NOT NULL;

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

CREATE TABLE receipt_undone (
  id INTEGER PRIMARY KEY,
  reception INTEGER NOT NULL REFERENCES reception (id),
  office TEXT NOT NULL
) STRICT;
CREATE INDEX receipt_undone_reception ON receipt_undone (reception, office);

CREATE TABLE statement (
  sender BLOB PRIMARY KEY CHECK (length(sender) = 32),
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  holds BLOB NOT NULL,
  lacks BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sent (
  file_id BLOB PRIMARY KEY CHECK (length(file_id) = 16),
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  author INTEGER NOT NULL REFERENCES author (id),
  addressees BLOB NOT NULL,
  last_op INTEGER NOT NULL,
  ops INTEGER NOT NULL,
  bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE told (
  office BLOB NOT NULL CHECK (length(office) = 32),
  row BLOB NOT NULL CHECK (length(row) = 16),
  PRIMARY KEY (office, row)
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
  state TEXT NOT NULL CHECK (state IN ('missing', 'removed', 'joined', 'found', 'gone')),
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

CREATE TABLE person_unit (
  official BLOB NOT NULL CHECK (length(official) = 16),
  unit BLOB NOT NULL CHECK (length(unit) = 16),
  PRIMARY KEY (official, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE open_op (
  op INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE proposed_owner (
  op INTEGER PRIMARY KEY,
  owner BLOB NOT NULL CHECK (length(owner) = 16),
  row BLOB NOT NULL CHECK (length(row) = 16)
) STRICT;
CREATE INDEX proposed_owner_owner ON proposed_owner (owner);

CREATE TABLE named_document (
  row BLOB NOT NULL CHECK (length(row) = 16),
  field INTEGER NOT NULL,
  op INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (row, field, op)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_document_hash ON named_document (hash);

CREATE TABLE unreadable (
  row BLOB NOT NULL CHECK (length(row) = 16),
  field INTEGER NOT NULL,
  op INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  PRIMARY KEY (row, field, op)
) STRICT, WITHOUT ROWID;

CREATE TABLE total (
  name TEXT PRIMARY KEY,
  rows INTEGER NOT NULL,
  sum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE blob (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  size INTEGER NOT NULL,
  packed INTEGER NOT NULL CHECK (packed IN (0, 1)),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE blob_piece (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  size INTEGER NOT NULL,
  place INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (hash, place)
) STRICT;
`;
