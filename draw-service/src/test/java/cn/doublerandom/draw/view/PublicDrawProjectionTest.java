package cn.doublerandom.draw.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.drawing.DrawCodec;
import cn.doublerandom.draw.drawing.DrawDecider;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DrawHistory;
import cn.doublerandom.draw.drawing.DueReplacement;
import cn.doublerandom.draw.drawing.ReplacementEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.DrawState;
import cn.doublerandom.draw.view.PublicDrawProjection.Kept;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What everybody sees of a draw does not hang on when somebody looked. */
class PublicDrawProjectionTest {
  private static final String TASK = "task-2023001-001";
  private static final EventCodec<DrawEvent> CODEC = DrawCodec.ofEvents();
  private static final DrawEvent FIRST = new DrawEvent.VoidApproved("王局", "名单有误", null);
  private static final DrawEvent SECOND = new DrawEvent.VoidApproved("李局", "名单有误", null);
  private static final DrawEvent VOIDED =
      new DrawEvent.DrawVoided("名单有误", "王局", "李局", null, null, null, null);

  /** A frame a release of the suite froze, as a round of its own. */
  private static DrawEvent frozen(int round) throws IOException {
    String line =
        Files.readAllLines(Path.of("src/test/resources/events/DrawEvent/0.1.ndjson")).stream()
            .filter(l -> l.contains("\"type\":\"FrameFrozen\""))
            .findFirst()
            .orElseThrow();
    JsonNode event = EventCodec.mapper().readTree(line);
    String id = event.at("/payload/frame/drawId").asText();
    String payload =
        event
            .get("payload")
            .toString()
            .replace('"' + id + '"', '"' + id.replaceFirst("[0-9]+$", round + "\""));
    return CODEC.decode(
        new StoredEvent(TASK, 1, NewEvent.newId(), "FrameFrozen", payload, "{}", ""));
  }

  private static ProjectionSpecification task(String stream, List<DrawEvent> events) {
    return ProjectionSpecification.over(log ->
            new PublicDrawProjection(new CommandHandler<>(log, new DrawDecider(), CODEC), CODEC))
        .given(CODEC, stream, events.toArray(DrawEvent[]::new));
  }

  private static Map<String, String> rows(DrawEvent... events) {
    return task(TASK, List.of(events)).rows("draw_state_view");
  }

  private static Map<String, Kept> shown(List<DrawEvent> events) {
    return task(DrawHistory.STREAM, events).rows("draw_state_view", Kept.class);
  }

  private static List<DueReplacement> due(List<DrawEvent> events) {
    Map<String, PublicDrawProjection.Due> rows =
        task(DrawHistory.STREAM, events).rows("due_view", PublicDrawProjection.Due.class);
    assertThat(rows).containsOnlyKeys(DrawHistory.STREAM);
    return rows.values().iterator().next().replacements();
  }

  private static List<DrawEvent> and(List<DrawEvent> events, DrawEvent... more) {
    List<DrawEvent> all = new ArrayList<>(events);
    all.addAll(List.of(more));
    return all;
  }

  private static TaskDraws.Executed drawn(List<DrawEvent> events) {
    return DrawHistory.state(events).executed(DrawHistory.DRAW).orElseThrow();
  }

  @Test
  void a_round_voided_without_a_result_is_seen_alike_however_the_events_came() throws IOException {
    Map<String, Boolean> current = new HashMap<>();
    for (String body : rows(frozen(1), FIRST, SECOND, VOIDED, frozen(2)).values()) {
      JsonNode row = EventCodec.mapper().readTree(body);
      current.put(
          row.get("drawId").asText().replaceFirst(".*-", ""), row.get("current").asBoolean());
    }
    assertThat(current).isEqualTo(Map.of("1", false, "2", true));
  }

  @Test
  void a_round_voided_last_is_no_longer_the_current_one() throws IOException {
    List<String> rows = new ArrayList<>(rows(frozen(1), FIRST, SECOND, VOIDED).values());
    assertThat(rows).singleElement().asString().contains("\"current\":false");
  }

  @Test
  void a_draw_is_shown_as_it_is_after_the_last_that_happened_to_it() {
    for (List<DrawEvent> events :
        List.of(
            DrawHistory.frozen(),
            DrawHistory.prepared(DrawHistory.frozen()),
            DrawHistory.committed(),
            DrawHistory.drawn(),
            DrawHistory.sealed(),
            DrawHistory.opened(DrawHistory.DAY.plusMonths(2)))) {
      assertThat(shown(events))
          .isEqualTo(
              Map.of(
                  DrawHistory.DRAW,
                  Kept.of(DrawState.of(DrawHistory.state(events)), events.size(), true)));
    }
  }

  @Test
  void the_row_of_a_sealed_draw_names_nobody() {
    List<DrawEvent> sealed = DrawHistory.sealed();
    List<String> selected =
        drawn(DrawHistory.opened(DrawHistory.DAY.plusMonths(2))).result().selected();
    assertThat(shown(sealed).values())
        .extracting(Kept::state)
        .allSatisfy(row -> assertThat(row).doesNotContain(selected));
  }

  @Test
  void a_result_that_is_void_stays_to_be_seen_and_is_no_longer_the_current_one() {
    List<DrawEvent> voided = DrawHistory.voided(DrawHistory.drawn());
    assertThat(shown(voided))
        .isEqualTo(
            Map.of(
                DrawHistory.DRAW, Kept.of(DrawState.drawn(drawn(voided)), voided.size(), false)));
  }

  @Test
  void a_selection_whose_teams_are_void_is_the_current_draw_of_its_task_again() {
    List<DrawEvent> teamsVoid = DrawHistory.secondVoided(DrawHistory.teamsFrozen());
    assertThat(shown(teamsVoid))
        .containsEntry(
            DrawHistory.DRAW,
            Kept.of(DrawState.of(DrawHistory.state(teamsVoid)), teamsVoid.size(), true))
        .hasEntrySatisfying(DrawHistory.SECOND, row -> assertThat(row.current()).isFalse());
    List<DrawEvent> allVoid = DrawHistory.voided(teamsVoid);
    assertThat(shown(allVoid).values()).extracting(Kept::current).containsOnly(false);
  }

  @Test
  void an_earlier_batch_is_shown_beside_the_one_that_begins() {
    List<DrawEvent> next = DrawHistory.nextBatch();
    assertThat(shown(next))
        .isEqualTo(
            Map.of(
                DrawHistory.DRAW,
                Kept.of(DrawState.drawn(drawn(next)), next.size(), false),
                DrawHistory.SECOND,
                Kept.of(DrawState.of(DrawHistory.state(next)), next.size(), true)));
  }

  @Test
  void a_late_recusal_is_due_until_somebody_else_serves_or_two_decide_that_he_stays() {
    List<DrawEvent> drawn = DrawHistory.drawn();
    String subject = drawn(drawn).result().selected().getFirst();
    List<String> team = drawn(drawn).roster().teams().getOrDefault(subject, List.of());
    String member = team.getFirst();
    LocalDate day = DrawHistory.DAY;
    assertThat(due(drawn)).isEmpty();
    List<DrawEvent> recused =
        and(
            drawn,
            new ReplacementEvent.MemberRecused(subject, member, "RELATIVE", day, null, null));
    assertThat(due(recused))
        .containsExactly(
            new DueReplacement(DrawHistory.DRAW, subject, member, "RELATIVE", day, false));
    List<DrawEvent> asked =
        and(
            recused,
            new ReplacementEvent.KeepingRequested(subject, member, "已核实无利害关系", "张科", null));
    assertThat(due(asked))
        .containsExactly(
            new DueReplacement(DrawHistory.DRAW, subject, member, "RELATIVE", day, true));
    assertThat(
            due(
                and(
                    asked,
                    new ReplacementEvent.MemberKept(
                        subject, member, "已核实无利害关系", "张科", "王局", day, null))))
        .isEmpty();
    assertThat(
            due(
                and(
                    recused,
                    new ReplacementEvent.InspectorReplaced(
                        subject,
                        member,
                        "I9",
                        List.of(team.getLast(), "I9"),
                        "亲属关系",
                        "张科",
                        "王局",
                        day,
                        null,
                        null,
                        null,
                        null,
                        null))))
        .isEmpty();
  }

  @Test
  void what_was_due_in_a_draw_is_due_no_more_once_it_is_void() {
    List<DrawEvent> drawn = DrawHistory.drawn();
    String subject = drawn(drawn).result().selected().getFirst();
    String member = drawn(drawn).roster().teams().getOrDefault(subject, List.of()).getFirst();
    assertThat(
            due(
                DrawHistory.voided(
                    and(
                        drawn,
                        new ReplacementEvent.MemberRecused(
                            subject, member, "RELATIVE", DrawHistory.DAY, null, null)))))
        .isEmpty();
  }
}
