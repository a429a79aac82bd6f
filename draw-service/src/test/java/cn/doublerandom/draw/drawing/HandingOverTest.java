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
import cn.doublerandom.draw.drawing.DrawCommand.DropHandover;
import cn.doublerandom.draw.drawing.DrawCommand.HandOver;
import cn.doublerandom.draw.drawing.DrawCommand.RequestInspectorReplacement;
import cn.doublerandom.draw.drawing.ReplacementEvent.HandoverRefused;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementEnded;
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
            drawId, subject, member, "调离检查大队", "", member, TODAY, InRegister.NOTHING, null));
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
        .containsExactly(
            new ReplacementRequested(subject, out, "调离检查大队", "", out, null, null, true));
    var asked = drawn().having(handOver(DRAW, subject, out));
    asked
        .when(
            new DrawCommand.ApproveReplacement(DRAW, subject, out, TODAY, Ceremony.REGISTER, null))
        .thenRejected(ReplacementRejection.REPLACEMENT_NEEDS_SECOND_PERSON);
    var after =
        (TaskDraws.Executed)
            asked
                .when(
                    new DrawCommand.ApproveReplacement(
                        DRAW, subject, "王局", TODAY, Ceremony.REGISTER, null))
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

  private static DropHandover drop(String subject, String member) {
    return new DropHandover(
        new DrawCommand.EndReplacement(DRAW, subject, "调令撤回", member, TODAY), member);
  }

  @Test
  void what_a_visit_takes_back_waits_no_more_and_is_told_back_once() {
    String subject = executed().result().selected().getFirst();
    String out = executed().roster().teams().get(subject).getFirst();
    var waiting = drawn().having(handOver(DRAW, subject, out));
    assertThat(waiting.when(drop(subject, out)).events())
        .containsExactly(new ReplacementEnded(subject, out, "调令撤回", out, out, TODAY, null, true));
    var dropped = waiting.having(drop(subject, out));
    assertThat(dropped.when(drop(subject, out)).events()).isEmpty();
    assertThat(dropped.when(handOver(DRAW, subject, out)).events()).hasSize(1);
    assertThat(waiting.when(drop(subject, "I99")).events()).isEmpty();
    assertThat(drawn().when(drop(subject, out)).events()).isEmpty();
    assertThat(task.given().when(drop(subject, out)).events()).isEmpty();
  }

  @Test
  void what_was_decided_before_the_visit_took_it_back_holds() {
    String subject = executed().result().selected().getFirst();
    String out = executed().roster().teams().get(subject).getFirst();
    var agreed =
        drawn()
            .having(handOver(DRAW, subject, out))
            .having(
                new DrawCommand.ApproveReplacement(
                    DRAW, subject, "王局", TODAY, Ceremony.REGISTER, null));
    assertThat(agreed.when(drop(subject, out)).events()).isEmpty();
  }

  @Test
  void what_was_asked_for_here_no_visit_takes_back_and_no_visit_is_told_of() {
    String subject = executed().result().selected().getFirst();
    String out = executed().roster().teams().get(subject).getFirst();
    var here =
        drawn()
            .having(
                new RequestInspectorReplacement(
                    DRAW, subject, out, "住院治疗", "", "张科", TODAY, InRegister.NOTHING, null));
    assertThat(here.when(drop(subject, out)).events()).isEmpty();
    var end = new DrawCommand.EndReplacement(DRAW, subject, "已经康复", "王局", TODAY);
    assertThat(here.when(end).events())
        .containsExactly(new ReplacementEnded(subject, out, "已经康复", "张科", "王局", TODAY, null, null));
    assertThat(drawn().having(handOver(DRAW, subject, out)).when(end).events())
        .containsExactly(new ReplacementEnded(subject, out, "已经康复", out, "王局", TODAY, null, true));
  }

  @Test
  void of_a_draw_that_does_not_stand_nobody_is_told() {
    assertThat(task.given().when(handOver(DRAW, "S", "I1")).events()).isEmpty();
    assertThat(drawn().when(handOver("130534-2023001-001-9", "S", "I1")).events()).isEmpty();
  }
}
