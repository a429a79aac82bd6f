package cn.doublerandom.publication.view;

import static java.util.stream.Collectors.joining;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.publication.application.NoticeSearch;
import cn.doublerandom.publication.application.PlannedResult;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.view.Documents;
import cn.doublerandom.servicekit.view.OwnRows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.mutiny.Mutiny;

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
      WHERE p.bureau = :bureau AND p.id >= :begin AND p.id < :end
      ORDER BY p.id
      """;

  static final String FOUND =
      """
      SELECT r.id, r.body, r.draw_id, r.published_on
      FROM result_view r
      WHERE r.bureau = :bureau
        AND r.id IN (
          SELECT k.id
          FROM result_view k
          WHERE k.bureau = :bureau
            AND k.published
            AND (k.published_on, k.id) < (:beforeDay, :beforeId)
            AND k.published_on >= :since
            AND k.published_on <= :until
            AND %s
            AND (:name = '' OR starts_with(k.subject_id, :name) OR strpos(k.subject_name, :name) > 0)
            AND (:task = '' OR k.plan_id = :task OR k.plan_id || '-' || k.task_id = :task)
            AND (:code = '' OR strpos(k.codes, :code) > 0)
          ORDER BY k.published_on DESC, k.id DESC
          LIMIT :most)
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
        WHERE d.bureau = :bureau AND d.id IN (SELECT h.draw_id FROM hit h))
      SELECT h.body AS result, p.body AS plan
      FROM hit h
      LEFT JOIN drawn d ON d.id = h.draw_id
      LEFT JOIN plan_notice_view p ON p.bureau = :bureau AND p.id = d.plan_key
      ORDER BY h.published_on DESC, h.id DESC
      """;

  /** Of whomever. */
  static final String NEWEST = WITH_PLANS.formatted(FOUND.formatted("TRUE"));

  /** Of some firms: their ids, a line each. */
  private static final String OF_FIRMS =
      WITH_PLANS.formatted(
          FOUND.formatted("k.subject_id = ANY (string_to_array(:firms, chr(10)))"));

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

  @Override
  public CompletionStage<List<PlannedResult>> found(Asked asked, int limit) {
    return OwnRows.readPlannedAnew((session, own) -> found(session, own, asked, limit))
        .map(this::planned)
        .subscribeAsCompletionStage();
  }

  /** One transaction: what a search costs is how often it goes to the database. */
  private Uni<List<Object[]>> found(Mutiny.Session session, String own, Asked asked, int limit) {
    Map<String, Object> words = words(asked, limit);
    if (asked.name().isEmpty() || vitals.isFilling()) {
      return query(session, own, NEWEST, Object[].class, words).getResultList();
    }
    List<String> range = NameParts.range(asked.name());
    Map<String, Object> ends = Map.of("begin", range.get(0), "end", range.get(1));
    return query(session, own, PARTS, String.class, ends)
        .setMaxResults(FEW + 1)
        .getResultList()
        .flatMap(firms -> {
          if (firms.isEmpty()) {
            return Uni.createFrom().item(List.of());
          }
          if (firms.size() > FEW) {
            return query(session, own, NEWEST, Object[].class, words).getResultList();
          }
          words.put("firms", firms.stream().map(this::subject).distinct().collect(joining("\n")));
          return query(session, own, OF_FIRMS, Object[].class, words).getResultList();
        });
  }

  private String subject(String body) {
    return parts.read(body).subject();
  }

  private static <T> Mutiny.SelectionQuery<T> query(
      Mutiny.Session session, String own, String sql, Class<T> of, Map<String, Object> words) {
    OwnRows.require(sql, OwnRows.NAMED);
    Mutiny.SelectionQuery<T> query = session.createNativeQuery(sql, of);
    words.forEach(query::setParameter);
    return query.setParameter("bureau", own);
  }

  /** Results of one plan stand beside each other: it is read once. */
  private List<PlannedResult> planned(List<Object[]> rows) {
    Map<String, PlanNotice> told = new HashMap<>();
    return rows.stream()
        .map(row ->
            PlannedResult.of(
                results.read((String) row[0]),
                Optional.ofNullable((String) row[1])
                    .map(body -> told.computeIfAbsent(body, plans::read))))
        .toList();
  }

  private static Map<String, Object> words(Asked asked, int limit) {
    return new HashMap<>(
        Map.of(
            "name",
            asked.name(),
            "task",
            asked.task(),
            "code",
            asked.code().isEmpty() ? "" : '"' + asked.code() + '"',
            "since",
            asked.since(),
            "until",
            asked.until(),
            "beforeDay",
            asked.beforeDay(),
            "beforeId",
            asked.beforeId(),
            "most",
            limit));
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
