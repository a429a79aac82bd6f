-- Departures from plans and rules, by day and entry of the ledger.
CREATE TABLE deviation_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
