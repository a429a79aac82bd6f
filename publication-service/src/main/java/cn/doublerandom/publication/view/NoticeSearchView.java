package cn.doublerandom.publication.view;

import static java.util.stream.Collectors.joining;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.publication.application.NoticeSearch;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Finds published results. A name few firms have leads to those firms by the index of its parts
 * ({@link NameParts}), and to their results; one that many have is met soon from the newest on.
 * Which results are meant is read from an index alone; the rows of those that are shown are read
 * afterwards.
 */
@ApplicationScoped
class NoticeSearchView implements NoticeSearch {
  /** Firms a name may lead to; where it is found in more, their results are met soon. */
  private static final int FEW = 200;

  private static final String PARTS =
      """
      SELECT p.bureau, p.id, p.body
      FROM name_part_view p
      WHERE p.bureau = :bureau AND p.id >= :begin AND p.id < :end
      ORDER BY p.id
      """;

  static final String FOUND =
      """
      SELECT r.bureau, r.id, r.body, r.draw_id, r.published, r.due_on
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
      ORDER BY r.published_on DESC, r.id DESC
      """;

  /** Of whomever. */
  static final String NEWEST = FOUND.formatted("TRUE");

  /** Of some firms: their ids, a line each. */
  private static final String OF_FIRMS =
      FOUND.formatted("k.subject_id = ANY (string_to_array(:firms, chr(10)))");

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

  final Documents<NamePartRow, NamePart> parts =
      new Documents<>(NamePartRow.class, "name_part_view", NamePart.class);

  /** Not by the constructor: who folds into the table reads it from the bean's proxy. */
  @Inject Vitals vitals;

  @Override
  public CompletionStage<List<ResultNotice>> found(Asked asked, int limit) {
    if (asked.name().isEmpty() || vitals.isFilling()) {
      return results.select(NEWEST, words(asked, limit), limit);
    }
    List<String> range = NameParts.range(asked.name());
    return parts
        .select(PARTS, Map.of("begin", range.get(0), "end", range.get(1)), FEW + 1)
        .thenCompose(firms -> named(firms, asked, limit));
  }

  private CompletionStage<List<ResultNotice>> named(List<NamePart> firms, Asked asked, int limit) {
    Map<String, Object> words = words(asked, limit);
    if (firms.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    if (firms.size() > FEW) {
      return results.select(NEWEST, words, limit);
    }
    words.put("firms", firms.stream().map(NamePart::subject).distinct().collect(joining("\n")));
    return results.select(OF_FIRMS, words, limit);
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
