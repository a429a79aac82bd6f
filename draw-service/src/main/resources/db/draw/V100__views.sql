-- Read models: derived from the ledger, may be dropped and filled again at any time.
CREATE TABLE known_subject_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE known_inspector_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE known_item_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE draw_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE load_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
