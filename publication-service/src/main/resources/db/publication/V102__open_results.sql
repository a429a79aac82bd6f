CREATE INDEX result_open ON result_view (id) WHERE NOT published;
