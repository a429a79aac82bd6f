package cn.doublerandom.registry.subject;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.registry.subject.SubjectEvent.SubjectMerged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectReclassified;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectUnmerged;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
  private static final LocalDate SINCE = LocalDate.of(2018, 5, 2);
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 15);

  private static final SubjectDetails FIRM =
      new SubjectDetails(
          "91350100M000100Y43",
          "甲公司",
          SubjectKind.ENTERPRISE,
          List.of("道路运输"),
          CreditRiskClass.A,
          SubjectStatus.ACTIVE,
          "行政审批局",
          SINCE,
          "",
          null);

  private static Timeline of(SubjectEvent... events) {
    Timeline timeline = Timeline.of(FIRM);
    for (SubjectEvent event : events) {
      timeline = timeline.after(event, TODAY);
    }
    return timeline;
  }

  private static Period on(Timeline timeline, LocalDate day) {
    return timeline.periods(FIRM.id()).stream()
        .filter(p -> !day.isBefore(p.from()) && day.isBefore(p.to()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_firm_entered_this_spring_was_there_since_it_was_founded() {
    assertThat(on(of(), LocalDate.of(2022, 12, 31)).status()).isEqualTo(SubjectStatus.ACTIVE);
    assertThat(of().periods(FIRM.id())).singleElement().extracting(Period::from).isEqualTo(SINCE);
  }

  @Test
  void a_suspension_noted_today_that_held_since_january_leaves_december_as_it_was() {
    Timeline timeline =
        of(new SubjectStatusChanged(SubjectStatus.SUSPENDED, "企业申请停业", LocalDate.of(2023, 1, 10)));
    assertThat(on(timeline, LocalDate.of(2022, 12, 31)).status()).isEqualTo(SubjectStatus.ACTIVE);
    assertThat(on(timeline, LocalDate.of(2023, 1, 10)).status()).isEqualTo(SubjectStatus.SUSPENDED);
  }

  @Test
  void a_change_that_holds_from_an_earlier_day_does_not_undo_what_is_known_of_later_days() {
    Timeline timeline =
        of(
            new SubjectStatusChanged(SubjectStatus.CANCELLED, "注销", LocalDate.of(2023, 3, 1)),
            new SubjectReclassified(CreditRiskClass.C, "省平台", LocalDate.of(2023, 2, 1)));
    assertThat(on(timeline, LocalDate.of(2023, 2, 15)))
        .extracting(Period::riskClass, Period::status)
        .containsExactly(CreditRiskClass.C, SubjectStatus.ACTIVE);
    assertThat(on(timeline, LocalDate.of(2023, 3, 2)).status()).isEqualTo(SubjectStatus.CANCELLED);
  }

  @Test
  void a_merge_taken_back_leaves_a_gap_in_which_the_entry_stood_for_another() {
    Timeline timeline =
        of(
            new SubjectMerged("X", "重复", LocalDate.of(2023, 2, 1), null, null),
            new SubjectUnmerged("两家企业", LocalDate.of(2023, 3, 1), null, null));
    assertThat(on(timeline, LocalDate.of(2023, 1, 31)).merged()).isFalse();
    assertThat(on(timeline, LocalDate.of(2023, 2, 1)).merged()).isTrue();
    assertThat(on(timeline, LocalDate.of(2023, 3, 1)).merged()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whatever_happens_the_periods_have_no_gap_and_do_not_overlap(long seed) {
    var random = new Random(seed);
    Timeline timeline = of();
    for (int i = 0; i < 60; i++) {
      LocalDate day = SINCE.plusDays(random.nextInt(4_000) - 200);
      timeline =
          timeline.after(
              random.nextBoolean()
                  ? new SubjectStatusChanged(
                      random.nextBoolean() ? SubjectStatus.ACTIVE : SubjectStatus.SUSPENDED,
                      "原因",
                      day)
                  : new SubjectReclassified(
                      random.nextBoolean() ? CreditRiskClass.A : CreditRiskClass.D, "省平台", day),
              TODAY);
    }
    List<Period> periods = timeline.periods(FIRM.id());
    assertThat(periods.getFirst().from()).isEqualTo(SINCE);
    assertThat(periods.getLast().to()).isEqualTo(Period.OPEN);
    for (int i = 1; i < periods.size(); i++) {
      assertThat(periods.get(i).from()).isEqualTo(periods.get(i - 1).to());
    }
  }

  @Test
  void an_entry_revised_in_march_has_its_new_class_and_state_since_then() {
    LocalDate march = LocalDate.of(2023, 3, 1);
    SubjectDetails told = FIRM.withRiskClass(CreditRiskClass.C).withStatus(SubjectStatus.SUSPENDED);
    Timeline timeline = of(new SubjectRevised(told, march));
    assertThat(on(timeline, march.minusDays(1)))
        .extracting(Period::riskClass, Period::status)
        .containsExactly(CreditRiskClass.A, SubjectStatus.ACTIVE);
    assertThat(on(timeline, march))
        .extracting(Period::riskClass, Period::status)
        .containsExactly(CreditRiskClass.C, SubjectStatus.SUSPENDED);
  }

  @Test
  void an_entry_that_stood_for_another_is_its_own_again_since_it_was_revised() {
    LocalDate march = LocalDate.of(2023, 3, 1);
    Timeline timeline =
        of(
            new SubjectMerged("X", "重复", LocalDate.of(2023, 2, 1), null, null),
            new SubjectRevised(FIRM, march));
    assertThat(on(timeline, march.minusDays(1)).merged()).isTrue();
    assertThat(on(timeline, march).merged()).isFalse();
  }

  private static final LocalDate DECEMBER = LocalDate.of(2023, 12, 1);

  @Test
  void a_firm_suspended_from_december_is_in_business_in_june_and_it_is_known_that_it_will_not() {
    Timeline timeline = of(new SubjectStatusChanged(SubjectStatus.SUSPENDED, "企业申请停业", DECEMBER));
    LocalDate june = LocalDate.of(2023, 6, 16);
    assertThat(timeline.asOf(FIRM, june).status()).isEqualTo(SubjectStatus.ACTIVE);
    assertThat(timeline.asOf(FIRM, DECEMBER.minusDays(1)).status()).isEqualTo(SubjectStatus.ACTIVE);
    assertThat(timeline.asOf(FIRM, DECEMBER).status()).isEqualTo(SubjectStatus.SUSPENDED);
    assertThat(timeline.status().after(june)).hasSize(1);
  }

  @Test
  void a_class_of_august_does_not_end_a_suspension_that_held_since_june() {
    Timeline timeline =
        of(
            new SubjectReclassified(CreditRiskClass.C, "省平台", LocalDate.of(2023, 8, 1)),
            new SubjectStatusChanged(SubjectStatus.SUSPENDED, "企业申请停业", LocalDate.of(2023, 6, 1)));
    assertThat(on(timeline, LocalDate.of(2023, 9, 1)))
        .extracting(Period::status, Period::riskClass)
        .containsExactly(SubjectStatus.SUSPENDED, CreditRiskClass.C);
  }

  @Test
  void a_list_brought_up_to_date_in_june_leaves_the_suspension_of_december() {
    var moved =
        new SubjectDetails(
            FIRM.id(),
            "甲运输公司",
            FIRM.kind(),
            List.of("危货"),
            CreditRiskClass.A,
            SubjectStatus.ACTIVE,
            FIRM.registrar(),
            SINCE,
            "新址",
            null);
    Timeline timeline =
        of(
            new SubjectStatusChanged(SubjectStatus.SUSPENDED, "企业申请停业", DECEMBER),
            new SubjectRevised(moved, LocalDate.of(2023, 6, 1)));
    assertThat(on(timeline, LocalDate.of(2023, 7, 1)))
        .extracting(Period::status, Period::labels)
        .containsExactly(SubjectStatus.ACTIVE, List.of("危货"));
    assertThat(on(timeline, DECEMBER).status()).isEqualTo(SubjectStatus.SUSPENDED);
    assertThat(on(timeline, LocalDate.of(2023, 5, 1)).labels()).containsExactly("道路运输");
  }

  @Test
  void a_day_of_founding_that_was_corrected_moves_the_first_day() {
    Timeline timeline =
        of(
            new SubjectStatusChanged(SubjectStatus.SUSPENDED, "停业", LocalDate.of(2019, 1, 1)),
            new SubjectRevised(founded(LocalDate.of(2015, 1, 1)), TODAY));
    assertThat(timeline.periods(FIRM.id()).getFirst().from()).isEqualTo(LocalDate.of(2015, 1, 1));
    assertThat(on(timeline, LocalDate.of(2020, 1, 1)).status()).isEqualTo(SubjectStatus.SUSPENDED);
    assertThat(
            timeline
                .after(new SubjectRevised(founded(LocalDate.of(2020, 1, 1)), TODAY), TODAY)
                .periods(FIRM.id())
                .getFirst())
        .extracting(Period::from, Period::status)
        .containsExactly(LocalDate.of(2020, 1, 1), SubjectStatus.SUSPENDED);
  }

  private static SubjectDetails founded(LocalDate since) {
    return new SubjectDetails(
        FIRM.id(),
        FIRM.name(),
        FIRM.kind(),
        FIRM.labels(),
        FIRM.creditRiskClass(),
        FIRM.status(),
        FIRM.registrar(),
        since,
        "",
        null);
  }
}
