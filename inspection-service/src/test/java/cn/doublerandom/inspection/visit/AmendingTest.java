package cn.doublerandom.inspection.visit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.visit.AmendmentCommand.TakeCorrection;
import cn.doublerandom.inspection.visit.AmendmentCommand.TakeWithdrawal;
import cn.doublerandom.inspection.visit.AmendmentEvent.PublicationWithdrawn;
import cn.doublerandom.inspection.visit.AmendmentEvent.ResultCorrected;
import cn.doublerandom.inspection.visit.VisitEvent.InspectionFinished;
import cn.doublerandom.inspection.visit.VisitEvent.ItemChecked;
import cn.doublerandom.inspection.visit.VisitEvent.ResultRecorded;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What two people corrected in public holds in the office, too; the record stays as it was. */
class AmendingTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 16);
  private static final LocalDate LATER = LocalDate.of(2023, 4, 20);
  private static final String WHY = "复核时发现录入有误";
  private static final List<String> TEAM = List.of("JC004", "JC008");
  private static final Violation ORDER =
      new Violation(Violation.Severity.MINOR, "第三十六条", Violation.Measure.CORRECTION_ORDER);

  private final DeciderSpecification<VisitCommand, VisitEvent, Visit> visit =
      DeciderSpecification.of(new VisitDecider());

  private static Amendment.OfItem item(String code, String... codes) {
    return new Amendment.OfItem(code, List.of(codes));
  }

  private static TakeCorrection told(int version, List<String> codes, Amendment.OfItem... items) {
    return new TakeCorrection(version, codes, List.of(items), WHY, LATER);
  }

  private static ItemChecked found(String item, Violation said, String code) {
    return new ItemChecked(
        new Answer(item, List.of(code), "灭火器过期", List.of(), said), "JC008", null);
  }

  private static VisitAssigned assigned(String... items) {
    return new VisitAssigned(
        new Assignment(
            "d-1-S",
            "d-1",
            "2023001",
            "001",
            "S",
            TEAM,
            List.of(items).stream().map(code -> new Assignment.Item(code, "经营行为")).toList(),
            TODAY.minusDays(3),
            TODAY.plusDays(60),
            null,
            List.of("大队")));
  }

  /** Of two items the first is to be put right by an order, the second is clean. */
  private static List<VisitEvent> finished() {
    return List.of(
        assigned("I-1", "I-2"),
        new VisitEvent.InspectionStarted(TEAM, TODAY, "p"),
        found("I-1", ORDER, "D"),
        found("I-2", null, "1"),
        new InspectionFinished(TODAY, TODAY.plusDays(28), false, null, null));
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given given(
      List<VisitEvent> before, VisitEvent... more) {
    List<VisitEvent> all = new ArrayList<>(before);
    all.addAll(List.of(more));
    return visit.given(all.toArray(VisitEvent[]::new));
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given recorded() {
    return given(finished(), new ResultRecorded(List.of("D"), "JC008", "大队", TODAY));
  }

  private Visit asRecorded() {
    return recorded().when(new VisitCommand.NoteDeadline(TODAY)).state();
  }

  private static VisitSummary shown(Visit visit) {
    return VisitSummary.of(visit).orElseThrow();
  }

  @Test
  void what_was_found_holds_until_it_is_corrected_and_the_record_stays() {
    assertThat(Findings.of(asRecorded())).isEqualTo(new Findings(Set.of("I-1"), Set.of("I-1")));
    TakeCorrection clean = told(2, List.of("1"), item("I-1", "1"), item("I-2", "1"));
    recorded()
        .when(clean)
        .then(
            new ResultCorrected(
                2, List.of("1"), List.of(item("I-1", "1"), item("I-2", "1")), WHY, LATER));
    Visit after = recorded().when(clean).state();
    assertThat(Findings.of(after)).isEqualTo(new Findings(Set.of(), Set.of()));
    assertThat(shown(after).codes()).containsExactly("D");
    assertThat(shown(after).holding()).containsExactly("1");
    assertThat(shown(after).amendment().toFollow()).isEmpty();
    assertThat(shown(after).answers()).isEqualTo(shown(asRecorded()).answers());
    assertThat(shown(after).closing()).isEqualTo(shown(asRecorded()).closing());
  }

  @Test
  void what_was_clean_and_is_not_is_to_be_followed_where_it_says_so() {
    TakeCorrection both = told(2, List.of("A", "D"), item("I-1", "D"), item("I-2", "A"));
    Visit after = recorded().when(both).state();
    assertThat(Findings.of(after))
        .isEqualTo(new Findings(Set.of("I-1", "I-2"), Set.of("I-1", "I-2")));
    assertThat(shown(after).amendment().toFollow()).containsExactly("I-1", "I-2");
  }

  @Test
  void what_comes_twice_or_late_changes_nothing_and_after_a_withdrawal_nothing_does() {
    TakeCorrection second = told(2, List.of("1"), item("I-1", "1"), item("I-2", "1"));
    TakeCorrection third = told(3, List.of("A"), item("I-1", "A"), item("I-2", "1"));
    recorded().having(second).when(second).then();
    recorded().having(third).when(second).then();
    TakeWithdrawal gone = new TakeWithdrawal(WHY, LATER);
    recorded().having(third).when(gone).then(new PublicationWithdrawn(WHY, LATER));
    recorded().having(gone).when(gone).then();
    recorded().having(gone).when(third).then();
    Visit after = recorded().having(third).when(gone).state();
    assertThat(Findings.of(after)).isEqualTo(new Findings(Set.of(), Set.of()));
    assertThat(shown(after).holding()).isEmpty();
    assertThat(shown(after).amendment().version()).isEqualTo(3);
  }

  @Test
  void of_a_visit_whose_result_is_not_final_nothing_is_public() {
    given(finished()).when(new TakeWithdrawal(WHY, LATER)).then();
    visit.given().when(new TakeWithdrawal(WHY, LATER)).then();
  }

  @Test
  void where_items_were_not_told_they_follow_if_nothing_was_found_or_there_is_one() {
    Visit clean = recorded().when(new TakeCorrection(2, List.of("1"), null, WHY, LATER)).state();
    assertThat(Findings.of(clean).found()).isEmpty();
    Visit unsaid = recorded().when(new TakeCorrection(2, List.of("4"), null, WHY, LATER)).state();
    assertThat(Findings.of(unsaid).found()).containsExactly("I-1");
    visit
        .given(
            assigned("I-1"),
            new VisitEvent.InspectionStarted(TEAM, TODAY, "p"),
            found("I-1", null, "1"),
            new InspectionFinished(TODAY, TODAY.plusDays(28), false, null, null),
            new ResultRecorded(List.of("1"), "JC008", "大队", TODAY))
        .when(new TakeCorrection(2, List.of("4"), null, WHY, LATER))
        .then(new ResultCorrected(2, List.of("4"), List.of(item("I-1", "4")), WHY, LATER));
  }
}
