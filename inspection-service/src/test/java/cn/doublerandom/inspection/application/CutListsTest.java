package cn.doublerandom.inspection.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.inspection.DepartureRejection;
import cn.doublerandom.inspection.visit.Entrusted;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A list that does not hold everything says so, and nothing is decided on a part of it. */
class CutListsTest {
  private static final LocalDate DAY = LocalDate.of(2023, 6, 16);

  private static List<Entrusted> experts(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i ->
            new Entrusted(
                "ZJ%03d".formatted(i), "PERSON", null, List.of("桥梁检测"), "交通局", "委1号", DAY, DAY))
        .toList();
  }

  @Test
  void of_more_experts_than_can_be_chosen_from_it_is_said_that_there_are_others() {
    VisitExperts.Pool whole = VisitExperts.Pool.of(experts(3), 3);
    assertThat(whole.first()).hasSize(3);
    assertThat(whole.isCut()).isFalse();
    VisitExperts.Pool cut = VisitExperts.Pool.of(experts(4), 3);
    assertThat(cut.first())
        .extracting(Entrusted::expert)
        .containsExactly("ZJ001", "ZJ002", "ZJ003");
    assertThat(cut.isCut()).isTrue();
  }

  @Test
  void of_visits_that_are_not_all_listed_no_part_is_handed_over_alone() {
    assertThatCode(() -> LeftWork.requireWhole(new VisitDirectory.Waiting(List.of(), 0)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> LeftWork.requireWhole(new VisitDirectory.Waiting(List.of(), 501)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            no -> assertThat(no.rejection()).isEqualTo(DepartureRejection.DEPARTURE_TOO_LARGE));
  }
}
