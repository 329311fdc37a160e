-- A vector takes three times as much room as all else of its record, which is read far more often. It is its float32 values,
-- little-endian; a record without one has no row.
CREATE TABLE vector (
  record INTEGER PRIMARY KEY REFERENCES record (number) ON DELETE CASCADE,
  model TEXT NOT NULL,
  floats BLOB NOT NULL
) STRICT;

INSERT INTO vector (record, model, floats) SELECT number, model, vector FROM record WHERE length(vector) > 0 ORDER BY number;

-- The hash of the record's vector, empty where there is none; the record's own hash is over this instead of the vector.
ALTER TABLE record ADD COLUMN vector_hash TEXT NOT NULL DEFAULT '';

-- A row that does not match its hash must not match its new one either.
UPDATE record SET
  hash = record_hash(
    hash,
    (SELECT owner FROM collection WHERE collection.id = record.collection),
    (SELECT kind FROM collection WHERE collection.id = record.collection),
    id, model, vector, attributes, text,
    (SELECT group_concat(episode, ' ') FROM record_evidence WHERE record = number)),
  vector_hash = vector_hash(model, vector),
  vector = x'';

ALTER TABLE record DROP COLUMN vector;

ALTER TABLE record DROP COLUMN model;
