-- Each time that something was forgotten: when and how much, and nothing of what it was. Written before anything is removed, so that
-- what is interrupted is completed. "removed" is a JSON object of counts; "digest" is over the ids of the episodes.
CREATE TABLE forgetting (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  begun INTEGER NOT NULL,
  stage TEXT NOT NULL,
  everything INTEGER NOT NULL,
  digest TEXT NOT NULL,
  removed TEXT NOT NULL
) STRICT;

-- The episodes that still are to be removed.
CREATE TABLE doomed (
  forgetting INTEGER NOT NULL REFERENCES forgetting (number),
  episode TEXT NOT NULL,
  PRIMARY KEY (forgetting, episode)
) STRICT, WITHOUT ROWID;

-- The episodes that an owner is to absorb again, because something that rested on them as well was removed.
CREATE TABLE absorb_again (
  owner TEXT NOT NULL,
  episode TEXT NOT NULL,
  PRIMARY KEY (owner, episode)
) STRICT, WITHOUT ROWID;
