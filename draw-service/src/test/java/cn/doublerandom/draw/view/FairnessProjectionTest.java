package cn.doublerandom.draw.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.doublerandom.draw.drawing.DrawCodec;
import cn.doublerandom.draw.drawing.DrawDecider;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DrawHistory;
import cn.doublerandom.draw.drawing.Fairness;
import cn.doublerandom.draw.drawing.ReplacementEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a draw adds to the figures is what it added when it was public, and no void takes it. */
class FairnessProjectionTest {
  private static Map<String, Fairness.OfDraw> rows(List<DrawEvent> events) {
    Map<String, Fairness.OfDraw> figures = new TreeMap<>();
    ProjectionSpecification.over(log ->
            new FairnessProjection(
                new CommandHandler<>(log, new DrawDecider(), DrawCodec.ofEvents())))
        .given(DrawCodec.ofEvents(), DrawHistory.STREAM, events.toArray(DrawEvent[]::new))
        .rows("fairness_view", FairnessProjection.Kept.class)
        .forEach((id, kept) -> figures.put(id, kept.read()));
    return figures;
  }

  private static Fairness.OfDraw figures(List<DrawEvent> events, String drawId) {
    TaskDraws state = DrawHistory.state(events);
    return Fairness.of(state.executed(drawId).orElseThrow());
  }

  private static List<DrawEvent> and(List<DrawEvent> events, DrawEvent... more) {
    List<DrawEvent> all = new ArrayList<>(events);
    all.addAll(List.of(more));
    return all;
  }

  @Test
  void a_draw_adds_nothing_before_it_is_drawn() {
    assertThat(rows(DrawHistory.committed())).isEmpty();
  }

  @Test
  void a_draw_adds_its_firms_and_teams_once_it_is_drawn() {
    List<DrawEvent> drawn = DrawHistory.drawn();
    assertThat(rows(drawn))
        .isEqualTo(Map.of(DrawHistory.DRAW, figures(drawn, DrawHistory.DRAW)))
        .hasEntrySatisfying(
            DrawHistory.DRAW,
            added -> {
              assertThat(added.subjects()).isEqualTo(4);
              assertThat(added.teams()).isEqualTo(4);
              assertThat(added.inScope()).isEqualTo(34);
              assertThat(added.pairs().values().stream().mapToInt(n -> n).sum()).isEqualTo(4);
            });
  }

  @Test
  void a_sealed_draw_adds_nothing_until_it_is_opened_not_even_a_number() {
    assertThat(rows(DrawHistory.sealed())).isEmpty();
    List<DrawEvent> opened = DrawHistory.opened(DrawHistory.DAY.plusMonths(2));
    assertThat(rows(opened)).isEqualTo(Map.of(DrawHistory.DRAW, figures(opened, DrawHistory.DRAW)));
  }

  @Test
  void a_draw_that_is_void_was_drawn_all_the_same() {
    assertThat(rows(DrawHistory.voided(DrawHistory.drawn()))).isEqualTo(rows(DrawHistory.drawn()));
  }

  @Test
  void a_round_that_was_never_drawn_adds_nothing_when_it_is_void() {
    assertThat(rows(DrawHistory.voided(DrawHistory.committed()))).isEmpty();
  }

  @Test
  void teams_drawn_again_add_their_teams_and_leave_the_firms_to_the_round_before() {
    List<DrawEvent> again = DrawHistory.drawnAgain();
    Map<String, Fairness.OfDraw> rows = rows(again);
    assertThat(rows)
        .isEqualTo(
            Map.of(
                DrawHistory.DRAW,
                figures(again, DrawHistory.DRAW),
                DrawHistory.SECOND,
                figures(again, DrawHistory.SECOND)));
    assertThat(rows.values())
        .extracting(Fairness.OfDraw::subjects, Fairness.OfDraw::teams)
        .containsExactly(tuple(4, 0), tuple(0, 4));
  }

  @Test
  void a_replacement_is_counted_whenever_it_comes() {
    List<DrawEvent> drawn = DrawHistory.drawn();
    String gone =
        DrawHistory.state(drawn)
            .executed(DrawHistory.DRAW)
            .orElseThrow()
            .result()
            .selected()
            .getFirst();
    List<DrawEvent> replaced =
        and(
            drawn,
            new ReplacementEvent.SubjectReplaced(
                gone,
                "S900",
                List.of("I1", "I2"),
                "已注销",
                "登记机关通知",
                "张科",
                "王局",
                DrawHistory.DAY,
                null,
                null,
                null,
                null));
    assertThat(rows(replaced)).containsOnlyKeys(DrawHistory.DRAW);
    assertThat(rows(replaced).values())
        .extracting(Fairness.OfDraw::replacements)
        .containsExactly(1);
    assertThat(rows(DrawHistory.voided(replaced))).isEqualTo(rows(replaced));
  }

  @Test
  void a_draw_adds_the_same_when_the_next_batch_has_begun() {
    assertThat(rows(DrawHistory.nextBatch())).isEqualTo(rows(DrawHistory.drawn()));
  }
}
