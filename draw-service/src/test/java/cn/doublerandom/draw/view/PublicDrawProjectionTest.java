package cn.doublerandom.draw.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.drawing.DrawCodec;
import cn.doublerandom.draw.drawing.DrawDecider;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static Map<String, String> rows(DrawEvent... events) {
    PublicDrawProjection.States states =
        (scope, versions) -> {
          DrawDecider decider = new DrawDecider();
          TaskDraws state = decider.initial();
          for (int i = 0; i < versions.getOrDefault(TASK, 0L); i++) {
            state = decider.evolve(state, events[i]);
          }
          return Uni.createFrom().item(Map.of(TASK, state));
        };
    return ProjectionSpecification.of(new PublicDrawProjection(states, CODEC))
        .given(CODEC, TASK, events)
        .rows("draw_state_view");
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
}
