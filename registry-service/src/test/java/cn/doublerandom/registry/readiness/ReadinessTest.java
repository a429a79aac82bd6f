package cn.doublerandom.registry.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.registry.readiness.Point.Directory;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is left before the end of March can become nothing. */
class ReadinessTest {
  private static final LocalDate DAY = LocalDate.of(2023, 3, 15);

  @Test
  void a_bureau_that_entrusts_no_expert_can_have_everything_in_order() {
    Readiness readiness =
        Readiness.of(
            DAY,
            Map.of(Directory.ITEMS, 6L, Directory.SUBJECTS, 300L, Directory.INSPECTORS, 12L),
            Map.of());

    assertThat(readiness.openPoints()).isZero();
  }

  @Test
  void nothing_is_in_order_in_a_register_that_is_wanted_and_empty() {
    Readiness readiness = Readiness.of(DAY, Map.of(Directory.ITEMS, 6L), Map.of());

    assertThat(readiness.openPoints()).isEqualTo(7);
  }

  @Test
  void an_entrustment_that_has_ended_is_left_to_do() {
    Readiness readiness =
        Readiness.of(
            DAY,
            Map.of(
                Directory.ITEMS, 6L,
                Directory.SUBJECTS, 300L,
                Directory.INSPECTORS, 12L,
                Directory.EXPERTS, 1L),
            Map.of(Point.EXPERT_ENTRUSTMENT_ENDED, 1L));

    assertThat(readiness.openPoints()).isEqualTo(1);
  }
}
