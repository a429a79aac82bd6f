package cn.doublerandom.draw.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.ReplacementEvent;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.eventstore.projection.Views;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An inspector's load is what is assigned, whatever was replaced, opened or voided before. */
class CountedVisitsTest {
  private static final String DRAW = "130534-2023001-001-1";
  private static final LocalDate EXECUTED = LocalDate.of(2023, 12, 20);
  private static final LocalDate OPENED = LocalDate.of(2024, 1, 5);
  private static final EventCodec<DrawEvent> CODEC = new EventCodec<>(DrawEvent.class);

  private static final DrawEvent.DrawOpened OPENING =
      new DrawEvent.DrawOpened(
          OPENED, Map.of("S1", List.of("I1", "I2"), "S2", List.of("I1", "I3")), true, null);

  /** The visits of one draw by themselves. */
  private static final class Visits implements Projection {
    private final RegisterView register = new RegisterView();
    private final CountedVisits visits = new CountedVisits(register);

    @Override
    public String name() {
      return "visits";
    }

    @Override
    public List<String> tables() {
      return visits.tables();
    }

    @Override
    public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
      List<DrawProjection.Read> events =
          entries.stream()
              .map(entry ->
                  new DrawProjection.Read(
                      entry.event().stream(), entry.seq(), CODEC.decode(entry.event()), 0, null))
              .toList();
      return visits
          .fetch(events, Set.of(DRAW), views)
          .invoke(() ->
              events.forEach(event -> {
                if (event.draw() != null) {
                  visits.apply(() -> DRAW, event.draw(), views);
                }
              }));
    }
  }

  private static Map<String, String> rows(String table, DrawEvent... events) {
    return ProjectionSpecification.of(new Visits())
        .given(CODEC, "task-2023001-001", events)
        .rows(table);
  }

  private static List<RegisterView.Assigned> assigned(DrawEvent... events) {
    List<RegisterView.Assigned> draws = new ArrayList<>();
    for (String body : rows("assigned_view", events).values()) {
      try {
        draws.add(EventCodec.mapper().readValue(body, RegisterView.Assigned.class));
      } catch (JsonProcessingException e) {
        throw new AssertionError(e);
      }
    }
    return draws;
  }

  private static Map<String, Integer> loads(DrawEvent... events) {
    return RegisterView.loads(assigned(events));
  }

  private static ReplacementEvent.SubjectReplaced replaced(List<String> team) {
    return new ReplacementEvent.SubjectReplaced(
        "S1", "S9", team, "已注销", "登记机关通知", "张科", "王局", OPENED.plusDays(3), null, null, null, null);
  }

  @Test
  void whom_nobody_is_to_visit_does_not_count_as_drawn_before_a_team_is_drawn_for_him() {
    var nobody =
        new DrawEvent.DrawOpened(OPENED, Map.of("S1", List.of(), "S2", List.of()), true, null);
    assertThat(rows("drawn_subject_view", nobody)).isEmpty();
    var teams =
        new DrawEvent.DrawOpened(
            OPENED, Map.of("S1", List.of("I1", "I2"), "S2", List.of("I1", "I3")), false, null);
    assertThat(rows("drawn_subject_view", nobody, teams)).containsOnlyKeys("S1", "S2");
  }

  @Test
  void everybody_bears_the_visits_of_the_teams_drawn() {
    assertThat(loads(OPENING))
        .containsOnly(Map.entry("I1", 2), Map.entry("I2", 1), Map.entry("I3", 1));
  }

  @Test
  void a_firm_that_is_followed_by_another_moves_the_load_where_its_team_is_another() {
    assertThat(loads(OPENING, replaced(List.of("I2", "I4"))))
        .containsOnly(
            Map.entry("I1", 1), Map.entry("I2", 1), Map.entry("I3", 1), Map.entry("I4", 1));
    assertThat(rows("drawn_subject_view", OPENING, replaced(List.of("I2", "I4"))).get("S1"))
        .doesNotContain(DRAW);
  }

  @Test
  void a_replacement_that_came_too_late_leaves_the_load_as_it_was() {
    var undone =
        new ReplacementEvent.ReplacementUndone(
            "S1",
            "S9",
            List.of("I4"),
            List.of("I1"),
            List.of("I1", "I2"),
            "检查已经开始",
            OPENED.plusDays(4),
            null);

    assertThat(loads(OPENING, replaced(List.of("I2", "I4")), undone)).isEqualTo(loads(OPENING));
  }

  @Test
  void an_inspector_who_drops_out_bears_nothing_any_more_and_the_substitute_does() {
    var dropped =
        new ReplacementEvent.InspectorReplaced(
            "S1",
            "I1",
            "I4",
            List.of("I2", "I4"),
            "当事人申请回避",
            "张科",
            "王局",
            OPENED.plusDays(3),
            null,
            null,
            null,
            null,
            null);

    assertThat(loads(OPENING, dropped))
        .containsOnly(
            Map.entry("I1", 1), Map.entry("I2", 1), Map.entry("I3", 1), Map.entry("I4", 1));
  }

  @Test
  void a_sealed_draw_opened_after_new_year_and_voided_weighs_on_nobody_in_either_year() {
    var voided =
        new DrawEvent.DrawVoided("名单错误", "张科", "王局", null, OPENING.teams(), EXECUTED, null);

    assertThat(loads(OPENING, voided)).isEmpty();
    assertThat(loads(OPENING, replaced(List.of("I2", "I4")), voided)).isEmpty();
    assertThat(rows("drawn_subject_view", OPENING, voided).values())
        .allSatisfy(row -> assertThat(row).doesNotContain(DRAW));
  }

  @Test
  void the_visits_of_a_draw_count_on_one_day() {
    assertThat(assigned(OPENING, replaced(List.of("I2", "I4"))))
        .extracting(RegisterView.Assigned::on)
        .containsExactly(OPENED);
  }
}
