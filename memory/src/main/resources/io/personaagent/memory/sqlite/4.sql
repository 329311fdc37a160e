-- What happened in a time is found without reading the whole log.
CREATE INDEX episode_happened ON episode (happened, position);
