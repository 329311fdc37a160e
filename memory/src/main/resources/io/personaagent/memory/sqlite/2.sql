-- The last number that a record has got; kept so that a number is never used twice, and what is known of one stays true of it.
CREATE TABLE record_end (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  number INTEGER NOT NULL
) STRICT;

INSERT INTO record_end (one, number) SELECT 1, ifnull(max(number), 0) FROM record;

-- The vectors that may be compared: those of one collection, one model and one dimension.
CREATE TABLE space (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  model TEXT NOT NULL,
  dimension INTEGER NOT NULL,
  UNIQUE (collection, model, dimension)
) STRICT;

INSERT INTO space (collection, model, dimension)
  SELECT DISTINCT collection, model, length(vector) / 4 FROM record WHERE length(vector) >= 4;

-- The signs of a vector's values, one bit each: derived from it, and read instead of it to find candidates.
CREATE TABLE signature (
  record INTEGER PRIMARY KEY REFERENCES record (number) ON DELETE CASCADE,
  space INTEGER NOT NULL,
  signs BLOB NOT NULL
) STRICT;

INSERT INTO signature (record, space, signs)
  SELECT number, space.id, signs(vector) FROM record
  JOIN space ON space.collection = record.collection AND space.model = record.model AND dimension = length(vector) / 4
  ORDER BY number;

-- Tells a record's id from its number without reading the row, which its vector makes a page long.
CREATE INDEX record_name ON record (number, collection, id);
