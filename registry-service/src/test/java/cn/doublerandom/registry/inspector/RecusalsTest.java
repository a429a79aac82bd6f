package cn.doublerandom.registry.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.inspector.InspectorCommand.ApproveAbsence;
import cn.doublerandom.registry.inspector.InspectorCommand.ApproveRecusals;
import cn.doublerandom.registry.inspector.InspectorCommand.DeclareConflicts;
import cn.doublerandom.registry.inspector.InspectorCommand.EndRecusals;
import cn.doublerandom.registry.inspector.InspectorCommand.RegisterInspector;
import cn.doublerandom.registry.inspector.InspectorCommand.RevokeRecusals;
import cn.doublerandom.registry.inspector.InspectorEvent.AbsenceRequested;
import cn.doublerandom.registry.inspector.InspectorEvent.ConflictsDeclared;
import cn.doublerandom.registry.inspector.InspectorEvent.ConflictsRevoked;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRegistered;
import cn.doublerandom.registry.inspector.InspectorEvent.RecusalRequestsEnded;
import cn.doublerandom.registry.inspector.InspectorEvent.RecusalsRequested;
import cn.doublerandom.registry.inspector.Qualifications.Employment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is recused is decided by another person than the one who enters it. */
class RecusalsTest {
  private static final LocalDate MAY = LocalDate.of(2023, 5, 10);
  private static final Recusal RELATIVE = new Recusal("甲公司", "RELATIVE");
  private static final Recusal OTHER = new Recusal("乙公司", "DECLARED_INTEREST");
  private static final RecusalsRequested ASKED =
      new RecusalsRequested(List.of(RELATIVE, OTHER), "registrar", "B1", null);
  private static final RecusalChoice B1 = RecusalChoice.ofBatch("B1");
  private static final ConflictsDeclared DECLARED =
      new ConflictsDeclared(List.of(RELATIVE), "registrar", "approver");

  private static InspectorDetails able(String unit, List<String> skills, List<String> shares) {
    var more =
        new Qualifications(
            "",
            null,
            List.of(),
            "",
            5,
            shares.isEmpty() ? List.of() : List.of(new Employment("丙公司", MAY)),
            shares);
    return new InspectorDetails(
        "JC001",
        "",
        unit,
        "1305",
        LocalDate.of(2099, 12, 31),
        skills,
        InspectorStatus.ACTIVE,
        more);
  }

  private static final InspectorDetails DETAILS = able("大队", List.of("客运", "货运"), List.of());

  private static DeciderSpecification<InspectorCommand, InspectorEvent, Inspector>.Given given(
      InspectorEvent... events) {
    return DeciderSpecification.of(new InspectorDecider())
        .given(new InspectorRegistered(DETAILS, null))
        .and(events);
  }

  private static List<Recusal> recusals(Inspector inspector) {
    return ((Inspector.Registered) inspector).recusals();
  }

  @Test
  void a_recusal_entered_by_one_keeps_nobody_away_until_another_agrees() {
    var known = given();
    known.when(new DeclareConflicts(List.of(RELATIVE, OTHER), "registrar", "B1")).then(ASKED);
    var waits = known.and(ASKED);
    assertThat(
            recusals(
                waits.when(new DeclareConflicts(List.of(RELATIVE), "registrar", "B2")).state()))
        .isEmpty();
    waits
        .when(new ApproveRecusals(B1, "Registrar "))
        .thenRejected(RegistryRejection.RECUSAL_NEEDS_SECOND_PERSON);
    var agreed = new ConflictsDeclared(List.of(RELATIVE, OTHER), "registrar", "approver");
    waits.when(new ApproveRecusals(B1, "approver")).then(agreed);
    assertThat(recusals(waits.when(new ApproveRecusals(B1, "approver")).state()))
        .containsExactly(OTHER, RELATIVE);
    waits
        .and(agreed)
        .when(new ApproveRecusals(B1, "approver"))
        .thenRejected(RegistryRejection.RECUSAL_NOT_REQUESTED);
  }

  @Test
  void one_request_waits_for_a_pair_at_a_time_and_the_same_again_is_no_second_one() {
    var waits = given(ASKED);
    waits.when(new DeclareConflicts(List.of(RELATIVE), "another", "B2")).then();
    waits
        .when(new DeclareConflicts(List.of(new Recusal("甲公司", "SUBJECT_REQUEST")), "x", "B2"))
        .thenRejected(
            RegistryRejection.RECUSAL_REQUEST_WAITS,
            Map.of("waits", "对 甲公司 的回避（近亲属），批次 B1，由 registrar 申请"));
    waits
        .when(new DeclareConflicts(List.of(new Recusal("丁公司", "RELATIVE")), "another", "B2"))
        .then(
            new RecusalsRequested(List.of(new Recusal("丁公司", "RELATIVE")), "another", "B2", null));
  }

  /** A table of 26,000 for one person ended the service: each row was told of all of them. */
  @Test
  void nobody_is_recused_from_more_than_a_thousand_firms() {
    List<Recusal> most =
        IntStream.range(0, Recusals.MOST).mapToObj(i -> new Recusal("公司" + i, "RELATIVE")).toList();
    var full = given(new RecusalsRequested(most, "registrar", "B1", null));
    full.when(new DeclareConflicts(List.of(new Recusal("另一公司", "RELATIVE")), "registrar", "B2"))
        .thenRejected(RegistryRejection.RECUSALS_TOO_MANY, Map.of("most", Recusals.MOST));
    full.when(new DeclareConflicts(List.of(most.getFirst()), "registrar", "B2")).then();
    List<Recusal> more = new ArrayList<>(most);
    more.add(new Recusal("另一公司", "RELATIVE"));
    given()
        .when(new DeclareConflicts(more, "registrar", "B1"))
        .thenRejected(RegistryRejection.RECUSALS_TOO_MANY, Map.of("most", Recusals.MOST));
    var held = given(new ConflictsDeclared(more, "registrar", "approver"));
    held.when(new RevokeRecusals("公司0", "亲属已离职", "registrar", "B3"))
        .then(new RecusalsRequested(List.of(most.getFirst()), "registrar", "B3", "亲属已离职"));
  }

  @Test
  void another_person_declines_and_who_asked_withdraws_with_a_reason() {
    var waits = given(ASKED);
    waits
        .when(new EndRecusals(RecusalChoice.of("甲公司"), "approver", "并非近亲属", false))
        .then(new RecusalRequestsEnded(List.of("甲公司"), "并非近亲属", "approver", false));
    waits
        .when(new EndRecusals(B1, "registrar", "并非近亲属", false))
        .thenRejected(RegistryRejection.RECUSAL_NEEDS_SECOND_PERSON);
    waits
        .when(new EndRecusals(B1, "another", "录入有误", true))
        .thenRejected(RegistryRejection.RECUSAL_ASKED_BY_ANOTHER);
    waits
        .when(new EndRecusals(B1, "registrar", "x", true))
        .thenRejected(RegistryRejection.REASON_MISSING);
    waits
        .when(new EndRecusals(B1, "registrar", "录入有误", true))
        .then(new RecusalRequestsEnded(List.of("乙公司", "甲公司"), "录入有误", "registrar", true));
  }

  @Test
  void a_recusal_is_revoked_by_two_people_and_one_that_follows_from_the_register_is_not() {
    var recused = given(DECLARED);
    var asked = new RecusalsRequested(List.of(RELATIVE), "registrar", "B9", "亲属已离职");
    recused.when(new RevokeRecusals("甲公司", "亲属已离职", "registrar", "B9")).then(asked);
    recused
        .when(new RevokeRecusals("丙公司", "亲属已离职", "registrar", "B9"))
        .thenRejected(RegistryRejection.RECUSAL_UNKNOWN);
    var waits = recused.and(asked);
    assertThat(recusals(waits.when(new DeclareConflicts(List.of(RELATIVE), "x", "B")).state()))
        .containsExactly(RELATIVE);
    waits
        .when(new ApproveRecusals(RecusalChoice.of("甲公司"), "registrar"))
        .thenRejected(RegistryRejection.RECUSAL_NEEDS_SECOND_PERSON);
    var revoked = new ConflictsRevoked(List.of(RELATIVE), "registrar", "approver");
    waits.when(new ApproveRecusals(RecusalChoice.of("甲公司"), "approver")).then(revoked);
    assertThat(
            recusals(waits.when(new ApproveRecusals(RecusalChoice.of("甲公司"), "approver")).state()))
        .isEmpty();
  }

  @Test
  void it_is_known_who_agreed_to_a_recusal_as_long_as_it_holds() {
    var revoked = new ConflictsRevoked(List.of(RELATIVE), "registrar", "approver");
    assertThat(decidedBy(DECLARED)).isEqualTo("approver");
    assertThat(decidedBy(DECLARED, revoked)).isNull();
    assertThat(decidedBy(new ConflictsDeclared(List.of(RELATIVE), null, null))).isNull();
  }

  private static @Nullable String decidedBy(InspectorEvent... events) {
    var all = new ArrayList<InspectorEvent>(List.of(new InspectorRegistered(DETAILS, null)));
    all.addAll(List.of(events));
    return ((Inspector.Registered) new InspectorDecider().replay(all)).decidedBy(RELATIVE);
  }

  @Test
  void what_was_decided_of_one_firm_leaves_what_waits_of_another() {
    var decided = given(ASKED, DECLARED);
    decided.when(new DeclareConflicts(List.of(OTHER), "registrar", "B1")).then();
    assertThat(
            ((Inspector.Registered)
                    decided.when(new DeclareConflicts(List.of(OTHER), "registrar", "B1")).state())
                .recusalsAsked())
        .extracting(RecusalAsked::recusal)
        .containsExactly(OTHER);
  }

  @Test
  void what_one_person_declared_in_an_older_ledger_stays_in_force() {
    var old = given(new ConflictsDeclared(List.of(RELATIVE), null, null));
    old.when(new DeclareConflicts(List.of(RELATIVE), "registrar", "B1")).then();
    assertThat(recusals(old.when(new DeclareConflicts(List.of(RELATIVE), "r", "B")).state()))
        .containsExactly(RELATIVE);
  }

  private static RegisterInspector row(InspectorDetails details) {
    return new RegisterInspector(details, null, MAY, "registrar", "B1", false);
  }

  @Test
  void who_loses_a_skill_is_drawn_for_it_until_another_agrees_and_a_new_skill_waits_too() {
    InspectorDetails told = able("大队", List.of("公路", "货运"), List.of());
    var asked =
        new AbsenceRequested(
            null,
            null,
            "registrar",
            null,
            new Narrowing(List.of("客运"), null, null, null),
            null,
            "B1",
            new Revision(told, List.of("公路"), List.of(Revision.Part.SKILLS)));
    var known = given();
    known.when(row(told)).then(asked);
    var waits = known.and(asked);
    waits.when(row(told)).then();
    waits
        .when(new ApproveAbsence("registrar", MAY, null))
        .thenRejected(RegistryRejection.ABSENCE_NEEDS_SECOND_PERSON);
    Inspector after = waits.when(new ApproveAbsence("approver", MAY, null)).state();
    assertThat(((Inspector.Registered) after).details()).isEqualTo(told);
  }

  @Test
  void another_unit_and_recusals_that_follow_from_the_register_wait_too() {
    InspectorDetails told = able("中队", List.of("客运", "货运"), List.of("丁公司"));
    var asked =
        new AbsenceRequested(
            null,
            null,
            "registrar",
            null,
            new Narrowing(List.of(), "中队", List.of(new Employment("丙公司", MAY)), List.of("丁公司")),
            null,
            "B1",
            new Revision(told, List.of(), List.of()));
    var known = given();
    known.when(row(told)).then(asked);
    known
        .and(asked)
        .when(row(able("大队", List.of("货运"), List.of())))
        .thenRejected(
            RegistryRejection.ABSENCE_REQUEST_WAITS,
            Map.of("waits", "改属“中队”，曾任职单位改为 丙公司/2023-05-10，持股单位改为 丁公司，由 registrar 申请，批次 B1"));
    Inspector after = known.and(asked).when(new ApproveAbsence("approver", MAY, null)).state();
    assertThat(((Inspector.Registered) after).details()).isEqualTo(told);
  }
}
