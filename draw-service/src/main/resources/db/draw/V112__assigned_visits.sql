-- Who visits whom, draw by draw; loads are counted from it. Filled by version 4 of the projection
-- "draw", which keeps no loads any more.
CREATE TABLE assigned_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
DROP TABLE load_view;
