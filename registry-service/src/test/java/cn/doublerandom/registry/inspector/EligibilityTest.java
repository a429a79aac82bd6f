package cn.doublerandom.registry.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.registry.inspector.Eligibility.Obstacle;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EligibilityTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 15);

  private static Inspector.Registered inspector(
      LocalDate certificate, @Nullable Qualifications qualifications, Leave... leaves) {
    return new Inspector.Registered(
        new InspectorDetails(
            "JC001",
            "sealed",
            "大队",
            "13050001",
            certificate,
            List.of("道路货运"),
            InspectorStatus.ACTIVE,
            qualifications),
        List.of(),
        List.of(leaves),
        Optional.empty(),
        InspectorStatus.first(InspectorStatus.ACTIVE, null),
        Optional.empty(),
        List.of(),
        Map.of());
  }

  @Test
  void whose_certificate_ends_tomorrow_is_eligible_today_and_not_the_day_after() {
    Inspector.Registered inspector = inspector(TODAY.plusDays(1), null);
    assertThat(Eligibility.on(TODAY, inspector).isEligible()).isTrue();
    assertThat(Eligibility.on(TODAY.plusDays(1), inspector).isEligible()).isTrue();
    assertThat(Eligibility.on(TODAY.plusDays(2), inspector).reasons())
        .containsExactly(Obstacle.CERTIFICATE_EXPIRED);
  }

  @Test
  void the_second_certificate_counts_where_the_first_has_ended() {
    var second =
        new Qualifications("冀H1305", TODAY.plusYears(1), List.of(), "", 0, List.of(), List.of());
    assertThat(Eligibility.on(TODAY, inspector(TODAY.minusDays(1), second)).isEligible()).isTrue();
  }

  @Test
  void nobody_is_drawn_on_leave() {
    Inspector.Registered inspector =
        inspector(TODAY.plusYears(1), null, new Leave(TODAY, TODAY.plusDays(3), "年休假"));
    assertThat(Eligibility.on(TODAY.plusDays(3), inspector).reasons())
        .containsExactly(Obstacle.ON_LEAVE);
    assertThat(Eligibility.on(TODAY.plusDays(4), inspector).isEligible()).isTrue();
  }

  @Test
  void a_former_employer_may_be_inspected_again_when_the_years_are_over() {
    var past =
        new Qualifications(
            "",
            null,
            List.of(),
            "",
            0,
            List.of(new Qualifications.Employment("甲公司", LocalDate.of(2021, 6, 30))),
            List.of("乙公司"));
    List<Recusal> conflicts =
        Eligibility.conflicts(inspector(TODAY, past).details(), List.of(), day -> 3);
    assertThat(conflicts).extracting(Recusal::subject).containsExactly("乙公司", "甲公司");
    assertThat(conflicts.getLast().holds(LocalDate.of(2024, 6, 30))).isTrue();
    assertThat(conflicts.getLast().holds(LocalDate.of(2024, 7, 1))).isFalse();
    assertThat(conflicts.getFirst().holds(LocalDate.of(2099, 1, 1))).isTrue();
  }
}
