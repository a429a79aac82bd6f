-- The rounds that drew the teams of a draw again: what was found in them is found from that draw, too.
ALTER TABLE draw_notice_view
  ADD COLUMN teams_of TEXT GENERATED ALWAYS AS (body::jsonb ->> 'teamsOf') STORED;
CREATE INDEX draw_notice_teams_of ON draw_notice_view (teams_of) WHERE teams_of IS NOT NULL;
