package cn.doublerandom.draw.drawing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DrawHistory;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.Walls;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A wall shows what everybody may know by now, in the order in which it happened. */
class WallTest {
  private static final Instant FROM = Instant.parse("2026-11-26T01:01:00Z");

  private static Wall wall(List<DrawEvent> events, Optional<Instant> from) {
    TaskDraws draws = DrawHistory.state(events);
    return Wall.of(new Walls.Shown(DrawHistory.DRAW, draws, from, "ab".repeat(32), "7"));
  }

  private static List<String> what(Wall wall) {
    return wall.pictures().stream().map(Wall.Picture::what).toList();
  }

  @Test
  void a_frozen_list_stands_there_with_its_hash() {
    Wall wall = wall(DrawHistory.frozen(), Optional.empty());

    assertThat(wall.phase()).isEqualTo(DrawPhase.FROZEN);
    assertThat(wall.pictures()).containsExactly(new Wall.Frozen(34, 34, "ab".repeat(32)));
    assertThat(wall.latest()).isZero();
  }

  @Test
  void who_has_promised_is_seen_before_the_commitment() {
    Wall wall = wall(DrawHistory.prepared(DrawHistory.frozen()), Optional.empty());

    assertThat(what(wall)).containsExactly("frozen", "witnesses");
    assertThat(((Wall.Witnesses) wall.pictures().get(wall.latest())).people())
        .containsExactly(new Wall.Person("纪检监察室", true), new Wall.Person("企业代表", true));
  }

  @Test
  void after_the_commitment_the_wall_waits_for_the_witnesses_from_a_time_on() {
    Wall wall = wall(DrawHistory.committed(), Optional.of(FROM));

    assertThat(what(wall)).containsExactly("frozen", "committed", "reveals");
    Wall.Reveals reveals = (Wall.Reveals) wall.pictures().get(wall.latest());
    assertThat(reveals.from()).contains(FROM);
    assertThat(reveals.people()).extracting(Wall.Person::done).containsOnly(false);
  }

  @Test
  void the_names_of_a_drawn_list_follow_the_seed_a_few_at_a_time() {
    Wall wall = wall(DrawHistory.drawn(), Optional.of(FROM));

    assertThat(what(wall))
        .containsExactly("frozen", "committed", "reveals", "seed", "names", "teams");
    assertThat(wall.pictures().get(wall.latest()).what()).isEqualTo("seed");
    Wall.Names names = (Wall.Names) wall.pictures().get(4);
    assertThat(names.names()).hasSize(4).hasSizeLessThanOrEqualTo(Wall.LINES);
    assertThat(names.of()).isEqualTo(4);
  }

  @Test
  void of_a_sealed_draw_nobody_is_named() {
    Wall wall = wall(DrawHistory.sealed(), Optional.of(FROM));
    TaskDraws.Executed inside = ((TaskDraws.Sealed) DrawHistory.state(DrawHistory.sealed())).draw();

    assertThat(what(wall)).containsExactly("frozen", "committed", "sealed");
    assertThat(wall.toString())
        .doesNotContain(inside.result().selected())
        .doesNotContain(inside.resultHash())
        .doesNotContain(inside.result().seed().hex());
  }

  @Test
  void an_opened_draw_is_shown_as_any() {
    Wall wall = wall(DrawHistory.opened(DrawHistory.DAY), Optional.of(FROM));

    assertThat(what(wall)).contains("seed", "names", "teams");
  }

  @Test
  void a_void_hides_nothing_and_is_said_last() {
    Wall drawn = wall(DrawHistory.voided(DrawHistory.drawn()), Optional.of(FROM));
    Wall frozen = wall(DrawHistory.voided(DrawHistory.frozen()), Optional.empty());

    assertThat(what(drawn)).contains("seed", "names").endsWith("voided");
    assertThat(drawn.latest()).isEqualTo(drawn.pictures().size() - 1);
    assertThat(what(frozen)).containsExactly("voided");
  }

  @Test
  void a_draw_whose_teams_were_drawn_again_is_not_void() {
    Wall wall = wall(DrawHistory.teamsFrozen(), Optional.of(FROM));

    assertThat(wall.phase()).isEqualTo(DrawPhase.EXECUTED);
  }
}
