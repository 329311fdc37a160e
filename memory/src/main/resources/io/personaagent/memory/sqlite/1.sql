-- The last position that was given away; kept apart so that a position is never used twice, even after forgetting.
CREATE TABLE log_end (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  position INTEGER NOT NULL
) STRICT;

INSERT INTO log_end (one, position) VALUES (1, 0);

-- Times are milliseconds since 1970 in UTC. The actions are in the body. "feedbacks" is how many rows of feedback there must be.
CREATE TABLE episode (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  session TEXT NOT NULL,
  happened INTEGER NOT NULL,
  recorded INTEGER NOT NULL,
  feedbacks INTEGER NOT NULL,
  hash TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE INDEX episode_session ON episode (session, position);

-- Feedback that came with its episode has the episode's own position.
CREATE TABLE feedback (
  number INTEGER PRIMARY KEY,
  position INTEGER NOT NULL,
  episode TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
  verdict TEXT NOT NULL,
  given INTEGER NOT NULL,
  hash TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE INDEX feedback_position ON feedback (position);

CREATE INDEX feedback_episode ON feedback (episode, number);

-- The records of one kind of one owner. Their terms are in a full-text table of their own, terms_ID, so that statistics never mix.
CREATE TABLE collection (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  owner TEXT NOT NULL,
  kind TEXT NOT NULL,
  UNIQUE (owner, kind)
) STRICT;

-- A vector is its float32 values, little-endian; empty together with the model when there is none. Attributes are a JSON object.
CREATE TABLE record (
  number INTEGER PRIMARY KEY,
  collection INTEGER NOT NULL REFERENCES collection (id),
  id TEXT NOT NULL,
  model TEXT NOT NULL,
  hash TEXT NOT NULL,
  vector BLOB NOT NULL,
  attributes TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (collection, id)
) STRICT;

CREATE TABLE record_evidence (
  record INTEGER NOT NULL REFERENCES record (number) ON DELETE CASCADE,
  episode TEXT NOT NULL,
  PRIMARY KEY (record, episode)
) STRICT, WITHOUT ROWID;

CREATE INDEX record_evidence_episode ON record_evidence (episode);

-- The weight is text, because a REAL column loses NaN and the sign of zero.
CREATE TABLE link (
  number INTEGER PRIMARY KEY,
  owner TEXT NOT NULL,
  from_kind TEXT NOT NULL,
  from_id TEXT NOT NULL,
  relation TEXT NOT NULL,
  to_kind TEXT NOT NULL,
  to_id TEXT NOT NULL,
  weight TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (owner, from_kind, from_id, relation, to_kind, to_id)
) STRICT;

CREATE INDEX link_target ON link (owner, to_kind, to_id);

CREATE TABLE link_evidence (
  link INTEGER NOT NULL REFERENCES link (number) ON DELETE CASCADE,
  episode TEXT NOT NULL,
  PRIMARY KEY (link, episode)
) STRICT, WITHOUT ROWID;

CREATE INDEX link_evidence_episode ON link_evidence (episode);

CREATE TABLE cursor (
  owner TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TABLE shelf (
  owner TEXT NOT NULL,
  key TEXT NOT NULL,
  hash TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (owner, key)
) STRICT;
