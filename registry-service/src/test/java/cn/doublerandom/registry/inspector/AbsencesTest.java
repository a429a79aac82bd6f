package cn.doublerandom.registry.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.inspector.InspectorCommand.ApproveAbsence;
import cn.doublerandom.registry.inspector.InspectorCommand.GrantLeave;
import cn.doublerandom.registry.inspector.InspectorEvent.AbsenceRequested;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRegistered;
import cn.doublerandom.registry.inspector.InspectorEvent.LeaveGranted;
import cn.doublerandom.registry.inspector.Qualifications.Employment;
import cn.doublerandom.registry.inspector.Qualifications.SkillLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is drawn is not for one person to choose. */
class AbsencesTest {
  private static final LocalDate MAY = LocalDate.of(2023, 5, 10);
  private static final Leave LEAVE = new Leave(MAY, MAY.plusDays(9), "病假住院");
  private static final InspectorDetails DETAILS =
      new InspectorDetails(
          "JC001",
          "",
          "大队",
          "1305",
          LocalDate.of(2099, 12, 31),
          List.of("客运", "货运"),
          InspectorStatus.ACTIVE,
          new Qualifications(
              "",
              null,
              List.of(new SkillLevel("客运", 3), new SkillLevel("货运", 2)),
              "",
              5,
              List.of(new Employment("丙公司", MAY)),
              List.of("丁公司")));

  private static DeciderSpecification<InspectorCommand, InspectorEvent, Inspector>.Given given(
      InspectorEvent... events) {
    return DeciderSpecification.of(new InspectorDecider())
        .given(new InspectorRegistered(DETAILS, null))
        .and(events);
  }

  private static GrantLeave asked(Leave leave) {
    return new GrantLeave(leave, MAY, "registrar");
  }

  @Test
  void a_leave_ends_on_its_first_day_at_the_earliest_and_has_a_reason() {
    given()
        .when(asked(new Leave(MAY, MAY.minusDays(1), "病假住院")))
        .thenRejected(RegistryRejection.LEAVE_ENDS_BEFORE_IT_BEGINS, Map.of("field", "until"));
    Leave day = new Leave(MAY, MAY, "病假住院");
    given().when(asked(day)).then(new AbsenceRequested(day, "registrar"));
    given()
        .when(asked(new Leave(MAY, MAY, "病")))
        .thenRejected(RegistryRejection.REASON_MISSING, Map.of("field", "reason"));
  }

  @Test
  void a_leave_that_was_granted_is_not_asked_for_again() {
    given(new LeaveGranted(LEAVE, "registrar", "approver")).when(asked(LEAVE)).then();
  }

  /** Of ledgers from before a row waited as a whole. */
  private static InspectorDetails after(Narrowing narrowing) {
    Inspector agreed =
        given(new AbsenceRequested(null, null, "registrar", null, narrowing, null, "B1", null))
            .when(new ApproveAbsence("approver", MAY, null))
            .state();
    return ((Inspector.Registered) agreed).details();
  }

  private static Narrowing narrowing(
      List<String> skills,
      @Nullable String unit,
      @Nullable List<Employment> employers,
      @Nullable List<String> shares) {
    return new Narrowing(skills, unit, employers, shares);
  }

  @Test
  void of_an_older_ledger_who_loses_a_skill_keeps_all_else() {
    InspectorDetails after = after(narrowing(List.of("客运"), null, null, null));
    assertThat(after.skills()).containsExactly("货运");
    assertThat(after.more().skillLevels()).containsExactly(new SkillLevel("货运", 2));
    assertThat(after.unit()).isEqualTo("大队");
    assertThat(after.more().formerEmployers()).containsExactly(new Employment("丙公司", MAY));
    assertThat(after.more().shareholdings()).containsExactly("丁公司");
  }

  @Test
  void of_an_older_ledger_who_changes_unit_and_shares_keeps_his_skills() {
    InspectorDetails after = after(narrowing(List.of(), "中队", List.of(), List.of("戊公司")));
    assertThat(after.skills()).containsExactly("客运", "货运");
    assertThat(after.more().skillLevels()).hasSize(2);
    assertThat(after.unit()).isEqualTo("中队");
    assertThat(after.more().formerEmployers()).isEmpty();
    assertThat(after.more().shareholdings()).containsExactly("戊公司");
  }
}
