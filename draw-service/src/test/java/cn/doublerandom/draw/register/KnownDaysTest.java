package cn.doublerandom.draw.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.figures.Turns;
import cn.doublerandom.bureau.people.Duty;
import cn.doublerandom.draw.register.KnownEntry.KnownChange;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.draw.register.RegisterCommand.NoteSubject;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was told of December is asked for in December and not before. */
class KnownDaysTest {
  private static final LocalDate SINCE = LocalDate.of(2018, 5, 2);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 16);
  private static final LocalDate DECEMBER = LocalDate.of(2023, 12, 1);
  private static final LocalDate FEBRUARY = LocalDate.of(2024, 2, 1);

  private static final KnownSubject FIRM =
      new KnownSubject(
          "A",
          "甲",
          "ENTERPRISE",
          List.of("道路运输"),
          "ACTIVE",
          "B",
          null,
          List.of(
              new KnownChange(DECEMBER, "SUSPENDED", "B", List.of("道路运输")),
              new KnownChange(FEBRUARY, "ACTIVE", "C", List.of("危货"))));

  @Test
  void a_firm_suspended_from_december_is_in_business_in_june() {
    assertThat(FIRM.asOf(JUNE)).isEqualTo(FIRM);
    assertThat(FIRM.asOf(DECEMBER.minusDays(1)).status()).isEqualTo("ACTIVE");
    assertThat(FIRM.asOf(JUNE).upcoming()).map(KnownChange::from).contains(DECEMBER);
  }

  @Test
  void on_its_day_the_change_holds_though_nobody_tells_of_it_again() {
    assertThat(FIRM.asOf(DECEMBER).status()).isEqualTo("SUSPENDED");
    assertThat(FIRM.asOf(DECEMBER).upcoming()).map(KnownChange::from).contains(FEBRUARY);
    assertThat(FIRM.asOf(FEBRUARY))
        .extracting(KnownSubject::status, KnownSubject::creditRiskClass, KnownSubject::labels)
        .containsExactly("ACTIVE", "C", List.of("危货"));
    assertThat(FIRM.asOf(FEBRUARY).upcoming()).isEmpty();
  }

  @Test
  void an_entry_from_before_days_were_told_stands_as_it_was_told() {
    var old = new KnownSubject("A", "甲", "ENTERPRISE", List.of(), "SUSPENDED", null, null, null);
    assertThat(old.asOf(JUNE)).isEqualTo(old);
    assertThat(old.upcoming()).isEmpty();
  }

  @Test
  void an_inspector_who_leaves_in_december_can_be_drawn_in_november() {
    var leaving =
        new KnownInspector(
            "JC001",
            List.of(),
            LocalDate.of(2099, 12, 31),
            "ACTIVE",
            List.of(),
            null,
            List.of(new Duty.Later(DECEMBER, "LEFT")),
            null);
    assertThat(leaving.mayBeDrawn(DECEMBER.minusDays(1))).isTrue();
    assertThat(leaving.obstacle(DECEMBER)).contains("NOT_ACTIVE");
  }

  @Test
  void the_year_that_is_counted_follows_every_state_that_was_told_with_its_day() {
    var told =
        new NoteSubject(
            FIRM,
            SINCE,
            SINCE,
            new Turns<>(
                List.of(
                    new Turns.Turn<>(SINCE, "ACTIVE"), new Turns.Turn<>(DECEMBER, "SUSPENDED"))));
    Optional<KnownEntry> known =
        DeciderSpecification.of(new RegisterDecider()).given().when(told).state();
    assertThat(known)
        .get()
        .isInstanceOfSatisfying(
            KnownSubject.class,
            subject -> {
              assertThat(subject.stood().isCountedOn(LocalDate.of(2022, 12, 31))).isTrue();
              assertThat(subject.stood().isCountedOn(LocalDate.of(2023, 12, 31))).isFalse();
              assertThat(subject.stood().outSince(DECEMBER)).contains(DECEMBER);
              assertThat(subject.stood().outSince(JUNE)).isEmpty();
            });
  }
}
