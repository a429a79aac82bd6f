package cn.doublerandom.publication.view;

import cn.doublerandom.publication.result.ResultDesk;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class ResultDeskView implements ResultDesk {
  private static final String ROWS =
      """
      FROM result_view r
      WHERE r.bureau = :bureau
        AND r.due_on <= :until
        AND CASE :stage
          WHEN 'TO_PUBLISH' THEN NOT r.published AND CAST(r.body AS jsonb) ->> 'unrecorded' IS NULL
          WHEN 'OVERDUE' THEN NOT r.published AND r.due_on < :today
          WHEN 'UNRECORDED' THEN NOT r.published AND CAST(r.body AS jsonb) ->> 'unrecorded' IS NOT NULL
          WHEN 'CHANGE_ASKED' THEN CAST(r.body AS jsonb) #>> '{published,changeAskedBy}' IS NOT NULL
          WHEN 'OBJECTED' THEN CAST(r.body AS jsonb) #>> '{published,objected,openUntil}' IS NOT NULL
          WHEN 'DISCIPLINE_ASKED' THEN CAST(r.body AS jsonb) #>> '{published,disciplineAskedBy}' IS NOT NULL
          WHEN 'DISCIPLINE_ENDED' THEN CAST(r.body AS jsonb) #>> '{published,endingSince}' IS NOT NULL
          WHEN 'REPAIR_ASKED' THEN CAST(r.body AS jsonb) #>> '{published,time,repairAskedOn}' IS NOT NULL
          WHEN 'PUBLISHED' THEN r.published
            AND CAST(r.body AS jsonb) #>> '{published,withdrawn,on}' IS NULL
          WHEN 'WITHDRAWN' THEN CAST(r.body AS jsonb) #>> '{published,withdrawn,on}' IS NOT NULL
          ELSE TRUE END
        AND (:task = '' OR :task IN (
          CAST(r.body AS jsonb) #>> '{content,planId}',
          CAST(r.body AS jsonb) #>> '{content,taskId}',
          (CAST(r.body AS jsonb) #>> '{content,planId}') || '-' || (CAST(r.body AS jsonb) #>> '{content,taskId}')))
        AND (:search = ''
          OR starts_with(r.subject_id, :search)
          OR strpos(CAST(r.body AS jsonb) #>> '{published,subjectName}', :search) > 0
          OR EXISTS (
            SELECT 1
            FROM registry_subject_view s
            WHERE s.bureau = :bureau
              AND s.id = r.subject_id
              AND strpos(CAST(s.body AS jsonb) ->> 'name', :search) > 0))
      """;

  private static final String PAGE =
      "SELECT r.bureau, r.id, r.body, r.draw_id, r.published, r.due_on "
          + ROWS
          + """
          ORDER BY
            r.published,
            CASE WHEN r.published THEN CAST(r.body AS jsonb) #>> '{published,on}' END DESC,
            r.due_on,
            r.id
          OFFSET :skipped
          """;

  private final Documents<ResultRow, ResultNotice> results =
      new Documents<>(ResultRow.class, "result_view", ResultNotice.class);

  private static Map<String, Object> parameters(Asked asked) {
    return Map.of(
        "stage", asked.stage().map(Stage::name).orElse(""),
        "task", asked.task(),
        "until", asked.until().toString(),
        "search", asked.search(),
        "today", asked.today().toString());
  }

  @Override
  public CompletionStage<List<ResultNotice>> found(Asked asked, int skipped, int limit) {
    Map<String, Object> parameters = new HashMap<>(parameters(asked));
    parameters.put("skipped", skipped);
    return results.select(PAGE, parameters, limit);
  }

  @Override
  public CompletionStage<Long> count(Asked asked) {
    return results.value("SELECT count(*) " + ROWS, Long.class, parameters(asked));
  }
}
