-- The draws as the draw told of them: whose lists are frozen, who was drawn. "drawn" is the day on which that became known;
-- of a draw that is frozen it is greater than any day, of one that holds no more less than any.
CREATE TABLE known_draw_view (
  bureau TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, key TEXT NOT NULL, seq BIGINT NOT NULL, hash TEXT NOT NULL,
  drawn TEXT GENERATED ALWAYS AS (
    CASE WHEN body::jsonb ->> 'isVoided' = 'true' THEN '' ELSE coalesce(body::jsonb ->> 'drawnOn', 'frozen') END) STORED,
  PRIMARY KEY (bureau, id));
CREATE INDEX known_draw_of_day ON known_draw_view (bureau, drawn);
