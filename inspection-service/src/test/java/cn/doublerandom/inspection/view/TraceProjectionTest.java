package cn.doublerandom.inspection.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.evidence.EvidenceKind;
import cn.doublerandom.inspection.evidence.PerceptualHash;
import cn.doublerandom.inspection.register.Question;
import cn.doublerandom.inspection.signals.VisitTrace;
import cn.doublerandom.inspection.visit.Amendment;
import cn.doublerandom.inspection.visit.AmendmentEvent;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.ItemQuestions;
import cn.doublerandom.inspection.visit.Place;
import cn.doublerandom.inspection.visit.ReviewStep;
import cn.doublerandom.inspection.visit.VisitEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a visit leaves behind is kept as it happened, by the time of the server. */
class TraceProjectionTest {
  private static final EventCodec<VisitEvent> CODEC = new EventCodec<>(VisitEvent.class);
  private static final LocalDate TODAY = LocalDate.of(2025, 3, 12);
  private static final Instant BEGUN = Instant.parse("2025-03-12T01:00:00Z");
  private static final Instant ENDED = Instant.parse("2025-03-12T01:30:00Z");
  private static final String HASH = "ab".repeat(32);
  private static final String LOOK = "0123456789abcdef".repeat(4);
  private static final VisitEvent[] BEFORE = {
    new VisitEvent.VisitAssigned(
        new Assignment(
            "d-1-S",
            "d-1",
            "2025001",
            "001",
            "S",
            List.of("JT001", "JT002"),
            List.of(new Assignment.Item("I-1", "经营行为"), new Assignment.Item("I-2", "安全生产")),
            TODAY.minusDays(9),
            TODAY.plusDays(90),
            null,
            List.of("大队"))),
    new VisitEvent.ChecklistsFrozen(
        List.of(
            new ItemQuestions(
                "I-1",
                List.of(
                    new Question("q1", "是否建立维修档案？", Question.Kind.YES_NO, null, null),
                    new Question("q2", "抽查的档案", Question.Kind.NUMBER, null, null))))),
    new VisitEvent.PresenceConfirmed("JT001", TODAY, new Place(37_052_000, 115_661_000, 15)),
    new VisitEvent.PresenceConfirmed("JT002", TODAY),
    new VisitEvent.InspectionStarted(List.of("JT001", "JT002"), TODAY, null)
  };
  private static final VisitEvent[] AFTER = {
    new VisitEvent.ItemChecked(new Answer("I-1", List.of("E"), "档案缺一份，当场补齐"), "JT001", null),
    new VisitEvent.ItemChecked(new Answer("I-2", List.of("1"), ""), "JT001", null),
    new VisitEvent.EvidenceAdded(
        new Evidence(
                HASH, EvidenceKind.PHOTO, "image/jpeg", 900, "I-1", null, false, "JT001", ENDED)
            .with(null, PerceptualHash.of(LOOK))),
    new VisitEvent.InspectionFinished(TODAY, TODAY.plusDays(28), false, null, null)
  };

  private static ProjectionSpecification finished() {
    return ProjectionSpecification.of(new TraceProjection(CODEC))
        .at(BEGUN)
        .given(CODEC, VisitStreams.VISIT.of("d-1-S"), BEFORE)
        .at(ENDED)
        .given(CODEC, VisitStreams.VISIT.of("d-1-S"), AFTER);
  }

  private static VisitTrace row(ProjectionSpecification told) {
    Map<String, VisitTrace> rows = told.rows("visit_trace_view", VisitTrace.class);
    assertThat(rows).containsOnlyKeys("d-1-S");
    return rows.values().iterator().next();
  }

  @Test
  void a_finished_visit_has_left_its_times_its_words_and_its_findings() {
    assertThat(row(finished()))
        .isEqualTo(
            new VisitTrace(
                "d-1-S",
                "d-1",
                "2025001",
                "001",
                "S",
                List.of("JT001", "JT002"),
                List.of("大队"),
                List.of(
                    new VisitTrace.Item("I-1", "经营行为", 2, 14, true, true, "档案缺一份，当场补齐", null),
                    new VisitTrace.Item("I-2", "安全生产", 1, 4, true, false, "", null)),
                List.of(
                    new VisitTrace.Arrival("JT001", BEGUN, new Place(37_052_000, 115_661_000, 15))),
                BEGUN,
                ENDED,
                TODAY,
                null,
                false,
                List.of(HASH),
                Map.of(HASH, LOOK),
                0,
                0,
                null));
  }

  @Test
  void what_changes_after_a_return_is_counted_and_a_result_is_final_when_all_agreed() {
    var steps = List.of(new ReviewStep(ReviewStep.By.LEADER, "clause"));
    ProjectionSpecification returned =
        finished()
            .given(
                CODEC,
                VisitStreams.VISIT.of("d-1-S"),
                new VisitEvent.ResultRecorded(List.of("E"), "JT001", "大队", TODAY, steps),
                new VisitEvent.ResultReturned(
                    new cn.doublerandom.inspection.visit.Returned(
                        ReviewStep.By.LEADER, "lead", "条款不完整", TODAY)),
                new VisitEvent.ItemChecked(new Answer("I-2", List.of("E"), "灭火器过期"), "JT001", null),
                new VisitEvent.EvidenceWithdrawn(HASH, "JT001", "拍错", ENDED));
    VisitTrace back = row(returned);
    assertThat(back.returns()).isEqualTo(1);
    assertThat(back.edits()).isEqualTo(1);
    assertThat(back.recordedOn()).isNull();
    assertThat(back.evidence()).isEmpty();
    VisitTrace done =
        row(
            returned.given(
                CODEC,
                VisitStreams.VISIT.of("d-1-S"),
                new VisitEvent.ResultRecorded(
                    List.of("E"), "JT001", "大队", TODAY.plusDays(3), steps),
                new VisitEvent.ResultReviewed(TODAY.plusDays(4))));
    assertThat(done.recordedOn()).isEqualTo(TODAY.plusDays(3));
    assertThat(done.settled()).isTrue();
    assertThat(done.year()).contains(2025);
  }

  @Test
  void what_was_corrected_in_public_stands_as_corrected_and_what_was_withdrawn_counts_no_more() {
    ProjectionSpecification recorded =
        finished()
            .given(
                CODEC,
                VisitStreams.VISIT.of("d-1-S"),
                new VisitEvent.ResultRecorded(List.of("E"), "JT001", "大队", TODAY));
    assertThat(row(recorded).counts()).isTrue();
    assertThat(row(recorded).stands()).isTrue();
    ProjectionSpecification other =
        recorded.given(
            CODEC,
            VisitStreams.VISIT.of("d-1-S"),
            new AmendmentEvent.ResultCorrected(
                2,
                List.of("E"),
                List.of(
                    new Amendment.OfItem("I-1", List.of("1")),
                    new Amendment.OfItem("I-2", List.of("E"))),
                "两个事项录反了",
                TODAY.plusDays(9)));
    assertThat(row(other).items()).extracting(VisitTrace.Item::stands).containsExactly(false, true);
    assertThat(row(other).items())
        .extracting(VisitTrace.Item::finding)
        .containsExactly(true, false);
    ProjectionSpecification clean =
        other.given(
            CODEC,
            VisitStreams.VISIT.of("d-1-S"),
            new AmendmentEvent.ResultCorrected(
                3, List.of("1"), List.of(), "没有发现问题", TODAY.plusDays(10)));
    assertThat(row(clean).stands()).isFalse();
    assertThat(row(clean).hasFinding()).isTrue();
    // One of before items were told: what was corrected then holds no more, all is as it was found.
    ProjectionSpecification unsaid =
        clean.given(
            CODEC,
            VisitStreams.VISIT.of("d-1-S"),
            new AmendmentEvent.ResultCorrected(
                4, List.of("E"), List.of(), "发现了问题", TODAY.plusDays(10)));
    assertThat(row(unsaid).items())
        .extracting(VisitTrace.Item::stands)
        .containsExactly(true, false);
    VisitTrace gone =
        row(
            unsaid.given(
                CODEC,
                VisitStreams.VISIT.of("d-1-S"),
                new AmendmentEvent.PublicationWithdrawn("公示有误", TODAY.plusDays(11))));
    assertThat(gone.counts()).isFalse();
    assertThat(gone.settled()).isTrue();
  }
}
