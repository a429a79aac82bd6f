package cn.doublerandom.draw.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.contracts.json.CanonicalJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static FrozenLists of(List<InspectorEntry> inspectors, List<RecusalEntry> recusals) {
    return new FrozenLists(List.of(new FrameEntry("S1", "ALL")), inspectors, recusals);
  }

  @Test
  void nobody_stands_twice_among_who_inspects_or_who_is_recused() {
    var one = new InspectorEntry("I1", List.of(), 0, 9);
    var other = new InspectorEntry("I2", List.of(), 0, 9);
    assertThatThrownBy(
            () -> of(List.of(one, other, new InspectorEntry("I1", List.of(), 1, 8)), List.of()))
        .hasMessage("inspectors lists twice: I1");
    var recusal = new RecusalEntry("S1", "I1", "RELATIVE");
    assertThatThrownBy(
            () -> of(List.of(), List.of(recusal, new RecusalEntry("S1", "I1", "FORMER_EMPLOYER"))))
        .hasMessageStartingWith("recusals lists twice: S1");
    List<RecusalEntry> two =
        List.of(
            new RecusalEntry("S2", "I1", "RELATIVE"),
            new RecusalEntry("S1", "I2", "RELATIVE"),
            recusal);
    assertThat(of(List.of(other, one), two).recusals())
        .containsExactly(recusal, two.get(1), two.get(0));
    assertThat(of(List.of(other, one), two).inspectors()).containsExactly(one, other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"91130534MA01277008", "冀E12345", "a\"b", "a\\b", "~ !", "\u007f", "\u001f", "é"})
  void a_firm_is_hashed_as_its_canonical_json_whatever_signs_it_is_written_with(String sign) {
    for (FrameEntry entry :
        List.of(
            new FrameEntry(sign, "ALL"),
            new FrameEntry("S1", sign),
            new FrameEntry("S1", "ALL", sign),
            new FrameEntry(sign, sign, sign))) {
      assertThat(entry.canonical()).isEqualTo(CanonicalJson.bytes(entry.json()));
    }
  }
}
