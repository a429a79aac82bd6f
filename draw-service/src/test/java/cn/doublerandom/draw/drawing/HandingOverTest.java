package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.drawing.Ceremony.A;
import static cn.doublerandom.draw.drawing.Ceremony.B;
import static cn.doublerandom.draw.drawing.Ceremony.COMMIT;
import static cn.doublerandom.draw.drawing.Ceremony.DRAW;
import static cn.doublerandom.draw.drawing.Ceremony.EXECUTE;
import static cn.doublerandom.draw.drawing.Ceremony.TODAY;
import static cn.doublerandom.draw.drawing.Ceremony.freezeWith;
import static cn.doublerandom.draw.drawing.Ceremony.reveal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.ReplacementRejection;
import cn.doublerandom.draw.drawing.DrawCommand.HandOver;
import cn.doublerandom.draw.drawing.DrawCommand.RequestInspectorReplacement;
import cn.doublerandom.draw.drawing.ReplacementEvent.HandoverRefused;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementRequested;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.register.InRegister;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A visit that is handed over names nobody: the draw says who comes in, and what it refuses. */
class HandingOverTest {
  private static final List<InspectorEntry> STAFF =
      IntStream.rangeClosed(1, 6)
          .mapToObj(i -> new InspectorEntry("I" + i, List.of(i <= 3 ? "unit:大队" : "unit:科"), 0, 20))
          .toList();

  private final DeciderSpecification<DrawCommand, DrawEvent, TaskDraws> task =
      DeciderSpecification.of(new DrawDecider());

  private DeciderSpecification<DrawCommand, DrawEvent, TaskDraws>.Given drawn() {
    return task.given()
        .having(freezeWith(STAFF, List.of()))
        .havingAll(Ceremony.PREPARED)
        .having(COMMIT)
        .having(reveal(A))
        .having(reveal(B))
        .having(EXECUTE);
  }

  private static HandOver handOver(String drawId, String subject, String member) {
    return new HandOver(
        new RequestInspectorReplacement(
            drawId, subject, member, "调离检查大队", "", member, TODAY, InRegister.NOTHING));
  }

  private TaskDraws.Executed executed() {
    return (TaskDraws.Executed)
        drawn().when(new DrawCommand.ApproveVoid(DRAW, "王局", "看一看", Ceremony.NOW)).state();
  }

  @Test
  void what_a_visit_asks_waits_for_another_person_and_the_seed_says_who_comes_in() {
    String subject = executed().result().selected().getFirst();
    List<String> team = executed().roster().teams().get(subject);
    String out = team.getFirst();
    assertThat(drawn().when(handOver(DRAW, subject, out)).events())
        .containsExactly(new ReplacementRequested(subject, out, "调离检查大队", "", out, null, null));
    var asked = drawn().having(handOver(DRAW, subject, out));
    asked
        .when(new DrawCommand.ApproveReplacement(DRAW, subject, out, TODAY, Ceremony.REGISTER))
        .thenRejected(ReplacementRejection.REPLACEMENT_NEEDS_SECOND_PERSON);
    var after =
        (TaskDraws.Executed)
            asked
                .when(
                    new DrawCommand.ApproveReplacement(
                        DRAW, subject, "王局", TODAY, Ceremony.REGISTER))
                .state();
    assertThat(after.roster().teams().get(subject)).hasSameSizeAs(team).doesNotContain(out);
  }

  @Test
  void what_cannot_be_taken_is_a_fact_that_is_told_back() {
    String subject = executed().result().selected().getFirst();
    String out = executed().roster().teams().get(subject).getFirst();
    assertThat(drawn().when(handOver(DRAW, subject, "I99")).events())
        .containsExactly(
            new HandoverRefused(
                subject, "I99", ReplacementRejection.MEMBER_UNKNOWN.text(), TODAY, null));
    var waiting = drawn().having(handOver(DRAW, subject, out));
    assertThat(waiting.when(handOver(DRAW, subject, out)).events())
        .containsExactly(
            new HandoverRefused(
                subject, out, ReplacementRejection.REPLACEMENT_OPEN.text(), TODAY, null));
    var told = waiting.having(handOver(DRAW, subject, out));
    assertThat(((TaskDraws.Executed) told.when(handOver(DRAW, subject, out)).state()).roster())
        .as("what waits still waits")
        .isEqualTo(
            ((TaskDraws.Executed) waiting.when(handOver(DRAW, subject, out)).state()).roster());
  }

  @Test
  void of_a_draw_that_does_not_stand_nobody_is_told() {
    assertThat(task.given().when(handOver(DRAW, "S", "I1")).events()).isEmpty();
    assertThat(drawn().when(handOver("130534-2023001-001-9", "S", "I1")).events()).isEmpty();
  }
}
