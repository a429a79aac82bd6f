package cn.doublerandom.registry.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.bureau.BureauCodec;
import cn.doublerandom.registry.bureau.BureauDecider;
import cn.doublerandom.registry.deputy.DeputyCodec;
import cn.doublerandom.registry.deputy.DeputyDecider;
import cn.doublerandom.registry.inspector.InspectorCodec;
import cn.doublerandom.registry.inspector.InspectorDecider;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.inspector.InspectorStatus;
import cn.doublerandom.registry.inspector.Leave;
import cn.doublerandom.registry.intake.IntakeCodec;
import cn.doublerandom.registry.intake.IntakeDecider;
import cn.doublerandom.registry.intake.IntakeEvent;
import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.registry.intake.UndoCounts;
import cn.doublerandom.registry.item.ItemCodec;
import cn.doublerandom.registry.item.ItemDecider;
import cn.doublerandom.registry.office.OfficeCodec;
import cn.doublerandom.registry.office.OfficeDecider;
import cn.doublerandom.registry.person.ErasureCodec;
import cn.doublerandom.registry.person.ErasureDecider;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.SubjectCodec;
import cn.doublerandom.registry.subject.SubjectDecider;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectEvent.MergeRequested;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequestEnded;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequested;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectReclassified;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.time.CalendarDecider;
import cn.doublerandom.servicekit.time.CalendarEvent;
import cn.doublerandom.servicekit.waiting.Pending;
import cn.doublerandom.servicekit.waiting.PendingFold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What waits for a second person stands in one row a stream, however the events came. */
class WaitingRowsTest {
  private static final String ID = "91350100M000100Y43";
  private static final String FIRM = RegistryStreams.SUBJECT.of(ID);
  private static final String OFFICER = RegistryStreams.INSPECTOR.of("JC001");
  private static final LocalDate MARCH = LocalDate.of(2023, 3, 12);
  private static final LocalDate APRIL = LocalDate.of(2023, 4, 1);
  private static final StatusRequested PAUSE =
      new StatusRequested(SubjectStatus.SUSPENDED, "企业申请停业", MARCH, "registrar", null);
  private static final SubjectRegistered REGISTERED =
      new SubjectRegistered(
          new SubjectDetails(
              ID,
              "甲公司",
              SubjectKind.ENTERPRISE,
              List.of(),
              CreditRiskClass.B,
              SubjectStatus.ACTIVE,
              "行政审批局",
              LocalDate.of(2018, 5, 2),
              "",
              null));

  private static ProjectionSpecification waiting() {
    return ProjectionSpecification.over(log ->
        new WaitingProjection(
            new WaitingView(),
            new CommandHandler<>(log, new SubjectDecider(), SubjectCodec.ofEvents()),
            new CommandHandler<>(log, new InspectorDecider(), InspectorCodec.ofEvents()),
            new CommandHandler<>(log, new ItemDecider(), ItemCodec.ofEvents()),
            new CommandHandler<>(log, new OfficeDecider(), OfficeCodec.ofEvents()),
            new CommandHandler<>(log, new ErasureDecider(), ErasureCodec.ofEvents()),
            new CommandHandler<>(log, new BureauDecider(), BureauCodec.ofEvents()),
            new CommandHandler<>(log, new IntakeDecider(), IntakeCodec.ofEvents()),
            new CommandHandler<>(log, new DeputyDecider(), DeputyCodec.ofEvents()),
            new CommandHandler<>(
                log, new CalendarDecider(), new EventCodec<>(CalendarEvent.class))));
  }

  private static ProjectionSpecification firm(SubjectEvent... inMarch) {
    return waiting()
        .given(SubjectCodec.ofEvents(), FIRM, REGISTERED)
        .at(Instant.parse(MARCH + "T01:00:00Z"))
        .given(SubjectCodec.ofEvents(), FIRM, inMarch)
        .at(Instant.parse(APRIL + "T01:00:00Z"));
  }

  private static Map<String, PendingFold.Row> rows(ProjectionSpecification events) {
    return events.rows("waiting_view", PendingFold.Row.class);
  }

  private static List<Pending> of(String stream, ProjectionSpecification events) {
    return rows(events).getOrDefault(stream, new PendingFold.Row(List.of())).matters();
  }

  @Test
  void a_firm_nobody_asked_anything_of_has_no_row() {
    assertThat(rows(firm(new SubjectReclassified(CreditRiskClass.C, "省平台", MARCH)))).isEmpty();
  }

  @Test
  void the_undo_of_a_table_waits_until_all_its_entries_were_gone_through() {
    String table = RegistryStreams.IMPORT.of("1a");
    var taken =
        new IntakeEvent.TableTaken(
            IntakeKind.SUBJECTS, "名录.xlsx", "ab".repeat(32), true, 9, 9, 0, 0, 0, 0, null, null);
    var asked = new IntakeEvent.UndoRequested("交错了文件", "registrar", new UndoCounts(2, 3, 0, 1));
    var agreed = new IntakeEvent.UndoApproved("registrar", "approver");
    ProjectionSpecification begun =
        waiting().given(IntakeCodec.ofEvents(), table, taken, asked, agreed);

    assertThat(of(table, begun))
        .singleElement()
        .satisfies(waits -> {
          assertThat(waits.kind()).isEqualTo("import-undo");
          assertThat(waits.says("of")).isEqualTo("名录.xlsx");
          assertThat(waits.says("what")).isEqualTo("5");
          assertThat(waits.touchedBy()).containsExactly("registrar");
        });
    assertThat(
            of(
                table,
                begun.given(
                    IntakeCodec.ofEvents(),
                    table,
                    new IntakeEvent.TableUndone(asked.counts(), List.of("X")))))
        .isEmpty();
  }

  @Test
  void a_pause_waits_since_the_day_it_was_asked_for() {
    assertThat(of(FIRM, firm(PAUSE)))
        .singleElement()
        .satisfies(waits -> {
          assertThat(waits.kind()).isEqualTo("status");
          assertThat(waits.since()).isEqualTo(MARCH);
          assertThat(waits.says("of")).isEqualTo(ID);
          assertThat(waits.says("what")).isEqualTo("停业");
          assertThat(waits.touchedBy()).containsExactly("registrar");
        });
  }

  @Test
  void who_asked_is_told_that_another_did_not_agree_and_why() {
    PendingFold.Row row =
        rows(firm(PAUSE, new StatusRequestEnded("材料不齐", "approver", false))).get(FIRM);

    assertThat(row.matters()).isEmpty();
    assertThat(row.told())
        .singleElement()
        .satisfies(told -> {
          assertThat(told.to()).isEqualTo("registrar");
          assertThat(told.why()).isEqualTo("材料不齐");
          assertThat(told.on()).isEqualTo(MARCH);
          assertThat(told.asked().says("what")).isEqualTo("停业");
        });
  }

  @Test
  void who_takes_back_what_he_asked_for_is_told_nothing() {
    assertThat(
            rows(waiting()
                    .given(SubjectCodec.ofEvents(), FIRM, REGISTERED)
                    .at(Instant.parse(MARCH + "T01:00:00Z"))
                    .by("Registrar", "request-1")
                    .given(
                        SubjectCodec.ofEvents(),
                        FIRM,
                        PAUSE,
                        new StatusRequestEnded("填错了", "Registrar", true)))
                .get(FIRM)
                .told())
        .isNull();
  }

  @Test
  void what_was_agreed_to_or_not_waits_no_more() {
    var agreed =
        new SubjectStatusChanged(SubjectStatus.SUSPENDED, "企业申请停业", MARCH, "registrar", "approver");
    for (SubjectEvent end : List.of(agreed, new StatusRequestEnded("证据不足", "approver", false))) {
      assertThat(of(FIRM, firm(PAUSE, end))).isEmpty();
    }
  }

  @Test
  void what_is_asked_for_anew_waits_since_then() {
    var end = new StatusRequestEnded("证据不足", "approver", false);

    assertThat(of(FIRM, firm(PAUSE, end).given(SubjectCodec.ofEvents(), FIRM, PAUSE)))
        .extracting(Pending::since)
        .containsExactly(APRIL);
  }

  @Test
  void what_another_asks_for_in_its_place_is_for_neither_of_them_to_approve() {
    var merge = new MergeRequested("X", "重复登记", MARCH, "registrar");
    var other = new MergeRequested("Y", "重复登记", MARCH, "other");

    assertThat(of(FIRM, firm(merge, PAUSE).given(SubjectCodec.ofEvents(), FIRM, other)))
        .filteredOn(waits -> waits.kind().equals("merge"))
        .singleElement()
        .satisfies(waits -> {
          assertThat(waits.touchedBy()).containsExactly("other", "registrar");
          assertThat(waits.since()).isEqualTo(MARCH);
        });
  }

  @Test
  void a_merge_that_came_to_nothing_waits_no_more() {
    var merge = new MergeRequested("X", "重复登记", MARCH, "registrar");
    for (boolean withdrawn : List.of(true, false)) {
      var end =
          new SubjectEvent.MergeRequestEnded(
              "X", "registrar", "不是同一企业", withdrawn ? "registrar" : "approver", withdrawn);
      assertThat(of(FIRM, firm(merge, end))).isEmpty();
    }
  }

  @Test
  void an_erasure_that_was_agreed_to_waits_no_more() {
    EventCodec<InspectorEvent> codec = InspectorCodec.ofEvents();
    var left =
        new InspectorEvent.InspectorRegistered(
            new InspectorDetails(
                "JC001", "", "大队", "13053401", APRIL, List.of(), InspectorStatus.LEFT, null),
            null);
    var asked = new InspectorEvent.ErasureRequested("本人申请", "registrar");
    var leave = new InspectorEvent.AbsenceRequested(new Leave(MARCH, APRIL, "休假"), "registrar");

    assertThat(of(OFFICER, waiting().given(codec, OFFICER, left, asked, leave)))
        .extracting(Pending::kind)
        .containsExactly("absence", "inspector-erasure");
    assertThat(
            of(
                OFFICER,
                waiting()
                    .given(
                        codec,
                        OFFICER,
                        left,
                        asked,
                        leave,
                        new InspectorEvent.ErasureApproved("approver"))))
        .extracting(Pending::kind)
        .containsExactly("absence");
  }
}
