package cn.doublerandom.registry.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.SubjectChanged;
import cn.doublerandom.contracts.SubjectChanged.Later;
import cn.doublerandom.contracts.SubjectChanged.State;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectMerged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectReclassified;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.registry.subject.SubjectStatus;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others are told holds on the day of the telling, with everything of later days. */
class SubjectTellingTest {
  private static final LocalDate SINCE = LocalDate.of(2018, 5, 2);
  private static final LocalDate MAY = LocalDate.of(2023, 5, 10);
  private static final LocalDate DECEMBER = LocalDate.of(2023, 12, 1);
  private static final List<String> LABELS = List.of("道路运输");
  private static final SubjectDetails FIRM =
      new SubjectDetails(
          "91350100M000100Y43",
          "甲公司",
          SubjectKind.ENTERPRISE,
          LABELS,
          CreditRiskClass.B,
          SubjectStatus.ACTIVE,
          "行政审批局",
          SINCE,
          "",
          null);

  private static SubjectChanged told(SubjectEvent... events) {
    SubjectTelling.Known known =
        SubjectTelling.after(null, new SubjectRegistered(FIRM), LocalDate.of(2023, 1, 5));
    for (SubjectEvent event : events) {
      known = SubjectTelling.after(known, event, MAY);
    }
    return SubjectTelling.told(known, MAY);
  }

  @Test
  void a_suspension_from_december_is_told_in_may_as_one_of_december() {
    SubjectChanged told =
        told(new SubjectStatusChanged(SubjectStatus.SUSPENDED, "企业申请停业", DECEMBER));
    assertThat(told.status()).isEqualTo("ACTIVE");
    assertThat(told.effective()).isEqualTo(SINCE);
    assertThat(told.later()).containsExactly(new Later(DECEMBER, "SUSPENDED", "B", LABELS));
    assertThat(told.states())
        .containsExactly(new State(SINCE, "ACTIVE"), new State(DECEMBER, "SUSPENDED"));
  }

  @Test
  void a_suspension_that_holds_is_told_with_its_first_day_and_nothing_later() {
    SubjectChanged told =
        told(new SubjectStatusChanged(SubjectStatus.SUSPENDED, "企业申请停业", LocalDate.of(2023, 2, 1)));
    assertThat(told.status()).isEqualTo("SUSPENDED");
    assertThat(told.effective()).isEqualTo(LocalDate.of(2023, 2, 1));
    assertThat(told.later()).isNull();
  }

  @Test
  void a_correction_of_last_year_changes_last_year_and_not_today() {
    SubjectChanged told =
        told(
            new SubjectStatusChanged(SubjectStatus.SUSPENDED, "停业", LocalDate.of(2022, 12, 1)),
            new SubjectStatusChanged(SubjectStatus.ACTIVE, "恢复", LocalDate.of(2023, 2, 1)),
            new SubjectStatusChanged(SubjectStatus.SUSPENDED, "更正", LocalDate.of(2022, 11, 1)));
    assertThat(told.status()).isEqualTo("ACTIVE");
    assertThat(told.states())
        .containsExactly(
            new State(SINCE, "ACTIVE"),
            new State(LocalDate.of(2022, 11, 1), "SUSPENDED"),
            new State(LocalDate.of(2023, 2, 1), "ACTIVE"));
  }

  @Test
  void a_duplicate_from_december_is_as_good_as_gone_from_then_on() {
    SubjectChanged told = told(new SubjectMerged("X", "重复登记", DECEMBER, "甲", "乙"));
    assertThat(told.status()).isEqualTo("ACTIVE");
    assertThat(told.mergedInto()).isNull();
    assertThat(told.later()).containsExactly(new Later(DECEMBER, "CANCELLED", "B", LABELS));
  }

  @Test
  void an_old_revision_without_a_day_holds_from_the_day_it_was_recorded_as_ever() {
    SubjectChanged told = told(new SubjectRevised(FIRM.withStatus(SubjectStatus.SUSPENDED), null));
    assertThat(told.status()).isEqualTo("SUSPENDED");
    assertThat(told.effective()).isEqualTo(MAY);
  }

  @Test
  void a_class_that_once_was_dated_2203_is_not_the_class_of_today() {
    SubjectChanged told =
        told(new SubjectReclassified(CreditRiskClass.D, "省平台", LocalDate.of(2203, 1, 1)));
    assertThat(told.creditRiskClass()).isEqualTo("B");
    assertThat(told.later()).extracting(Later::creditRiskClass).containsExactly("D");
  }

  @Test
  void who_is_new_is_told_without_days() {
    SubjectChanged told = SubjectTelling.first(FIRM);
    assertThat(told.effective()).isNull();
    assertThat(told.later()).isNull();
    assertThat(told.states()).isNull();
    assertThat(told.status()).isEqualTo("ACTIVE");
  }
}
