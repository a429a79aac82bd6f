package cn.doublerandom.registry.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.inspector.InspectorCommand.ApproveAbsence;
import cn.doublerandom.registry.inspector.InspectorCommand.DeclineAbsence;
import cn.doublerandom.registry.inspector.InspectorCommand.GrantLeave;
import cn.doublerandom.registry.inspector.InspectorCommand.RegisterInspector;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorImportUndone;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRegistered;
import cn.doublerandom.registry.inspector.InspectorEvent.StatusFrom;
import cn.doublerandom.registry.intake.ImportTrace;
import cn.doublerandom.registry.intake.ImportTrace.Stands;
import cn.doublerandom.registry.intake.ImportTrace.Told;
import cn.doublerandom.registry.intake.UndoRejection;
import cn.doublerandom.registry.intake.Undoable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a table made of an inspector is taken back by a correction that is recorded (ADR 63). */
class InspectorUndoingTest {
  private static final String IMPORT = "1a2b";
  private static final String BATCH = "2023-05-10-1a2b3c4d";
  private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
  private static final LocalDate MAY = LocalDate.of(2023, 5, 10);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2023, 7, 1);
  private static final String NUMBERLESS = "sealed without numbers";
  private static final InspectorDetails ZHANG = officer("sealed", List.of("客运"));
  private static final Undoable.Agreed AGREED =
      new Undoable.Agreed(IMPORT, "交错了文件", JUNE, "registrar", "approver");

  private final InspectorDecider rules = new InspectorDecider();
  private final UndoableInspectors undoable =
      new UndoableInspectors(Map.of("JC001", NUMBERLESS), Set.of());
  private final List<Told<InspectorEvent>> story = new ArrayList<>();

  private static InspectorDetails officer(String sealed, List<String> skills) {
    return new InspectorDetails(
        "JC001",
        sealed,
        "大队",
        "",
        LocalDate.of(2099, 12, 31),
        skills,
        InspectorStatus.ACTIVE,
        null);
  }

  private Inspector now() {
    return rules.replay(story.stream().map(Told::event).toList());
  }

  private Inspector.Registered known() {
    return (Inspector.Registered) now();
  }

  private void does(InspectorCommand command, boolean ofImport) {
    String occasion = "occasion " + story.size();
    if (!(rules.decide(command, now()) instanceof Decision.Accepted<InspectorEvent>(var events))) {
      throw new AssertionError("refused: " + command);
    }
    events.forEach(event -> story.add(new Told<>(event, ofImport, occasion)));
  }

  private void isRegistered() {
    story.add(new Told<>(new InspectorRegistered(ZHANG, MARCH), false, "first"));
  }

  private void row(InspectorDetails details, LocalDate from) {
    does(new RegisterInspector(details, from, MAY, "registrar", BATCH, false), true);
  }

  private void agrees() {
    does(new ApproveAbsence("approver", MAY, BATCH), false);
  }

  private ImportTrace<Inspector> trace() {
    return ImportTrace.of(story, IMPORT, undoable);
  }

  private Decision<InspectorEvent> undo() {
    return rules.decide(undoable.undo((Stands<Inspector>) trace(), AGREED), now());
  }

  private InspectorImportUndone undone() {
    if (!(undo() instanceof Decision.Accepted<InspectorEvent>(var events))) {
      throw new AssertionError("refused");
    }
    assertThat(events).singleElement().isInstanceOf(InspectorImportUndone.class);
    story.add(new Told<>(events.getFirst(), false, "undo"));
    return (InspectorImportUndone) events.getFirst();
  }

  @Test
  void an_inspector_a_table_changed_is_again_who_he_was() {
    isRegistered();
    Inspector before = now();
    row(officer("somebody else", List.of("货运")), MAY);
    agrees();

    undone();

    assertThat(now()).isEqualTo(before);
    assertThat(trace()).isEqualTo(new ImportTrace.TakenBack<>(false));
  }

  @Test
  void whom_a_table_had_leave_is_back_from_the_day_of_the_approval_and_earlier_days_stay() {
    isRegistered();
    row(ZHANG.withStatus(InspectorStatus.LEFT), MAY);
    agrees();

    assertThat(undone().statuses()).containsExactly(new StatusFrom(JUNE, InspectorStatus.ACTIVE));

    assertThat(known().statuses().asOf(MAY)).isEqualTo(InspectorStatus.LEFT);
    assertThat(known().statuses().asOf(JUNE)).isEqualTo(InspectorStatus.ACTIVE);
  }

  @Test
  void a_departure_of_a_day_to_come_is_taken_back_before_it_comes() {
    isRegistered();
    row(ZHANG.withStatus(InspectorStatus.LEFT), JULY);
    agrees();

    undone();

    assertThat(known().statuses().asOf(JULY)).isEqualTo(InspectorStatus.ACTIVE);
  }

  @Test
  void whom_a_table_entered_has_left_and_holds_no_certificate_and_a_later_table_brings_him_again() {
    row(ZHANG, MAY);
    agrees();

    undone();

    assertThat(known().asOf(JUNE))
        .isEqualTo(officer(NUMBERLESS, List.of("客运")).withStatus(InspectorStatus.LEFT));
    assertThat(known().statuses().asOf(MAY)).isEqualTo(InspectorStatus.ACTIVE);
    assertThat(trace()).isEqualTo(new ImportTrace.TakenBack<>(true));
    does(new RegisterInspector(ZHANG, JULY, JULY, "registrar", "B2", false), false);
    assertThat(known().absenceAsked()).isPresent();
  }

  @Test
  void what_the_table_asked_for_waits_no_more_whether_he_was_there_or_not() {
    row(ZHANG, MAY);
    undone();
    assertThat(known().absenceAsked()).isEmpty();

    story.clear();
    isRegistered();
    row(officer("sealed", List.of("货运")), MAY);
    undone();
    assertThat(known().absenceAsked()).isEmpty();
    assertThat(known().details()).isEqualTo(ZHANG);
  }

  @Test
  void a_row_nobody_agreed_to_leaves_nothing_to_take_back() {
    isRegistered();
    row(officer("sealed", List.of("货运")), MAY);
    does(new DeclineAbsence("approver", "专长有误", BATCH), false);

    assertThat(undo()).isEqualTo(Decision.accept());
  }

  @Test
  void who_went_on_leave_or_was_changed_since_is_left_as_he_is() {
    isRegistered();
    row(officer("sealed", List.of("货运")), MAY);
    agrees();
    does(new GrantLeave(new Leave(JUNE, JUNE, "病假住院"), JUNE, "registrar"), false);

    assertThat(trace()).isEqualTo(new ImportTrace.ChangedSince<>());
  }

  @Test
  void whoever_changes_him_while_he_is_given_back_comes_first() {
    isRegistered();
    row(officer("sealed", List.of("货运")), MAY);
    agrees();
    InspectorCommand undo = undoable.undo((Stands<Inspector>) trace(), AGREED);
    does(new GrantLeave(new Leave(JUNE, JUNE, "病假住院"), JUNE, "registrar"), false);

    assertThat(rules.decide(undo, now()))
        .isEqualTo(Decision.reject(UndoRejection.CHANGED_SINCE_IMPORT));
    assertThat(rules.decide(undo, rules.initial()))
        .isEqualTo(Decision.reject(RegistryRejection.INSPECTOR_UNKNOWN));
  }

  @Test
  void whose_certificate_is_anothers_by_now_is_left_as_he_is() {
    assertThat(new UndoableInspectors(Map.of(), Set.of("JC001")).isTaken("JC001")).isTrue();
    assertThat(undoable.isTaken("JC001")).isFalse();
  }
}
