package cn.doublerandom.registry.subject;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.intake.ImportTrace;
import cn.doublerandom.registry.intake.ImportTrace.Stands;
import cn.doublerandom.registry.intake.ImportTrace.Told;
import cn.doublerandom.registry.intake.UndoRejection;
import cn.doublerandom.registry.subject.Subject.Registered;
import cn.doublerandom.registry.subject.SubjectCommand.ApproveStatus;
import cn.doublerandom.registry.subject.SubjectCommand.ChangeStatus;
import cn.doublerandom.registry.subject.SubjectCommand.DeclineStatus;
import cn.doublerandom.registry.subject.SubjectCommand.Reclassify;
import cn.doublerandom.registry.subject.SubjectCommand.RegisterSubject;
import cn.doublerandom.registry.subject.SubjectCommand.UndoImport;
import cn.doublerandom.registry.subject.SubjectEvent.ImportUndone;
import cn.doublerandom.registry.subject.SubjectEvent.StatusFrom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An import is taken back by a correction that is recorded, never by deleting (ADR 59). */
class UndoingTest {
  private static final String IMPORT = "1a2b";
  private static final String BATCH = "2023-05-10-1a2b3c4d";
  private static final LocalDate MAY = LocalDate.of(2023, 5, 10);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final LocalDate DECEMBER = LocalDate.of(2023, 12, 1);
  private static final SubjectDetails FIRM =
      new SubjectDetails(
          "91350100M000100Y43",
          "甲公司",
          SubjectKind.ENTERPRISE,
          List.of("道路运输"),
          CreditRiskClass.B,
          SubjectStatus.ACTIVE,
          "行政审批局",
          LocalDate.of(2018, 5, 2),
          "旧址路 1 号",
          null);

  private final SubjectDecider rules = new SubjectDecider();
  private final List<Told<SubjectEvent>> story = new ArrayList<>();

  private ImportTrace<Subject> trace() {
    return ImportTrace.of(story, IMPORT, new UndoableSubjects());
  }

  private Subject state() {
    return rules.replay(story.stream().map(Told::event).toList());
  }

  private Registered now() {
    return (Registered) state();
  }

  private void does(SubjectCommand command, boolean ofImport) {
    String occasion = "occasion " + story.size();
    if (!(rules.decide(command, state()) instanceof Decision.Accepted<SubjectEvent>(var events))) {
      throw new AssertionError("refused: " + command);
    }
    events.forEach(event -> story.add(new Told<>(event, ofImport, occasion)));
  }

  private void row(SubjectDetails details, boolean ofImport, boolean opens) {
    does(new RegisterSubject(details, MAY, "registrar", BATCH, "名录导入", null, opens), ofImport);
  }

  private void isOnRegister() {
    row(FIRM, false, true);
  }

  private void agreed() {
    does(new ApproveStatus("approver", BATCH, MAY), false);
  }

  private Decision<SubjectEvent> undo() {
    Stands<Subject> stands = (Stands<Subject>) trace();
    return rules.decide(
        new UndoImport(
            IMPORT,
            stands.before(),
            stands.taken(),
            stands.batch(),
            "交错了文件",
            JUNE,
            "registrar",
            "approver"),
        state());
  }

  private void undone() {
    if (!(undo() instanceof Decision.Accepted<SubjectEvent>(var events))) {
      throw new AssertionError("refused");
    }
    assertThat(events).singleElement().isInstanceOf(ImportUndone.class);
    story.add(new Told<>(events.getFirst(), false, "undo"));
  }

  @Test
  void an_entry_a_table_revised_is_again_what_it_was_from_the_day_of_the_approval_on() {
    isOnRegister();
    row(FIRM.with("甲公司", "新址路 9 号", null), true, false);

    undone();

    assertThat(now().asOf(JUNE)).isEqualTo(FIRM);
    assertThat(trace()).isEqualTo(new ImportTrace.TakenBack<>(false));
  }

  @Test
  void an_entry_a_table_made_stays_unconfirmed_and_a_later_table_may_bring_it_again() {
    row(FIRM, true, false);
    agreed();
    assertThat(now().asOf(JUNE).status()).isEqualTo(SubjectStatus.ACTIVE);

    undone();

    assertThat(now().asOf(JUNE).status()).isEqualTo(SubjectStatus.UNCONFIRMED);
    assertThat(now().asOf(MAY).status()).as("days before stay").isEqualTo(SubjectStatus.ACTIVE);
    assertThat(now().statusAsked()).isEmpty();
    does(new RegisterSubject(FIRM, JUNE, "registrar", "B2", "名录导入", null, false), false);
    does(new ApproveStatus("approver", "B2", JUNE), false);
    assertThat(now().asOf(JUNE).status()).isEqualTo(SubjectStatus.ACTIVE);
  }

  @Test
  void what_the_table_asked_for_and_still_waits_waits_no_more() {
    row(FIRM, true, false);
    assertThat(now().statusAsked()).isPresent();

    undone();

    assertThat(now().statusAsked()).isEmpty();
    assertThat(now().asOf(DECEMBER).status()).isEqualTo(SubjectStatus.UNCONFIRMED);
  }

  @Test
  void the_table_that_opened_a_register_is_taken_back_too() {
    row(FIRM, true, true);

    undone();

    assertThat(now().asOf(JUNE).status()).isEqualTo(SubjectStatus.UNCONFIRMED);
  }

  @Test
  void a_status_of_a_day_to_come_is_called_off() {
    isOnRegister();
    does(
        new RegisterSubject(
            FIRM.withStatus(SubjectStatus.CANCELLED),
            MAY,
            "registrar",
            BATCH,
            "名录导入",
            DECEMBER,
            false),
        true);
    agreed();
    assertThat(now().asOf(DECEMBER).status()).isEqualTo(SubjectStatus.CANCELLED);

    undone();

    assertThat(((ImportUndone) story.getLast().event()).statuses())
        .containsExactly(new StatusFrom(DECEMBER, SubjectStatus.ACTIVE));
    assertThat(now().asOf(DECEMBER).status()).isEqualTo(SubjectStatus.ACTIVE);
  }

  @Test
  void a_class_and_who_said_it_are_given_back_so_that_the_right_list_of_the_day_is_not_outdated() {
    isOnRegister();
    RiskSource april = new RiskSource("省平台", LocalDate.of(2023, 4, 1));
    RiskSource may = new RiskSource("省平台", LocalDate.of(2023, 5, 1));
    does(new Reclassify(CreditRiskClass.C, april, MAY, "registrar", "B0"), false);
    does(new ApproveStatus("approver", "B0", MAY), false);
    does(new Reclassify(CreditRiskClass.A, may, MAY, "registrar", BATCH), true);
    agreed();

    undone();

    assertThat(now().asOf(JUNE).creditRiskClass()).isEqualTo(CreditRiskClass.C);
    assertThat(now().risk()).isEqualTo(Optional.of(april));
    does(new Reclassify(CreditRiskClass.D, may, JUNE, "registrar", "B2"), false);
  }

  @Test
  void an_entry_somebody_changed_since_is_left_as_it_is() {
    isOnRegister();
    row(FIRM.with("甲公司", "新址路 9 号", null), true, false);
    does(new ChangeStatus(SubjectStatus.SUSPENDED, "企业申请停业", MAY, "registrar"), false);

    assertThat(trace()).isEqualTo(new ImportTrace.ChangedSince<>());
  }

  @Test
  void whoever_changes_it_while_it_is_taken_back_comes_first() {
    isOnRegister();
    row(FIRM.with("甲公司", "新址路 9 号", null), true, false);
    Stands<Subject> stands = (Stands<Subject>) trace();
    row(FIRM.with("甲公司", "再迁路 3 号", null), false, false);

    assertThat(
            rules.decide(
                new UndoImport(
                    IMPORT, stands.before(), stands.taken(), null, "交错了文件", JUNE, "a", "b"),
                state()))
        .isEqualTo(Decision.reject(UndoRejection.CHANGED_SINCE_IMPORT));
  }

  @Test
  void what_nobody_agreed_to_leaves_nothing_to_take_back() {
    row(FIRM, true, false);
    does(new DeclineStatus("approver", "不在本辖区", BATCH), false);

    assertThat(undo()).isEqualTo(Decision.accept());
  }

  @Test
  void an_entry_the_table_left_as_it_was_is_none_of_its_own() {
    isOnRegister();
    row(FIRM, true, false);

    assertThat(trace()).isEqualTo(new ImportTrace.Untouched<>());
  }
}
