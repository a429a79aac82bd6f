-- What everybody may see of each draw, and the replacements that are due; filled by the projection
-- "public_draws", so that no anonymous visit replays a stream.
CREATE TABLE draw_state_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE due_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
