package cn.doublerandom.publication.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.figures.Standing;
import cn.doublerandom.contracts.SubjectChanged;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.inbox.ReplicaSpecification;
import cn.doublerandom.publication.notice.KnownSubject;
import cn.doublerandom.servicekit.messaging.Integration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Subjects as the registry told them last, and from which year on how many of a kind count. */
class KnownSubjectsTest {
  private static final LocalDate SINCE = LocalDate.of(2018, 5, 2);
  private static final LocalDate MAY = LocalDate.of(2023, 5, 10);

  private static SubjectChanged firm(
      String id,
      String kind,
      String status,
      @Nullable LocalDate effective,
      @Nullable List<SubjectChanged.State> states) {
    return firm(id, kind, status, effective, states, null);
  }

  private static SubjectChanged firm(
      String id,
      String kind,
      String status,
      @Nullable LocalDate effective,
      @Nullable List<SubjectChanged.State> states,
      @Nullable LocalDate toldOn) {
    return new SubjectChanged(
        id,
        "甲公司",
        kind,
        List.of("道路运输"),
        "B",
        status,
        "行政审批局",
        SINCE,
        null,
        null,
        null,
        null,
        effective,
        null,
        states,
        toldOn,
        null);
  }

  private static ReplicaSpecification given(SubjectChanged... told) {
    ReplicaSpecification given = ReplicaSpecification.of(new KnownSubjects());
    for (SubjectChanged one : told) {
      given.given(
          Integration.announcement(KnownSubjects.SOURCE, "subject-" + one.subjectId(), one));
    }
    return given;
  }

  private static Map<String, KnownSubject> row(String kind, String status, Standing standing) {
    return Map.of(
        "S1", new KnownSubject("S1", "甲公司", kind, status, "行政审批局", SINCE, standing, null));
  }

  private static final SubjectChanged ACTIVE = firm("S1", "ENTERPRISE", "ACTIVE", null, null);
  private static final SubjectChanged CLOSED = firm("S1", "ENTERPRISE", "CANCELLED", MAY, null);
  private static final SubjectChanged WITH_STATES =
      firm("S1", "ENTERPRISE", "ACTIVE", SINCE, List.of(new SubjectChanged.State(SINCE, "ACTIVE")));

  @Test
  void a_firm_counts_from_the_year_after_it_came_to_be() {
    assertThat(given(ACTIVE).rows(KnownSubject.class))
        .isEqualTo(row("ENTERPRISE", "ACTIVE", Standing.of(SINCE, "ACTIVE")));
    assertThat(given(ACTIVE).sums()).isEqualTo(Map.of("2019 ENTERPRISE", 1L));
  }

  @Test
  void a_firm_that_closed_counts_no_more_from_the_year_after() {
    assertThat(given(ACTIVE, CLOSED).rows(KnownSubject.class))
        .isEqualTo(
            row("ENTERPRISE", "CANCELLED", Standing.of(SINCE, "ACTIVE").after("CANCELLED", MAY)));
    assertThat(given(ACTIVE, CLOSED).sums())
        .isEqualTo(Map.of("2019 ENTERPRISE", 1L, "2024 ENTERPRISE", -1L));
  }

  @Test
  void a_closing_that_was_an_error_counts_for_nothing_once_all_states_are_told() {
    assertThat(given(ACTIVE, CLOSED, WITH_STATES).rows(KnownSubject.class))
        .isEqualTo(row("ENTERPRISE", "ACTIVE", Standing.of(SINCE, "ACTIVE")));
    assertThat(given(ACTIVE, CLOSED, WITH_STATES).sums()).isEqualTo(Map.of("2019 ENTERPRISE", 1L));
  }

  @Test
  void what_is_told_after_a_year_and_changes_its_figures_is_counted_beside_them() {
    var late =
        firm(
            "S1",
            "ENTERPRISE",
            "CANCELLED",
            LocalDate.of(2022, 12, 1),
            List.of(
                new SubjectChanged.State(SINCE, "ACTIVE"),
                new SubjectChanged.State(LocalDate.of(2022, 12, 1), "CANCELLED")),
            LocalDate.of(2024, 1, 10));
    assertThat(given(ACTIVE, late).sums())
        .isEqualTo(Map.of("2019 ENTERPRISE", 1L, "2023 ENTERPRISE", -1L, "c2023- ENTERPRISE", 1L));
    assertThat(given(ACTIVE, late).rows(KnownSubject.class).get("S1"))
        .satisfies(firm -> {
          assertThat(firm.isCountedIn(2023)).isFalse();
          assertThat(firm.wasCountedIn(2023)).as("when the year ended").isTrue();
          assertThat(firm.wasCountedIn(2022)).isEqualTo(firm.isCountedIn(2022));
        });
    // Within the year it is no correction: the year's figures were not finished.
    var inTime =
        firm(
            "S1",
            "ENTERPRISE",
            "CANCELLED",
            LocalDate.of(2022, 12, 1),
            late.states(),
            LocalDate.of(2023, 12, 31));
    assertThat(given(ACTIVE, inTime).sums())
        .isEqualTo(Map.of("2019 ENTERPRISE", 1L, "2023 ENTERPRISE", -1L));
    var back =
        firm("S1", "ENTERPRISE", "ACTIVE", SINCE, WITH_STATES.states(), LocalDate.of(2024, 2, 1));
    assertThat(given(ACTIVE, late, back).sums())
        .as("what is taken back leaves the year as it ended")
        .isEqualTo(Map.of("2019 ENTERPRISE", 1L));
    assertThat(given(ACTIVE, late, back, late, back, late).rows(KnownSubject.class).get("S1"))
        .extracting(KnownSubject::corrected)
        .as("said once, however often it is told")
        .isEqualTo(List.of(2023));
  }

  @Test
  void a_kind_that_was_corrected_counts_under_the_right_one() {
    var project = firm("S1", "PROJECT", "ACTIVE", null, null);
    assertThat(given(project, ACTIVE).sums()).isEqualTo(Map.of("2019 ENTERPRISE", 1L));
  }

  @Test
  void a_firm_that_is_not_in_business_when_it_is_told_first_counts_in_no_year() {
    assertThat(given(firm("S1", "ENTERPRISE", "REVOKED", null, null)).sums()).isEmpty();
  }

  @Test
  void the_firms_of_a_kind_add_up() {
    assertThat(given(ACTIVE, firm("S2", "ENTERPRISE", "ACTIVE", null, null), CLOSED).sums())
        .isEqualTo(Map.of("2019 ENTERPRISE", 2L, "2024 ENTERPRISE", -1L));
  }

  @Test
  void the_firms_of_another_bureau_count_for_it_alone() {
    var market = new Scope("130534.scjg");
    ReplicaSpecification told =
        given(ACTIVE)
            .given(
                Integration.announcement(KnownSubjects.SOURCE, "subject~130534.scjg~S1", ACTIVE),
                Integration.announcement(
                    KnownSubjects.SOURCE,
                    "subject~130534.scjg~S2",
                    firm("S2", "ENTERPRISE", "ACTIVE", null, null)));
    assertThat(told.sums()).isEqualTo(Map.of("2019 ENTERPRISE", 1L));
    assertThat(told.sums(market)).isEqualTo(Map.of("2019 ENTERPRISE", 2L));
    assertThat(told.rows(market, KnownSubject.class)).containsOnlyKeys("S1", "S2");
  }
}
