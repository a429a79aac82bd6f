package cn.doublerandom.inspection.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.preparation.Notice;
import cn.doublerandom.inspection.preparation.PreparationDecider;
import cn.doublerandom.inspection.preparation.PreparationEvent;
import cn.doublerandom.inspection.preparation.PreparationSummary;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far a visit is prepared is shown as it was after the last step. */
class PreparationProjectionTest {
  private static final EventCodec<PreparationEvent> CODEC =
      new EventCodec<>(PreparationEvent.class);
  private static final LocalDate TODAY = LocalDate.of(2025, 3, 12);

  private static PreparationSummary row(PreparationEvent... events) {
    Map<String, PreparationSummary> rows =
        ProjectionSpecification.over(store ->
                new PreparationProjection(
                    new PreparationView(),
                    new CommandHandler<>(store, new PreparationDecider(), CODEC)))
            .given(CODEC, VisitStreams.PREPARATION.of("d-1-S"), events)
            .rows("preparation_view", PreparationSummary.class);
    assertThat(rows).containsOnlyKeys("d-1-S");
    return rows.values().iterator().next();
  }

  @Test
  void an_approval_waits_until_another_person_has_spoken() {
    var asked = new PreparationEvent.ApprovalAsked("JC003", null, TODAY);
    assertThat(row(asked).approval()).isEqualTo("ASKED");
    PreparationSummary given = row(asked, new PreparationEvent.InspectionApproved("chief", TODAY));
    assertThat(given.approval()).isEqualTo("GIVEN");
    assertThat(given.decidedBy()).isEqualTo("chief");
    assertThat(row(asked, new PreparationEvent.ApprovalDeclined("chief", "重复", TODAY)).declined())
        .isEqualTo("重复");
  }

  @Test
  void a_notice_and_its_code_are_there_as_soon_as_it_is_served() {
    PreparationSummary served =
        row(
            new PreparationEvent.TrainingConfirmed("JC003", "指引", TODAY),
            new PreparationEvent.NoticeServed("JC003", Notice.Way.BY_POST, "负责人", TODAY),
            new PreparationEvent.CodeIssued("7KM3QX"));
    assertThat(served.trained()).isEqualTo(Map.of("JC003", TODAY));
    assertThat(served.notice()).isEqualTo(new Notice("JC003", Notice.Way.BY_POST, "负责人", TODAY));
    assertThat(served.code()).isEqualTo("7KM3QX");
  }

  @Test
  void a_recusal_is_open_until_it_is_decided() {
    var asked = new PreparationEvent.RecusalAsked("JC003", null, "曾任职", TODAY);
    assertThat(row(asked).recusalOpen()).isTrue();
    assertThat(
            row(asked, new PreparationEvent.RecusalDecided("JC003", false, "lead", "无据", TODAY))
                .recusalOpen())
        .isFalse();
  }
}
