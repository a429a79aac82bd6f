-- No two changes have the same place because the ledger gives it once; the table need not say so too.
DROP INDEX open_change_by_seq;
CREATE INDEX open_change_by_place ON open_change_view (bureau, at_seq);
