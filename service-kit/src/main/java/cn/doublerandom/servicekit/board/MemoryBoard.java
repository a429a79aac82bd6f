package cn.doublerandom.servicekit.board;

import cn.doublerandom.eventstore.ledger.MemoryMonitor;
import cn.doublerandom.servicekit.memory.MemoryState;
import cn.doublerandom.servicekit.waiting.Figure;
import cn.doublerandom.servicekit.waiting.Sentence;
import java.util.List;

/** 积压与滞后: what the page of a service's memory says, in four numbers. */
public final class MemoryBoard {
  private MemoryBoard() {}

  /**
   * @param at address of that page
   */
  public static BoardPart of(MemoryState state, String at) {
    MemoryMonitor.Reading read = state.reading();
    long backlog = read.unsequenced() + read.unpublished();
    long lag = read.projectionLag().values().stream().mapToLong(Long::longValue).max().orElse(0);
    return BoardPart.of(
        BoardGroup.MEMORY,
        List.of(
            figure(
                "backlog",
                new Sentence("积压", "Backlog"),
                backlog,
                new Sentence("未编号、未发送的事件", "events without a number, or not told yet"),
                backlog == 0 ? "ok" : "quiet",
                at),
            figure(
                "lag",
                new Sentence("滞后", "Lag"),
                lag,
                new Sentence("最慢的读模型落后的条数", "entries the slowest read model is behind"),
                lag == 0 ? "ok" : "quiet",
                at),
            figure(
                "parked",
                new Sentence("搁置", "Set aside"),
                read.parkedKeys(),
                new Sentence("有记录被搁置的键", "keys with records set aside"),
                read.parkedKeys() == 0 ? "ok" : "warn",
                at),
            figure(
                "troubles",
                new Sentence("故障", "In trouble"),
                state.troubles().size(),
                new Sentence("出现故障的部件", "parts in trouble"),
                state.troubles().isEmpty() ? "ok" : "bad",
                at)));
  }

  private static Figure figure(
      String kind, Sentence label, long number, Sentence of, String look, String at) {
    return new Figure(kind, label, Long.toString(number), of, look, at);
  }
}
