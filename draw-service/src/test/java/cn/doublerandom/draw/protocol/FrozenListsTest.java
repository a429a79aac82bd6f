package cn.doublerandom.draw.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrozenListsTest {
  private static final FrozenLists LISTS =
      new FrozenLists(
          List.of(new FrameEntry("S1", "ALL")),
          List.of(
              new InspectorEntry("I1", List.of("skill:货运", "unit:大队"), 0, 9),
              new InspectorEntry("I2", List.of("unit:安全科"), 0, 9),
              new InspectorEntry("I3", List.of("unit:大队"), 0, 9),
              new InspectorEntry("I4", List.of("skill:货运"), 0, 9)),
          List.of());

  @Test
  void a_team_is_of_the_units_its_members_were_frozen_with() {
    assertThat(LISTS.units(List.of("I1", "I3"))).containsExactly("大队");
    assertThat(LISTS.units(List.of("I2", "I1", "I4"))).containsExactly("大队", "安全科");
    assertThat(LISTS.units(List.of("I4", "I9"))).isEmpty();
  }
}
