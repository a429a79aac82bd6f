package cn.doublerandom.servicekit.board;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.ledger.MemoryMonitor;
import cn.doublerandom.servicekit.memory.MemoryState;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Backlog and lag of a service, as the board shows them. */
class MemoryBoardTest {
  private static BoardPart of(
      long unsequenced, long unpublished, Map<String, Long> lag, Map<String, String> troubles) {
    var reading = new MemoryMonitor.Reading(100, unsequenced, unpublished, 0, 0, 0, 0, 0, lag);
    return MemoryBoard.of(new MemoryState(true, 1, reading, Map.of(), troubles), "/draw/ui/memory");
  }

  @Test
  void backlog_is_all_that_has_no_number_or_was_not_told_and_lag_that_of_the_slowest() {
    assertThat(of(2, 3, Map.of("a", 1L, "b", 7L), Map.of()).figures())
        .extracting(placed -> placed.figure().kind() + " " + placed.figure().number())
        .containsExactly("backlog 5", "lag 7", "parked 0", "troubles 0");
  }

  @Test
  void what_is_in_trouble_is_red_and_all_of_it_opens_the_page_of_the_memory() {
    BoardPart part = of(0, 0, Map.of(), Map.of("broker", "away"));

    assertThat(part.figures().getLast().figure().look()).isEqualTo("bad");
    assertThat(part.figures())
        .allSatisfy(placed -> {
          assertThat(placed.group()).isEqualTo(BoardGroup.MEMORY);
          assertThat(placed.figure().at()).isEqualTo("/draw/ui/memory");
        });
  }
}
