package cn.doublerandom.registry.subject;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.registry.subject.SubjectEvent.SubjectMerged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectReclassified;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
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
    Timeline timeline = Timeline.EMPTY.after(new SubjectRegistered(FIRM), TODAY);
    for (SubjectEvent event : events) {
      timeline = timeline.after(event, TODAY);
    }
    return timeline;
  }

  private static Period on(Timeline timeline, LocalDate day) {
    return timeline.periods().stream()
        .filter(p -> !day.isBefore(p.from()) && day.isBefore(p.to()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_firm_entered_this_spring_was_there_since_it_was_founded() {
    assertThat(on(of(), LocalDate.of(2022, 12, 31)).status()).isEqualTo(SubjectStatus.ACTIVE);
    assertThat(of().periods()).singleElement().extracting(Period::from).isEqualTo(SINCE);
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
    List<Period> periods = timeline.periods();
    assertThat(periods.getFirst().from()).isEqualTo(SINCE);
    assertThat(periods.getLast().to()).isEqualTo(Period.OPEN);
    for (int i = 1; i < periods.size(); i++) {
      assertThat(periods.get(i).from()).isEqualTo(periods.get(i - 1).to());
    }
  }
}
