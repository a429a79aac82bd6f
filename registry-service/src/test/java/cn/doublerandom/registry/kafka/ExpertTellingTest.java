package cn.doublerandom.registry.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.ExpertChanged;
import cn.doublerandom.contracts.ExpertErased;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.registry.expert.Expert;
import cn.doublerandom.registry.expert.ExpertDecider;
import cn.doublerandom.registry.expert.ExpertDetails;
import cn.doublerandom.registry.expert.ExpertEvent;
import cn.doublerandom.registry.expert.ExpertEvent.ExpertRegistered;
import cn.doublerandom.registry.expert.ExpertEvent.ExpertTold;
import cn.doublerandom.registry.expert.ExpertEvent.ExpertWithdrawn;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpertTellingTest {
  private static final LocalDate FROM = LocalDate.of(2023, 1, 1);
  private static final LocalDate UNTIL = LocalDate.of(2024, 12, 31);
  private static final LocalDate DECEMBER = LocalDate.of(2023, 12, 1);

  private static ExpertDetails expert(ExpertDetails.Kind kind) {
    return new ExpertDetails(
        "ZJ01", kind, "sealed or a name", List.of("桥梁检测"), "交通局", "委1号", FROM, UNTIL);
  }

  private static ExpertChanged entry(String kind, String name, String status, LocalDate gone) {
    return new ExpertChanged(
        "ZJ01", kind, name, List.of("桥梁检测"), "交通局", "委1号", FROM, UNTIL, status, gone);
  }

  /** What the last of some events tells. */
  private static Optional<IntegrationEvent> last(ExpertEvent... events) {
    var decider = new ExpertDecider();
    Expert expert = decider.initial();
    for (ExpertEvent event : events) {
      expert = decider.evolve(expert, event);
    }
    return ExpertTelling.told("ZJ01", events[events.length - 1], expert);
  }

  @Test
  void a_body_is_told_by_its_name_and_a_person_by_his_number_alone() {
    assertThat(last(new ExpertRegistered(expert(ExpertDetails.Kind.BODY))))
        .contains(entry("BODY", "sealed or a name", "IN_POOL", null));
    assertThat(last(new ExpertRegistered(expert(ExpertDetails.Kind.PERSON))))
        .contains(entry("PERSON", null, "IN_POOL", null));
  }

  @Test
  void who_leaves_the_pool_is_told_with_the_first_day_outside_it() {
    assertThat(
            last(
                new ExpertRegistered(expert(ExpertDetails.Kind.PERSON)),
                new ExpertWithdrawn("合同终止", DECEMBER)))
        .contains(entry("PERSON", null, "WITHDRAWN", DECEMBER));
  }

  @Test
  void who_was_registered_before_the_others_were_told_is_told_of_when_that_is_made_up_for() {
    var before = new ExpertRegistered(expert(ExpertDetails.Kind.PERSON), null);
    var gone = new ExpertWithdrawn("合同终止", DECEMBER);
    assertThat(last(before)).isEmpty();
    assertThat(last(before, gone)).isEmpty();
    assertThat(last(before, gone, new ExpertTold(null)))
        .contains(entry("PERSON", null, "WITHDRAWN", DECEMBER));
    assertThat(last(before, gone, new ExpertTold(true))).contains(new ExpertErased("ZJ01"));
  }
}
