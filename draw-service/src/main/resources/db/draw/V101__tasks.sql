-- Which draw of a task is under way; filled by version 2 of the projection.
CREATE TABLE task_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
