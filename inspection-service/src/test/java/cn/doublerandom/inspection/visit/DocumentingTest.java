package cn.doublerandom.inspection.visit;

import static cn.doublerandom.inspection.InspectionRejection.ARRIVAL_UNCONFIRMED;
import static cn.doublerandom.inspection.InspectionRejection.EVIDENCE_FULL;
import static cn.doublerandom.inspection.InspectionRejection.EVIDENCE_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.ITEM_NOT_IN_TASK;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.PHOTO_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.QUESTION_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_ALREADY_FINISHED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_NOT_STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.evidence.EvidenceKind;
import cn.doublerandom.inspection.evidence.KeptEvidence;
import cn.doublerandom.inspection.register.Question;
import cn.doublerandom.inspection.visit.VisitCommand.AddEvidence;
import cn.doublerandom.inspection.visit.VisitCommand.CheckItem;
import cn.doublerandom.inspection.visit.VisitCommand.FinishInspection;
import cn.doublerandom.inspection.visit.VisitCommand.ReassignTeam;
import cn.doublerandom.inspection.visit.VisitCommand.RecuseMember;
import cn.doublerandom.inspection.visit.VisitCommand.StartInspection;
import cn.doublerandom.inspection.visit.VisitCommand.WithdrawEvidence;
import cn.doublerandom.inspection.visit.VisitEvent.ChecklistsFrozen;
import cn.doublerandom.inspection.visit.VisitEvent.EvidenceAdded;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 取证: by who is on site, until the visit is finished; nothing goes without a word. */
class DocumentingTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 16);
  private static final Instant NOON = Instant.parse("2023-03-16T04:00:00Z");
  private static final List<String> TEAM = List.of("JT001", "JT003");
  private static final ItemQuestions LIST =
      new ItemQuestions(
          "I-1", List.of(new Question("q1", "经营场所门面", Question.Kind.PHOTO, null, null)));

  private final DeciderSpecification<VisitCommand, VisitEvent, Visit> visit =
      DeciderSpecification.of(new VisitDecider());

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given assigned() {
    return visit.given(
        new VisitAssigned(
            new Assignment(
                "d-1-S",
                "d-1",
                "2023001",
                "001",
                "S",
                TEAM,
                List.of(new Assignment.Item("I-1", "经营行为")),
                TODAY.minusDays(3),
                TODAY.plusDays(30),
                null,
                List.of("大队"))),
        new ChecklistsFrozen(List.of(LIST)));
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given started() {
    return assigned().having(here("JT001")).having(here("JT003"));
  }

  private static StartInspection here(String by) {
    return new StartInspection(TEAM, by, TODAY, 2, "p", Map.of());
  }

  private static Evidence photo(String hash, @Nullable String item, @Nullable String question) {
    return piece(EvidenceKind.PHOTO, hash, item, question, "JT001");
  }

  private static Evidence piece(
      EvidenceKind kind, String hash, @Nullable String item, @Nullable String question, String by) {
    return new Evidence(hash, kind, "image/jpeg", 9, item, question, true, by, NOON);
  }

  private static AddEvidence add(Evidence evidence) {
    return new AddEvidence(evidence, TODAY);
  }

  private static WithdrawEvidence withdraw(String hash, String reason) {
    return new WithdrawEvidence(hash, "JT003", reason, TODAY, NOON);
  }

  private static CheckItem answer(Reply... replies) {
    var rule = new ResultRule(List.of(), List.of(), Map.of(), "p");
    return new CheckItem(
        new Answer("I-1", List.of("1"), "", List.of(replies)), "JT001", rule, TODAY);
  }

  private static FinishInspection finish() {
    return finish("JT001");
  }

  private static FinishInspection finish(String by) {
    var basis = new DeadlineBasis("p", 20, "国办发明电〔2022〕16号");
    return new FinishInspection(by, TODAY, new Due(TODAY.plusDays(29), false, basis));
  }

  @Test
  void evidence_is_of_the_visit_or_of_an_item_and_the_same_bytes_count_once_for_each() {
    Evidence whole = photo("aa", null, null);
    started().when(add(whole)).then(new EvidenceAdded(whole));
    var held = started().having(add(whole));
    held.when(add(whole)).then();
    Evidence shown = photo("aa", "I-1", "q1");
    held.when(add(shown)).then(new EvidenceAdded(shown));
    started().when(add(photo("aa", "I-9", null))).thenRejected(ITEM_NOT_IN_TASK);
    started().when(add(photo("aa", "I-1", "q9"))).thenRejected(QUESTION_UNKNOWN);
    started().when(add(photo("aa", null, "q1"))).thenRejected(QUESTION_UNKNOWN);
  }

  @Test
  void only_who_is_on_site_and_may_serve_adds_it_and_only_while_the_visit_runs() {
    assigned().when(add(photo("aa", null, null))).thenRejected(VISIT_NOT_STARTED);
    started()
        .when(add(piece(EvidenceKind.PHOTO, "aa", null, null, "JT009")))
        .thenRejected(NOT_ON_TEAM);
    started()
        .having(new RecuseMember("JT001", "RELATIVE", TODAY))
        .when(add(photo("aa", null, null)))
        .thenRejected(MEMBER_RECUSED);
    started()
        .having(new ReassignTeam(List.of("JT001", "JT005"), null, "突发疾病"))
        .when(add(piece(EvidenceKind.PHOTO, "aa", null, null, "JT005")))
        .thenRejected(ARRIVAL_UNCONFIRMED);
    started()
        .having(answer(new Reply("q1", null, "无门面")))
        .having(finish())
        .having(finish("JT003"))
        .when(add(photo("aa", null, null)))
        .thenRejected(VISIT_ALREADY_FINISHED);
  }

  @Test
  void a_question_that_asks_for_a_photo_holds_up_the_end_until_one_stands() {
    var answered = started().having(answer());
    answered.when(finish()).thenRejected(PHOTO_MISSING);
    answered
        .having(add(piece(EvidenceKind.VIDEO, "bb", "I-1", "q1", "JT003")))
        .when(finish())
        .thenRejected(PHOTO_MISSING);
    answered.having(add(photo("cc", "I-1", null))).when(finish()).thenRejected(PHOTO_MISSING);
    var shown = answered.having(add(photo("aa", "I-1", "q1")));
    assertThat(shown.having(finish()).when(finish("JT003")).state())
        .isInstanceOf(Visit.Finished.class);
    shown.having(withdraw("aa", "拍摄的是邻户")).when(finish()).thenRejected(PHOTO_MISSING);
    assertThat(
            started()
                .having(answer(new Reply("q1", null, "流动经营，无门面")))
                .having(finish())
                .when(finish("JT003"))
                .state())
        .isInstanceOf(Visit.Finished.class);
  }

  @Test
  void what_is_withdrawn_says_why_stays_to_be_read_and_may_come_again() {
    var shown = started().having(add(photo("aa", "I-1", "q1")));
    shown.when(withdraw("bb", "拍摄的是邻户")).thenRejected(EVIDENCE_UNKNOWN);
    shown.when(withdraw("aa", "x")).thenRejected(REASON_UNFIT);
    var withdrawn = shown.having(withdraw("aa", "拍摄的是邻户"));
    withdrawn.when(withdraw("aa", "拍摄的是邻户")).thenRejected(EVIDENCE_UNKNOWN);
    var state = (Visit.InProgress) withdrawn.when(add(photo("bb", null, null))).state();
    assertThat(state.given().evidence())
        .extracting(KeptEvidence::stands)
        .containsExactly(false, true);
    assertThat(withdrawn.when(add(photo("aa", "I-1", "q1"))).events()).hasSize(1);
  }

  @Test
  void a_visit_has_no_more_than_two_hundred() {
    var full =
        IntStream.range(0, Evidence.MOST_OF_VISIT)
            .boxed()
            .reduce(
                started(),
                (so, i) -> so.having(add(photo("h" + i, null, null))),
                (one, other) -> other);
    full.when(add(photo("aa", null, null))).thenRejected(EVIDENCE_FULL);
  }
}
