package cn.doublerandom.registry.subject;

import static cn.doublerandom.registry.RegistryRejection.MERGE_NEEDS_SECOND_PERSON;
import static cn.doublerandom.registry.RegistryRejection.MERGE_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static cn.doublerandom.registry.RequestRejection.MERGE_ASKED_BY_ANOTHER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.subject.SubjectCommand.ApproveMerge;
import cn.doublerandom.registry.subject.SubjectCommand.DeclineMerge;
import cn.doublerandom.registry.subject.SubjectCommand.WithdrawMerge;
import cn.doublerandom.registry.subject.SubjectEvent.MergeRequestEnded;
import cn.doublerandom.registry.subject.SubjectEvent.MergeRequested;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectMerged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A merge that was asked for, or its reversal, comes to nothing. */
class MergeEndsTest {
  private static final LocalDate MAY = LocalDate.of(2023, 5, 1);
  private static final SubjectRegistered KNOWN =
      new SubjectRegistered(
          new SubjectDetails(
              "S01",
              "清河甲运输有限公司",
              SubjectKind.ENTERPRISE,
              List.of(),
              CreditRiskClass.B,
              SubjectStatus.ACTIVE,
              "局",
              LocalDate.of(2020, 1, 1),
              "",
              null));
  private static final MergeRequested ASKED = new MergeRequested("S02", "重复登记", MAY, "registrar");
  private static final MergeRequested REVERSAL = new MergeRequested(null, "两家企业", MAY, "registrar");
  private static final SubjectMerged MERGED =
      new SubjectMerged("S02", "重复登记", MAY, "registrar", "approver");

  private final DeciderSpecification<SubjectCommand, SubjectEvent, Subject> subject =
      DeciderSpecification.of(new SubjectDecider());

  private static Subject after(SubjectEvent... events) {
    var rules = new SubjectDecider();
    Subject state = rules.initial();
    for (SubjectEvent event : events) {
      state = rules.evolve(state, event);
    }
    return state;
  }

  @Test
  void another_declines_with_a_reason_and_who_asked_does_not() {
    var asked = subject.given(KNOWN, ASKED);
    asked.when(new DeclineMerge("registrar", "不是同一企业")).thenRejected(MERGE_NEEDS_SECOND_PERSON);
    asked
        .when(new DeclineMerge("approver", "x"))
        .thenRejected(REASON_MISSING, Map.of("field", "reason"));
    var declined = asked.when(new DeclineMerge("approver", "不是同一企业"));
    declined.then(new MergeRequestEnded("S02", "registrar", "不是同一企业", "approver", false));
    assertThat(declined.state()).isEqualTo(after(KNOWN));
  }

  @Test
  void who_asked_takes_it_back_with_a_reason_and_nobody_else_does() {
    var asked = subject.given(KNOWN, ASKED);
    asked
        .when(new WithdrawMerge("approver", "代码写错了"))
        .thenRejected(MERGE_ASKED_BY_ANOTHER, Map.of("by", "registrar"));
    asked
        .when(new WithdrawMerge("registrar", "。"))
        .thenRejected(REASON_MISSING, Map.of("field", "reason"));
    asked
        .when(new WithdrawMerge("registrar", "代码写错了"))
        .then(new MergeRequestEnded("S02", "registrar", "代码写错了", "registrar", true));
  }

  @Test
  void a_reversal_ends_too_and_the_entry_stays_merged() {
    var asked = subject.given(KNOWN, ASKED, MERGED, REVERSAL);
    var declined = asked.when(new DeclineMerge("approver", "确为同一企业"));
    declined.then(new MergeRequestEnded(null, "registrar", "确为同一企业", "approver", false));
    assertThat(declined.state()).isEqualTo(after(KNOWN, ASKED, MERGED));
    asked
        .when(new WithdrawMerge("registrar", "撤错了条目"))
        .then(new MergeRequestEnded(null, "registrar", "撤错了条目", "registrar", true));
  }

  @Test
  void what_came_to_nothing_waits_for_nobody_and_may_be_asked_for_again() {
    var end = new MergeRequestEnded("S02", "registrar", "不是同一企业", "approver", false);
    var ended = subject.given(KNOWN, ASKED, end);
    ended.when(new ApproveMerge("approver", "S02")).thenRejected(MERGE_NOT_REQUESTED);
    ended.when(new DeclineMerge("approver", "不是同一企业")).thenRejected(MERGE_NOT_REQUESTED);
    ended.when(new WithdrawMerge("registrar", "代码写错了")).thenRejected(MERGE_NOT_REQUESTED);
    ended
        .and(new MergeRequested("S02", "重复登记", MAY, "other"))
        .when(new ApproveMerge("registrar", "S02"))
        .then(new SubjectMerged("S02", "重复登记", MAY, "other", "registrar"));
  }
}
