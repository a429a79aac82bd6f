package cn.doublerandom.registry.view;

/** Entries of one name and kind (同名同类), in SQL. */
final class LookAlikes {
  /** Names that more than one entry has; the names themselves are compared for those few alone. */
  static final String ONE =
      """
      kind <> 'PERSON' AND (s.merged OR (s.name_key, s.kind) IN (
          SELECT twice.name_key, twice.kind FROM subject_view AS twice
          WHERE twice.bureau = :bureau AND NOT twice.merged
          GROUP BY twice.name_key, twice.kind HAVING count(*) > 1))
        AND EXISTS (SELECT FROM subject_view AS other WHERE other.bureau = s.bureau
          AND other.name_key = s.name_key AND other.kind = s.kind
          AND other.name = s.name AND other.id <> s.id AND NOT other.merged)\
      """;

  /**
   * How many of them there are, by what names have in common and not by what each entry has beside
   * it: names are counted in the order of their index, and whoever on the day stands apart from
   * what he is by now (not yet agreed to, merged then or since) is put right by himself.
   */
  static final String ALL =
      """
      SELECT 'SUBJECT_LOOK_ALIKE', (
        WITH twin AS MATERIALIZED (
          SELECT name, kind, count(*) AS entries FROM subject_view
          WHERE bureau = :bureau AND NOT merged AND kind <> 'PERSON'
          GROUP BY name_key, name, kind HAVING count(*) > 1),
        apart AS (
          SELECT s.name, s.name_key, s.kind, s.merged FROM subject_view AS s JOIN subject_period_view AS p
            ON p.subject = s.id AND p.first_day <= greatest(:day, s.since) AND p.end_day > greatest(:day, s.since)
          WHERE s.bureau = :bureau AND p.bureau = :bureau
            AND NOT s.merged AND (p.merged OR p.status = 'UNCONFIRMED')
          UNION ALL
          SELECT s.name, s.name_key, s.kind, s.merged FROM subject_view AS s JOIN subject_period_view AS p
            ON p.subject = s.id AND p.first_day <= greatest(:day, s.since) AND p.end_day > greatest(:day, s.since)
          WHERE s.bureau = :bureau AND p.bureau = :bureau
            AND s.merged AND NOT p.merged AND p.status <> 'UNCONFIRMED')
        SELECT CAST(
          (SELECT coalesce(sum(entries), 0) FROM twin)
          - (SELECT count(*) FROM apart JOIN twin USING (name, kind) WHERE NOT apart.merged)
          + (SELECT count(*) FROM apart WHERE apart.merged AND apart.kind <> 'PERSON' AND EXISTS (
              SELECT FROM subject_view AS other WHERE other.bureau = :bureau
                AND other.name_key = apart.name_key AND other.name = apart.name
                AND other.kind = apart.kind AND NOT other.merged)) AS BIGINT))\
      """;

  private LookAlikes() {}
}
