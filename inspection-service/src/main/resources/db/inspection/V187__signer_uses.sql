-- 签名密钥: on which day each key last signed a record; filled by the projection "signers". Its rows are its bureau's own, as
-- those of every read model (own_rows_everywhere).
CREATE TABLE signer_use_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (bureau, id));
