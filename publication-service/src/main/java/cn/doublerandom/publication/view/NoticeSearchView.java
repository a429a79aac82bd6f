package cn.doublerandom.publication.view;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.publication.application.NoticeSearch;
import cn.doublerandom.publication.application.PlannedResult;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.view.Documents;
import cn.doublerandom.servicekit.view.OwnReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Finds published results. A name few firms have leads to those firms by the index of its parts
 * ({@link NameParts}), and to their results; one that many have is met soon from the newest on.
 * Which results are meant is read from an index alone; the rows of those that are shown, and the
 * plans they came from, are read afterwards, in the same transaction.
 */
@ApplicationScoped
class NoticeSearchView implements NoticeSearch {
  /** Firms a name may lead to; where it is found in more, their results are met soon. */
  private static final int FEW = 200;

  private static final String PARTS =
      """
      SELECT p.body
      FROM name_part_view p
      WHERE p.bureau = $1 AND p.id >= $2 AND p.id < $3
      ORDER BY p.id
      LIMIT %d
      """
          .formatted(FEW + 1);

  static final String FOUND =
      """
      SELECT r.id, r.body, r.draw_id, r.published_on
      FROM result_view r
      WHERE r.bureau = $1
        AND r.id IN (
          SELECT k.id
          FROM result_view k
          WHERE k.bureau = $1
            AND k.published
            AND (k.published_on, k.id) < ($2, $3)
            AND k.published_on >= $4
            AND k.published_on <= $5
            AND %s
            AND ($6 = '' OR starts_with(k.subject_id, $6) OR strpos(k.subject_name, $6) > 0)
            AND ($7 = '' OR k.plan_id = $7 OR k.plan_id || '-' || k.task_id = $7)
            AND ($8 = '' OR strpos(k.codes, $8) > 0)
          ORDER BY k.published_on DESC, k.id DESC
          LIMIT CAST($9 AS bigint))
      """;

  /**
   * With the plans of their draws ({@link DrawNotice#planKey()}); a draw is looked into once,
   * however many of its results are shown.
   */
  private static final String WITH_PLANS =
      """
      WITH hit AS MATERIALIZED (
      %s),
      drawn AS MATERIALIZED (
        SELECT d.id,
          left(d.id, greatest(strpos(d.id, '-') - 1, 0)) || '-'
            || left(CAST(d.body AS jsonb) ->> 'planId', 4) AS plan_key
        FROM draw_notice_view d
        WHERE d.bureau = $1 AND d.id IN (SELECT h.draw_id FROM hit h))
      SELECT h.body AS result, p.body AS plan
      FROM hit h
      LEFT JOIN drawn d ON d.id = h.draw_id
      LEFT JOIN plan_notice_view p ON p.bureau = $1 AND p.id = d.plan_key
      ORDER BY h.published_on DESC, h.id DESC
      """;

  /** Of whomever. */
  static final String NEWEST = WITH_PLANS.formatted(FOUND.formatted("TRUE"));

  /** Of some firms, by their ids. */
  private static final String OF_FIRMS =
      WITH_PLANS.formatted(FOUND.formatted("k.subject_id = ANY (CAST($10 AS text[]))"));

  private static final String OF_SUBJECT =
      """
      SELECT r.bureau, r.id, r.body, r.draw_id, r.published, r.due_on
      FROM result_view r
      WHERE r.bureau = :bureau AND r.subject_id = :subject AND r.published
      ORDER BY r.published_on DESC, r.id DESC
      """;

  private static final String NAMING =
      """
      SELECT d.bureau, d.id, d.body, d.drawn_on, d.teams_of
      FROM draw_notice_view d
      WHERE d.bureau = :bureau
        AND (CAST(d.body AS jsonb) -> 'selected' @> jsonb_build_array(CAST(:subject AS text))
          OR CAST(d.body AS jsonb) -> 'replacements'
            @> jsonb_build_array(jsonb_build_object('alternate', CAST(:subject AS text)))
          OR CAST(d.body AS jsonb) -> 'excludedByHand'
            @> jsonb_build_array(jsonb_build_object('subject', CAST(:subject AS text))))
      ORDER BY d.drawn_on DESC, d.id DESC
      """;

  private final Documents<ResultRow, ResultNotice> results =
      new Documents<>(ResultRow.class, "result_view", ResultNotice.class);
  private final Documents<DrawNoticeRow, DrawNotice> draws =
      new Documents<>(DrawNoticeRow.class, "draw_notice_view", DrawNotice.class);

  private final Documents<PlanNoticeRow, PlanNotice> plans =
      new Documents<>(PlanNoticeRow.class, "plan_notice_view", PlanNotice.class);

  final Documents<NamePartRow, NamePart> parts =
      new Documents<>(NamePartRow.class, "name_part_view", NamePart.class);

  /** Not by the constructor: who folds into the table reads it from the bean's proxy. */
  @Inject Vitals vitals;

  /** One transaction: what a search costs is how often it goes to the database. */
  @Override
  public CompletionStage<List<PlannedResult>> found(Asked asked, int limit) {
    return rows(asked, limit).map(this::planned).subscribeAsCompletionStage();
  }

  private Uni<List<Row>> rows(Asked asked, int limit) {
    List<Object> words = words(asked, limit);
    if (asked.name().isEmpty() || vitals.isFilling()) {
      return OwnReading.of(new OwnReading.Query(NEWEST, words));
    }
    var named = new OwnReading.Query(PARTS, List.copyOf(NameParts.range(asked.name())));
    return OwnReading.of(named, firms -> results(firms, words));
  }

  private Optional<OwnReading.Query> results(List<Row> firms, List<Object> words) {
    if (firms.isEmpty()) {
      return Optional.empty();
    } else if (firms.size() > FEW) {
      return Optional.of(new OwnReading.Query(NEWEST, words));
    }
    List<Object> more = new ArrayList<>(words);
    more.add(firms.stream().map(this::subject).distinct().toArray(String[]::new));
    return Optional.of(new OwnReading.Query(OF_FIRMS, more));
  }

  private String subject(Row firm) {
    return parts.read(firm.getString(0)).subject();
  }

  /** Results of one plan stand beside each other: it is read once. */
  private List<PlannedResult> planned(List<Row> rows) {
    Map<String, PlanNotice> told = new HashMap<>();
    return rows.stream()
        .map(row ->
            PlannedResult.of(
                results.read(row.getString(0)),
                Optional.ofNullable(row.getString(1))
                    .map(body -> told.computeIfAbsent(body, plans::read))))
        .toList();
  }

  /** In the order in which the queries number them. */
  private static List<Object> words(Asked asked, int limit) {
    return List.of(
        asked.beforeDay(),
        asked.beforeId(),
        asked.since(),
        asked.until(),
        asked.name(),
        asked.task(),
        asked.code().isEmpty() ? "" : '"' + asked.code() + '"',
        (long) limit);
  }

  @Override
  public CompletionStage<List<ResultNotice>> ofSubject(String subject, int limit) {
    return results.select(OF_SUBJECT, Map.of("subject", subject), limit);
  }

  @Override
  public CompletionStage<List<DrawNotice>> naming(String subject, int limit) {
    return draws.select(NAMING, Map.of("subject", subject), limit);
  }
}
