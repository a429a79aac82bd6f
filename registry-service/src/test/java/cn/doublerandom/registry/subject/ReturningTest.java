package cn.doublerandom.registry.subject;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.subject.SubjectCommand.ApproveStatus;
import cn.doublerandom.registry.subject.SubjectCommand.ChangeStatus;
import cn.doublerandom.registry.subject.SubjectCommand.DeclineStatus;
import cn.doublerandom.registry.subject.SubjectCommand.RegisterSubject;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequestEnded;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequested;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What two people agreed to, nobody alone takes back, on no day (ADR 26). */
class ReturningTest {
  private static final LocalDate SINCE = LocalDate.of(2018, 5, 2);
  private static final LocalDate PAST = LocalDate.of(2021, 1, 1);
  private static final LocalDate PAUSED_ON = LocalDate.of(2020, 7, 1);
  private static final LocalDate MAY = LocalDate.of(2023, 5, 10);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final LocalDate DECEMBER = LocalDate.of(2023, 12, 1);
  private static final SubjectDetails FIRM = registeredBy("行政审批局");
  private static final SubjectRegistered REGISTERED = new SubjectRegistered(FIRM);

  private static SubjectDetails registeredBy(String registrar) {
    return new SubjectDetails(
        "91350100M000100Y43",
        "甲公司",
        SubjectKind.ENTERPRISE,
        List.of("道路运输"),
        CreditRiskClass.B,
        SubjectStatus.ACTIVE,
        registrar,
        SINCE,
        "",
        Particulars.NONE);
  }

  private static SubjectStatusChanged since(SubjectStatus status, LocalDate day) {
    return new SubjectStatusChanged(status, "企业申请停业", day, "registrar", "approver");
  }

  private static final SubjectStatusChanged PAUSED = since(SubjectStatus.SUSPENDED, PAUSED_ON);

  private static DeciderSpecification<SubjectCommand, SubjectEvent, Subject>.Given given(
      SubjectEvent... events) {
    return DeciderSpecification.of(new SubjectDecider()).given(REGISTERED).and(events);
  }

  private static RegisterSubject row(SubjectDetails details, @Nullable LocalDate from) {
    return new RegisterSubject(details, MAY, "registrar", "B1", "名录导入", from, false);
  }

  private static ChangeStatus back(LocalDate effective) {
    return new ChangeStatus(SubjectStatus.ACTIVE, "恢复营业", effective, "registrar");
  }

  private static StatusRequested asked(LocalDate effective) {
    return new StatusRequested(SubjectStatus.ACTIVE, "恢复营业", effective, "registrar", null);
  }

  private static final StatusRequested ROW_ASKED =
      new StatusRequested(SubjectStatus.ACTIVE, "名录导入", MAY, "registrar", "B1");

  private static SubjectStatus on(LocalDate day, Subject subject) {
    return ((Subject.Registered) subject).asOf(day).status();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021-01-01", "2023-05-09", "2023-05-10", "2023-12-01"})
  void a_paused_firm_comes_back_on_whatever_day_when_another_person_agrees(LocalDate day) {
    given(PAUSED).when(back(day)).then(asked(day));
    var waits = given(PAUSED).when(back(day)).state();
    assertThat(List.of(PAST, MAY, JUNE, DECEMBER))
        .allSatisfy(each -> assertThat(on(each, waits)).isEqualTo(SubjectStatus.SUSPENDED));
    given(PAUSED, asked(day))
        .when(new ApproveStatus("Registrar", null, JUNE))
        .thenRejected(RegistryRejection.STATUS_NEEDS_SECOND_PERSON);
    given(PAUSED, asked(day))
        .when(new ApproveStatus("approver", null, JUNE))
        .then(new SubjectStatusChanged(SubjectStatus.ACTIVE, "恢复营业", day, "registrar", "approver"));
  }

  @Test
  void an_old_row_brings_no_paused_firm_back_but_asks_with_its_batch() {
    given(PAUSED).when(row(FIRM, null)).then(ROW_ASKED);
    given(PAUSED, ROW_ASKED).when(row(FIRM, null)).then();
    assertThat(on(DECEMBER, given(PAUSED).when(row(FIRM, null)).state()))
        .isEqualTo(SubjectStatus.SUSPENDED);
    given(PAUSED, ROW_ASKED)
        .when(new ApproveStatus("approver", "B1", JUNE))
        .then(new SubjectStatusChanged(SubjectStatus.ACTIVE, "名录导入", MAY, "registrar", "approver"));
  }

  @Test
  void the_rest_of_a_row_that_brings_a_firm_back_holds_at_once() {
    SubjectDetails elsewhere = registeredBy("市场监督管理局");
    given(PAUSED)
        .when(row(elsewhere, null))
        .then(new SubjectRevised(elsewhere.withStatus(SubjectStatus.SUSPENDED), MAY), ROW_ASKED);
  }

  @Test
  void a_pause_two_people_agreed_to_is_not_called_off_by_one() {
    var pause = since(SubjectStatus.SUSPENDED, DECEMBER);
    given(pause).when(back(DECEMBER)).then(asked(DECEMBER));
    assertThat(on(DECEMBER, given(pause).when(back(DECEMBER)).state()))
        .isEqualTo(SubjectStatus.SUSPENDED);
  }

  @Test
  void a_return_waits_alone_and_one_that_is_declined_leaves_the_firm_paused() {
    given(PAUSED, asked(MAY)).when(back(PAST)).thenRejected(RegistryRejection.STATUS_REQUEST_WAITS);
    given(PAUSED, asked(MAY))
        .when(row(FIRM.withStatus(SubjectStatus.CANCELLED), null))
        .thenRejected(RegistryRejection.STATUS_REQUEST_WAITS);
    given(PAUSED, asked(MAY))
        .when(new DeclineStatus("approver", "仍在停业", null))
        .then(new StatusRequestEnded("仍在停业", "approver", false));
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCELLED", "MOVED_OUT", "REVOKED", "ANNULLED"})
  void who_has_gone_comes_back_by_command_when_another_person_agrees_and_by_no_table(
      SubjectStatus gone) {
    for (LocalDate day : List.of(PAST, MAY, DECEMBER)) {
      given(since(gone, PAUSED_ON)).when(back(day)).then(asked(day));
    }
    given(since(gone, PAUSED_ON))
        .when(row(FIRM, null))
        .thenRejected(RegistryRejection.CANCELLED_REINSTATED);
  }

  @Test
  void another_word_for_who_has_gone_waits_where_it_takes_years_from_him_in_which_he_counted() {
    var movedOut = since(SubjectStatus.MOVED_OUT, LocalDate.of(2022, 3, 1));
    SubjectDetails cancelled = FIRM.withStatus(SubjectStatus.CANCELLED);
    given(movedOut)
        .when(row(cancelled, PAST))
        .then(new StatusRequested(SubjectStatus.CANCELLED, "名录导入", PAST, "registrar", "B1"));
    assertThat(on(PAST, given(movedOut).when(row(cancelled, PAST)).state()))
        .isEqualTo(SubjectStatus.ACTIVE);
    given(movedOut)
        .when(row(cancelled, LocalDate.of(2022, 4, 1)))
        .then(new SubjectStatusChanged(SubjectStatus.CANCELLED, "名录导入", LocalDate.of(2022, 4, 1)));
  }

  @Test
  void a_return_by_one_person_alone_in_a_ledger_of_before_stays_what_it_was() {
    var state =
        given(PAUSED, new SubjectStatusChanged(SubjectStatus.ACTIVE, "恢复营业", PAST))
            .when(row(FIRM, null))
            .state();
    assertThat(on(PAST, state)).isEqualTo(SubjectStatus.ACTIVE);
    assertThat(on(PAST.minusDays(1), state)).isEqualTo(SubjectStatus.SUSPENDED);
  }
}
