package cn.doublerandom.bureau.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnsTest {
  private static final LocalDate FOUNDED = LocalDate.of(2018, 5, 2);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final LocalDate AUGUST = LocalDate.of(2023, 8, 1);
  private static final LocalDate DECEMBER = LocalDate.of(2023, 12, 1);
  private static final Turns<String> ACTIVE = Turns.of(FOUNDED, "ACTIVE");

  @Test
  void what_begins_in_december_does_not_hold_in_november() {
    Turns<String> known = ACTIVE.with(DECEMBER, "SUSPENDED");
    assertThat(known.asOf(JUNE)).isEqualTo("ACTIVE");
    assertThat(known.asOf(DECEMBER.minusDays(1))).isEqualTo("ACTIVE");
    assertThat(known.asOf(DECEMBER)).isEqualTo("SUSPENDED");
    assertThat(known.after(JUNE)).containsExactly(new Turns.Turn<>(DECEMBER, "SUSPENDED"));
    assertThat(known.after(DECEMBER)).isEmpty();
  }

  @Test
  void what_is_said_of_june_leaves_what_was_said_of_december() {
    Turns<String> known =
        ACTIVE.with(DECEMBER, "SUSPENDED").with(JUNE, "SUSPENDED").with(AUGUST, "ACTIVE");
    assertThat(known.asOf(JUNE)).isEqualTo("SUSPENDED");
    assertThat(known.asOf(AUGUST)).isEqualTo("ACTIVE");
    assertThat(known.asOf(DECEMBER)).isEqualTo("SUSPENDED");
  }

  @Test
  void the_same_day_said_again_replaces_what_was_said_of_it() {
    Turns<String> known = ACTIVE.with(DECEMBER, "SUSPENDED").with(DECEMBER, "ACTIVE");
    assertThat(known.asOf(DECEMBER)).isEqualTo("ACTIVE");
    assertThat(known.after(JUNE)).containsExactly(new Turns.Turn<>(DECEMBER, "ACTIVE"));
  }

  @Test
  void nothing_is_said_of_days_before_the_first_and_the_first_can_be_corrected() {
    assertThat(ACTIVE.asOf(FOUNDED.minusYears(1))).isEqualTo("ACTIVE");
    Turns<String> earlier = ACTIVE.with(DECEMBER, "SUSPENDED").beginning(FOUNDED.minusYears(1));
    assertThat(earlier.turns().getFirst().from()).isEqualTo(FOUNDED.minusYears(1));
    assertThat(earlier.asOf(DECEMBER)).isEqualTo("SUSPENDED");
    assertThat(ACTIVE.with(JUNE, "SUSPENDED").beginning(DECEMBER).turns())
        .containsExactly(new Turns.Turn<>(DECEMBER, "SUSPENDED"));
    assertThatThrownBy(() -> new Turns<>(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void it_answers_like_a_map_of_days(long seed) {
    var random = new Random(seed);
    Turns<Integer> turns = Turns.of(FOUNDED, -1);
    var model = new TreeMap<LocalDate, Integer>();
    model.put(FOUNDED, -1);
    for (int i = 0; i < 200; i++) {
      LocalDate day = FOUNDED.plusDays(random.nextInt(300));
      turns = turns.with(day, i);
      model.put(day, i);
      LocalDate asked = FOUNDED.plusDays(random.nextInt(320));
      assertThat(turns.asOf(asked)).isEqualTo(model.floorEntry(asked).getValue());
    }
  }
}
