package cn.doublerandom.publication.view;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.publication.application.FoundResult;
import cn.doublerandom.publication.application.NoticeSearch;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.view.Documents;
import cn.doublerandom.servicekit.view.OwnReading;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Finds published results: by the words of a search in the database itself, where a name is looked
 * for in the index of its parts ({@link NameParts}); and all of one firm, with the draws that name
 * it.
 */
@ApplicationScoped
class NoticeSearchView implements NoticeSearch {
  /** V193: from the words of a search to what it lists. */
  private static final OwnReading FOUND = new OwnReading("found_results", 10);

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

  /** One statement: what a search costs is how often it goes to the database. */
  @Override
  public CompletionStage<List<FoundResult>> found(Asked asked, int limit) {
    return FOUND
        .of(words(asked, limit))
        .map(rows -> rows.stream().map(NoticeSearchView::result).toList())
        .subscribeAsCompletionStage();
  }

  /** By place, as the function gives them: a name is looked for in all of them, row by row. */
  private static FoundResult result(Row row) {
    return new FoundResult(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        List.of(row.getArrayOfStrings(5)),
        row.getString(6),
        FoundResult.State.valueOf(row.getString(7)));
  }

  /** In the order in which the function takes them. */
  private List<@Nullable Object> words(Asked asked, int limit) {
    List<@Nullable Object> words = new ArrayList<>();
    if (asked.name().isEmpty() || vitals.isFilling()) {
      words.add(null);
      words.add(null);
    } else {
      words.addAll(NameParts.range(asked.name()));
    }
    words.addAll(
        List.of(
            asked.name(),
            asked.beforeDay(),
            asked.beforeId(),
            asked.since(),
            asked.until(),
            asked.task(),
            asked.code().isEmpty() ? "" : '"' + asked.code() + '"',
            (long) limit));
    return words;
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
