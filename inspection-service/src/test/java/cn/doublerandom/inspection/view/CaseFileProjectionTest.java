package cn.doublerandom.inspection.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.archive.CaseFileDecider;
import cn.doublerandom.inspection.archive.CaseFileEvent;
import cn.doublerandom.inspection.archive.CaseFileSummary;
import cn.doublerandom.inspection.archive.CaseSeal;
import cn.doublerandom.inspection.archive.Paper;
import cn.doublerandom.inspection.archive.PaperKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A case file is listed with what was filed and what became of it. */
class CaseFileProjectionTest {
  private static final EventCodec<CaseFileEvent> CODEC = new EventCodec<>(CaseFileEvent.class);
  private static final LocalDate TODAY = LocalDate.of(2025, 6, 30);
  private static final CaseFileEvent FILED =
      new CaseFileEvent.PaperFiled(
          new Paper(PaperKind.DRAW_RECORD, null, "抽取记录", "ab".repeat(32), List.of()), "JT001");

  private static CaseFileSummary row(CaseFileEvent... events) {
    Map<String, CaseFileSummary> rows =
        ProjectionSpecification.over(store ->
                new CaseFileProjection(
                    new CaseFileView(), new CommandHandler<>(store, new CaseFileDecider(), CODEC)))
            .given(CODEC, VisitStreams.CASE_FILE.of("d-1"), events)
            .rows("case_file_view", CaseFileSummary.class);
    assertThat(rows).containsOnlyKeys("d-1");
    return rows.values().iterator().next();
  }

  @Test
  void what_was_filed_is_counted_until_the_file_is_archived_with_its_seal() {
    assertThat(row(FILED)).isEqualTo(new CaseFileSummary("d-1", 1, null, null));
    var seal = new CaseSeal("ab".repeat(32), "cd".repeat(32), 3, 900, TODAY.plusYears(30), "basis");
    assertThat(row(FILED, new CaseFileEvent.CaseFileArchived("c", TODAY, seal)))
        .isEqualTo(new CaseFileSummary("d-1", 1, TODAY, seal));
  }

  @Test
  void a_file_archived_before_there_were_bundles_has_none() {
    assertThat(row(FILED, new CaseFileEvent.CaseFileArchived("c", TODAY, null)).seal()).isNull();
  }
}
