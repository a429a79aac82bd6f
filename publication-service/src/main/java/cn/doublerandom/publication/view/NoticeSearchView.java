package cn.doublerandom.publication.view;

import cn.doublerandom.publication.application.NoticeSearch;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Finds published results. Which of them are meant is read from the index {@code result_newest}
 * alone; the rows of those that are shown are read afterwards.
 */
@ApplicationScoped
class NoticeSearchView implements NoticeSearch {
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
            AND (:name = '' OR starts_with(k.subject_id, :name) OR strpos(k.subject_name, :name) > 0)
            AND (:task = '' OR k.plan_id = :task OR k.plan_id || '-' || k.task_id = :task)
            AND (:code = '' OR strpos(k.codes, :code) > 0)
          ORDER BY k.published_on DESC, k.id DESC
          LIMIT :most)
      ORDER BY r.published_on DESC, r.id DESC
      """;

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

  @Override
  public CompletionStage<List<ResultNotice>> found(Asked asked, int limit) {
    return results.select(
        FOUND,
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
            limit),
        limit);
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
