-- What firms send with their objections (异议, ADR 69): apart from the ledger, which has the hashes alone.
CREATE SCHEMA objection;
CREATE TABLE objection.file (
  bureau TEXT NOT NULL,
  result_id TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (sha256 = encode(sha256(content), 'hex')),
  content BYTEA NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 8388608),
  kept_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  PRIMARY KEY (bureau, result_id, sha256)
);
GRANT USAGE ON SCHEMA objection TO ${app_role};
GRANT SELECT, INSERT ON objection.file TO ${app_role};
