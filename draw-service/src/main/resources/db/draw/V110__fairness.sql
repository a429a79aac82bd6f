-- What each public draw adds to the fairness figures; filled by the projection "fairness".
CREATE TABLE fairness_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
