package cn.doublerandom.servicekit.waiting;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.servicekit.view.Document;
import cn.doublerandom.servicekit.view.Documents;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Reads what waits, a batch as one thing. */
public final class PendingRows implements PendingDirectory {
  /** Every service's table of what waits. */
  public static final String TABLE = "waiting_view";

  /** Things to do of one bureau; whoever has more cannot count them anyhow. */
  private static final int MOST = 2_000;

  private static final String GROUPS =
      """
      SELECT bureau, min(id || '#' || kind || '#' || key) AS id, CAST(jsonb_build_object(
        'stream', (array_agg(id ORDER BY since, id))[1], 'first', (array_agg(m ORDER BY since, id))[1],
        'count', count(*)) AS TEXT) AS body
      FROM (
        SELECT w.bureau, w.id, m, m ->> 'kind' AS kind, m ->> 'key' AS key, m ->> 'since' AS since
        FROM waiting_view AS w, jsonb_array_elements(CAST(w.body AS JSONB) -> 'matters') AS m
        WHERE w.bureau = :bureau AND w.waits
          AND m ->> 'kind' IN (SELECT jsonb_array_elements_text(CAST(CAST(:kinds AS TEXT) AS JSONB)))
          AND coalesce(m ->> 'from', '') <= :today) AS waiting
      GROUP BY bureau, kind, m -> 'touchedBy', coalesce(m ->> 'batch', id || '#' || key)
      ORDER BY min(coalesce(m ->> 'due', since)), 2
      """;

  private static final String TOLD =
      """
      SELECT bureau, min(id || '#' || key) AS id, CAST(jsonb_build_object(
        'stream', (array_agg(id ORDER BY id))[1], 'told', (array_agg(t ORDER BY id))[1],
        'count', count(*)) AS TEXT) AS body
      FROM (
        SELECT w.bureau, w.id, t, t -> 'asked' AS asked, t #>> '{asked,key}' AS key, t ->> 'on' AS day
        FROM waiting_view AS w, jsonb_array_elements(CAST(w.body AS JSONB) -> 'told') AS t
        WHERE w.bureau = :bureau AND w.tells
          AND :account IN (t ->> 'to',
            split_part(t ->> 'to', ' 代 ', 1), split_part(t ->> 'to', ' 代 ', 2))
          AND t ->> 'on' >= :since) AS told
      GROUP BY bureau, asked ->> 'kind', t ->> 'by', day, coalesce(asked ->> 'batch', id || '#' || key)
      ORDER BY day DESC, 2
      """;

  private final Documents<?, PendingGroup> groups;
  private final Documents<?, ToldGroup> told;

  /**
   * @param entity of the service's table
   */
  public <D extends Document> PendingRows(Class<D> entity) {
    this.groups = new Documents<>(entity, TABLE, PendingGroup.class);
    this.told = new Documents<>(entity, TABLE, ToldGroup.class);
  }

  @Override
  public CompletionStage<List<PendingGroup>> on(LocalDate today, Collection<String> kinds) {
    return groups.select(
        GROUPS,
        Map.of("today", today.toString(), "kinds", CanonicalJson.text(List.copyOf(kinds))),
        MOST);
  }

  @Override
  public CompletionStage<List<ToldGroup>> told(String account, LocalDate since, int most) {
    return told.select(TOLD, Map.of("account", account, "since", since.toString()), most);
  }
}
