-- Read models: derived from the ledger, may be dropped and filled again at any time.
CREATE TABLE visit_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
