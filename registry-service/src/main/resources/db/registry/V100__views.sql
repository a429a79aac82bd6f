-- Read models: derived from the ledger, may be dropped and filled again at any time.
CREATE TABLE item_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE subject_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE inspector_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
