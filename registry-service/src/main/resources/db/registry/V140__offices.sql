-- Offices with what they are there for (三定), a row for each; filled by the projection "offices".
CREATE TABLE office_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (bureau, id));
