package cn.doublerandom.inspection.visit;

import static cn.doublerandom.inspection.InspectionRejection.APPROVAL_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.NOTICE_UNSERVED;
import static cn.doublerandom.inspection.InspectionRejection.RECUSAL_UNDECIDED;
import static cn.doublerandom.inspection.InspectionRejection.TRAINING_UNCONFIRMED;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 抽查前培训、审批、通知、回避: nobody stands at the door before what comes first is done. */
class GatesTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 3, 15);
  private static final List<String> TEAM = List.of("JT001", "JT003");
  private static final Set<String> BOTH = Set.copyOf(TEAM);
  private static final List<Gate> GATES =
      List.of(
          new Gate(Gate.Step.TRAINING, "清交双随机办〔2023〕1号"),
          new Gate(Gate.Step.APPROVAL, "国办发〔2024〕54号"),
          new Gate(Gate.Step.NOTICE, "国办发〔2024〕54号"));

  private final DeciderSpecification<VisitCommand, VisitEvent, Visit> visit =
      DeciderSpecification.of(new VisitDecider());

  private static VisitEvent assigned(List<Gate> gates) {
    return new VisitEvent.VisitAssigned(
        new Assignment(
                "d-1-S",
                "d-1",
                "2025001",
                "001",
                "S",
                TEAM,
                List.of(new Assignment.Item("I-1", "经营行为")),
                TODAY.minusDays(3),
                TODAY.plusDays(30),
                null,
                List.of("大队"))
            .under(gates));
  }

  private static VisitCommand start(Readiness done) {
    return new VisitCommand.StartInspection(TEAM, "JT001", TODAY, 2, "visits-2025", Map.of(), done);
  }

  private static Readiness done(Set<String> trained, boolean approved, boolean noticed) {
    return new Readiness(trained, approved, noticed, Set.of(), Set.of());
  }

  @Test
  void each_step_that_is_missing_is_named_with_its_clause() {
    visit
        .given(assigned(GATES))
        .when(start(done(Set.of("JT001"), true, true)))
        .thenRejected(
            TRAINING_UNCONFIRMED, Map.of("inspector", "JT003", "clause", "清交双随机办〔2023〕1号"));
    visit
        .given(assigned(GATES))
        .when(start(done(BOTH, false, true)))
        .thenRejected(APPROVAL_MISSING, Map.of("clause", "国办发〔2024〕54号"));
    visit
        .given(assigned(GATES))
        .when(start(done(BOTH, true, false)))
        .thenRejected(NOTICE_UNSERVED, Map.of("clause", "国办发〔2024〕54号"));
    visit
        .given(assigned(GATES))
        .when(start(done(BOTH, true, true)))
        .then(new VisitEvent.PresenceConfirmed("JT001", TODAY));
  }

  @Test
  void a_visit_of_before_gates_begins_as_it_always_did() {
    visit
        .given(assigned(List.of()))
        .when(start(Readiness.NONE))
        .then(new VisitEvent.PresenceConfirmed("JT001", TODAY));
  }

  @Test
  void a_recusal_of_an_expert_holds_a_visit_up_as_long_as_he_stands_beside_the_team() {
    var entrusted =
        new Entrusted(
            "ZJ01",
            "BODY",
            "检测公司",
            List.of("桥梁检测"),
            "交通局",
            "委1号",
            TODAY.minusDays(9),
            TODAY.plusDays(9));
    VisitEvent asked = new AssistanceEvent.ExpertAsked(entrusted, "检测支座", "JT001", TODAY);
    VisitEvent agreed = new AssistanceEvent.ExpertAgreed("ZJ01", "没有资质", "JT003", TODAY);
    VisitEvent back = new AssistanceEvent.ExpertTakenBack("ZJ01", "另有任务", "JT003", TODAY);
    var undecided = new Readiness(BOTH, true, true, Set.of("ZJ01"), Set.of());
    visit
        .given(assigned(GATES), asked, agreed)
        .when(start(undecided))
        .thenRejected(RECUSAL_UNDECIDED, Map.of("inspector", "ZJ01"));
    for (List<VisitEvent> gone : List.of(List.of(asked), List.of(asked, agreed, back))) {
      visit
          .given(assigned(GATES))
          .and(gone.toArray(VisitEvent[]::new))
          .when(start(undecided))
          .then(new VisitEvent.PresenceConfirmed("JT001", TODAY));
    }
  }

  @Test
  void a_recusal_holds_up_any_visit_until_it_is_decided_and_the_member_replaced() {
    visit
        .given(assigned(List.of()))
        .when(start(new Readiness(Set.of(), false, false, Set.of("JT003"), Set.of())))
        .thenRejected(RECUSAL_UNDECIDED, Map.of("inspector", "JT003"));
    visit
        .given(assigned(GATES))
        .when(start(new Readiness(BOTH, true, true, Set.of(), Set.of("JT003"))))
        .thenRejected(MEMBER_RECUSED, Map.of("inspector", "JT003"));
    visit
        .given(assigned(GATES))
        .when(start(new Readiness(BOTH, true, true, Set.of(), Set.of("JT009"))))
        .then(new VisitEvent.PresenceConfirmed("JT001", TODAY));
  }
}
