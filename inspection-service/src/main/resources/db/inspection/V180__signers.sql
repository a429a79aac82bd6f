-- 签名密钥: which accounts enrolled a key, and which of them signs now.
CREATE TABLE signer_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (bureau, id));
