package cn.doublerandom.registry.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.figures.Turns;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.expert.ExpertCodec;
import cn.doublerandom.registry.expert.ExpertDetails;
import cn.doublerandom.registry.expert.ExpertDirectory;
import cn.doublerandom.registry.expert.ExpertEvent;
import cn.doublerandom.registry.expert.ExpertEvent.ExpertRegistered;
import cn.doublerandom.registry.expert.ExpertEvent.ExpertWithdrawn;
import cn.doublerandom.registry.inspector.Inspector.AbsenceAsked;
import cn.doublerandom.registry.inspector.InspectorCodec;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorDirectory.Entry;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.inspector.InspectorEvent.AbsenceRequestEnded;
import cn.doublerandom.registry.inspector.InspectorEvent.AbsenceRequested;
import cn.doublerandom.registry.inspector.InspectorEvent.ConflictsDeclared;
import cn.doublerandom.registry.inspector.InspectorEvent.ConflictsRevoked;
import cn.doublerandom.registry.inspector.InspectorEvent.ErasureApproved;
import cn.doublerandom.registry.inspector.InspectorEvent.ErasureRequested;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRegistered;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRevised;
import cn.doublerandom.registry.inspector.InspectorEvent.LeaveGranted;
import cn.doublerandom.registry.inspector.InspectorEvent.RecusalRequestsEnded;
import cn.doublerandom.registry.inspector.InspectorEvent.RecusalsRequested;
import cn.doublerandom.registry.inspector.InspectorStatus;
import cn.doublerandom.registry.inspector.Leave;
import cn.doublerandom.registry.inspector.Recusal;
import cn.doublerandom.registry.inspector.RecusalAsked;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Inspectors and experts as they are read: what holds of them, and what waits for another. */
class PeopleRowsTest {
  private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
  private static final LocalDate MAY = LocalDate.of(2023, 5, 10);
  private static final InspectorDetails OFFICER = officer("大队", InspectorStatus.ACTIVE);
  private static final InspectorRegistered REGISTERED = new InspectorRegistered(OFFICER, null);
  private static final Turns<InspectorStatus> ALWAYS =
      Turns.of(LocalDate.EPOCH, InspectorStatus.ACTIVE);
  private static final Leave LEAVE = new Leave(MAY, MAY.plusDays(9), "病假");
  private static final Recusal RELATIVE = new Recusal("S1", "RELATIVE", MARCH, null, "INSPECTOR");
  private static final Recusal SHARES = new Recusal("S0", "SHAREHOLDER");

  private static InspectorDetails officer(String unit, InspectorStatus status) {
    return new InspectorDetails(
        "JT001",
        "sealed",
        unit,
        "130534001",
        LocalDate.of(2025, 12, 31),
        List.of("道路客运"),
        status,
        null);
  }

  private static Map<String, Entry> rows(InspectorEvent... events) {
    return Registered.nothing()
        .given(InspectorCodec.ofEvents(), RegistryStreams.INSPECTOR.of("JT001"), events)
        .rows("inspector_view", Entry.class);
  }

  private static Map<String, Entry> row(
      InspectorDetails details,
      List<Recusal> recusals,
      List<Leave> leaves,
      Turns<InspectorStatus> statuses,
      @Nullable AbsenceAsked absenceAsked,
      RecusalAsked... recusalsAsked) {
    return Map.of(
        "JT001",
        new Entry(details, recusals, leaves, statuses, absenceAsked, List.of(recusalsAsked)));
  }

  @Test
  void an_inspector_registered_without_a_day_always_was_what_he_is() {
    assertThat(rows(REGISTERED)).isEqualTo(row(OFFICER, List.of(), List.of(), ALWAYS, null));
  }

  @Test
  void an_inspector_registered_from_a_day_was_not_there_before() {
    assertThat(rows(new InspectorRegistered(OFFICER, MARCH)))
        .isEqualTo(
            row(
                OFFICER,
                List.of(),
                List.of(),
                Turns.of(LocalDate.EPOCH, InspectorStatus.LEFT).with(MARCH, InspectorStatus.ACTIVE),
                null));
  }

  @Test
  void who_leaves_in_may_is_there_until_may() {
    InspectorDetails left = officer("大队", InspectorStatus.LEFT);
    assertThat(rows(REGISTERED, new InspectorRevised(left, MAY)))
        .isEqualTo(row(left, List.of(), List.of(), ALWAYS.with(MAY, InspectorStatus.LEFT), null));
  }

  @Test
  void a_revision_of_old_that_names_no_day_holds_for_all_days() {
    InspectorDetails left = officer("大队", InspectorStatus.LEFT);
    assertThat(rows(new InspectorRegistered(OFFICER, MARCH), new InspectorRevised(left, null)))
        .isEqualTo(
            row(left, List.of(), List.of(), Turns.of(LocalDate.EPOCH, InspectorStatus.LEFT), null));
  }

  @Test
  void a_revision_leaves_recusals_and_leaves_as_they_are() {
    InspectorDetails moved = officer("公路站", InspectorStatus.ACTIVE);
    assertThat(
            rows(
                REGISTERED,
                new ConflictsDeclared(List.of(RELATIVE), null, null),
                new LeaveGranted(LEAVE, null, null),
                new InspectorRevised(moved, MAY)))
        .isEqualTo(row(moved, List.of(RELATIVE), List.of(LEAVE), ALWAYS, null));
  }

  @Test
  void a_leave_that_waits_is_none_until_another_grants_it() {
    var asked = new AbsenceRequested(LEAVE, "keeper");
    var waits = new AbsenceAsked(LEAVE, null, "keeper", null, null, null, null, null);
    assertThat(rows(REGISTERED, asked))
        .isEqualTo(row(OFFICER, List.of(), List.of(), ALWAYS, waits));
    assertThat(rows(REGISTERED, asked, new LeaveGranted(LEAVE, "keeper", "checker")))
        .isEqualTo(row(OFFICER, List.of(), List.of(LEAVE), ALWAYS, null));
    assertThat(rows(REGISTERED, asked, new AbsenceRequestEnded("已销假", "keeper", true)))
        .isEqualTo(row(OFFICER, List.of(), List.of(), ALWAYS, null));
  }

  @Test
  void what_one_person_may_say_does_not_decide_what_waits() {
    var leaves = new AbsenceRequested(null, MAY, "keeper", null, null, null, "batch-7", null);
    var waits = new AbsenceAsked(null, MAY, "keeper", null, null, null, "batch-7", null);
    assertThat(
            rows(
                REGISTERED,
                leaves,
                new InspectorRevised(OFFICER, MARCH),
                new LeaveGranted(LEAVE, null, null)))
        .isEqualTo(row(OFFICER, List.of(), List.of(LEAVE), ALWAYS, waits));
    InspectorDetails left = officer("大队", InspectorStatus.LEFT);
    assertThat(rows(REGISTERED, leaves, new InspectorRevised(left, MAY, "keeper", "checker")))
        .isEqualTo(row(left, List.of(), List.of(), ALWAYS.with(MAY, InspectorStatus.LEFT), null));
  }

  @Test
  void recusals_that_wait_hold_when_another_agreed_and_stand_by_subject() {
    var asked = new RecusalsRequested(List.of(RELATIVE, SHARES), "keeper", "batch-7", null);
    assertThat(rows(REGISTERED, asked))
        .isEqualTo(
            row(
                OFFICER,
                List.of(),
                List.of(),
                ALWAYS,
                null,
                new RecusalAsked(RELATIVE, "keeper", "batch-7", null),
                new RecusalAsked(SHARES, "keeper", "batch-7", null)));
    assertThat(
            rows(
                REGISTERED,
                asked,
                new ConflictsDeclared(List.of(RELATIVE, SHARES), "keeper", "checker")))
        .isEqualTo(row(OFFICER, List.of(SHARES, RELATIVE), List.of(), ALWAYS, null));
    assertThat(
            rows(
                REGISTERED,
                asked,
                new RecusalRequestsEnded(List.of("S0"), "已转让股份", "checker", false)))
        .isEqualTo(
            row(
                OFFICER,
                List.of(),
                List.of(),
                ALWAYS,
                null,
                new RecusalAsked(RELATIVE, "keeper", "batch-7", null)));
  }

  @Test
  void a_recusal_holds_until_its_revocation_is_agreed_to() {
    var declared = new ConflictsDeclared(List.of(RELATIVE, SHARES), null, null);
    var asked = new RecusalsRequested(List.of(RELATIVE), "keeper", "batch-8", "亲属已离职");
    assertThat(rows(REGISTERED, declared, asked))
        .isEqualTo(
            row(
                OFFICER,
                List.of(SHARES, RELATIVE),
                List.of(),
                ALWAYS,
                null,
                new RecusalAsked(RELATIVE, "keeper", "batch-8", "亲属已离职")));
    assertThat(
            rows(
                REGISTERED,
                declared,
                asked,
                new ConflictsRevoked(List.of(RELATIVE), "keeper", "checker")))
        .isEqualTo(row(OFFICER, List.of(SHARES), List.of(), ALWAYS, null));
  }

  @Test
  void an_erasure_changes_no_row_the_name_is_gone_with_its_key() {
    assertThat(
            rows(
                REGISTERED, new ErasureRequested("本人申请", "keeper"), new ErasureApproved("checker")))
        .isEqualTo(rows(REGISTERED));
  }

  private static final ExpertDetails EXPERT =
      new ExpertDetails(
          "ZJ01",
          ExpertDetails.Kind.BODY,
          "某检测中心",
          List.of("桥梁检测"),
          "清河县交通运输局",
          "委托书2023-1",
          MARCH,
          LocalDate.of(2024, 2, 29));

  private static Map<String, ExpertDirectory.Entry> experts(ExpertEvent... events) {
    return Registered.nothing()
        .given(ExpertCodec.ofEvents(), RegistryStreams.EXPERT.of("ZJ01"), events)
        .rows("expert_view", ExpertDirectory.Entry.class);
  }

  @Test
  void an_expert_is_in_the_pool_until_withdrawn_and_in_it_again_once_registered_again() {
    var registered = new ExpertRegistered(EXPERT);
    var withdrawn = new ExpertWithdrawn("合同终止", MAY);
    assertThat(experts(registered))
        .isEqualTo(Map.of("ZJ01", new ExpertDirectory.Entry(EXPERT, "", null)));
    assertThat(experts(registered, withdrawn))
        .isEqualTo(Map.of("ZJ01", new ExpertDirectory.Entry(EXPERT, "合同终止", MAY)));
    assertThat(experts(registered, withdrawn, registered)).isEqualTo(experts(registered));
  }

  @Test
  void an_expert_withdrawn_of_old_names_no_day() {
    assertThat(experts(new ExpertRegistered(EXPERT), new ExpertWithdrawn("合同终止", null)))
        .isEqualTo(Map.of("ZJ01", new ExpertDirectory.Entry(EXPERT, "合同终止", null)));
  }
}
