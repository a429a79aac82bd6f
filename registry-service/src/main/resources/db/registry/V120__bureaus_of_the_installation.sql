-- The register of bureaus. Its rows are of the bureau the installation began with, as its streams are.
CREATE TABLE bureau_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (bureau, id));
