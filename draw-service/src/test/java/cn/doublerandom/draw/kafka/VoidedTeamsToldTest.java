package cn.doublerandom.draw.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.DrawVoided;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DrawHistory;
import cn.doublerandom.draw.drawing.ReplacementEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a round of teams that is void: who was drawn is owed again by his own number. */
class VoidedTeamsToldTest {
  private static ReplacementEvent.SubjectReplaced replaced(String subject, String alternate) {
    return new ReplacementEvent.SubjectReplaced(
        subject,
        alternate,
        List.of("I1", "I2"),
        "企业已注销",
        "登记机关核实",
        "王队",
        "赵局",
        DrawHistory.DAY,
        null,
        null,
        null,
        null);
  }

  private static TaskDraws.Executed after(List<DrawEvent> drawn, DrawEvent... further) {
    List<DrawEvent> events = new ArrayList<>(drawn);
    events.addAll(List.of(further));
    return (TaskDraws.Executed) DrawHistory.state(events);
  }

  @Test
  void whoever_took_the_place_of_a_drawn_subject_is_told_with_it_one_after_the_other() {
    String drawn = after(DrawHistory.drawnAgain()).result().selected().getFirst();
    assertThat(
            DrawTellings.replaced(
                after(DrawHistory.drawnAgain(), replaced(drawn, "X1"), replaced("X1", "X2"))))
        .containsExactly(
            new DrawVoided.Replaced(drawn, "X1"), new DrawVoided.Replaced(drawn, "X2"));
  }

  @Test
  void it_is_told_of_no_other_void() {
    assertThat(DrawTellings.replaced(after(DrawHistory.drawnAgain()))).isNull();
    String drawn = after(DrawHistory.drawn()).result().selected().getFirst();
    assertThat(DrawTellings.replaced(after(DrawHistory.drawn(), replaced(drawn, "X1")))).isNull();
  }
}
