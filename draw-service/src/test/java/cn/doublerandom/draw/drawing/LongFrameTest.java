package cn.doublerandom.draw.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.protocol.RecusalEntry;
import cn.doublerandom.eventstore.ChunkedLists;
import cn.doublerandom.eventstore.Chunks;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.StoredEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Frames that are stored in pieces. */
@Tag("deep")
class LongFrameTest {
  private static final int FIRMS = 50_000;
  private static final LocalDate DAY = LocalDate.of(2023, 3, 1);
  private static final EventCodec<DrawEvent> CODEC = DrawCodec.ofEvents();

  private static <T> List<T> each(IntFunction<T> entry) {
    return IntStream.range(0, FIRMS).mapToObj(entry).toList();
  }

  private static String firm(int i) {
    return "91130534MA%08d".formatted(i);
  }

  private static DrawEvent.FrameFrozen frozen() {
    return new DrawEvent.FrameFrozen(
        new FrozenFrame(
            "130534-2023001-001-1",
            "130534-2023001",
            "001",
            1,
            "CN-2023.1",
            3,
            100,
            new FrozenLists(
                each(i -> new FrameEntry(firm(i), "A", i % 2 == 0 ? null : "HAND")),
                List.of(new InspectorEntry("JC00001", List.of("unit:大队"), 0, 40)),
                each(i -> new RecusalEntry(firm(i), "JC00001", "KIN"))),
            List.of(List.of("unit:大队")),
            0,
            List.of(new FrozenFrame.Item("JT-01", "经营许可检查")),
            DAY,
            DAY.plusMonths(1),
            null,
            null,
            null,
            null,
            null,
            each(i -> new Excluded(firm(i), "HAND", "停业", null, null, null)),
            null,
            each(i -> new Upcoming(firm(i), DAY, "SUSPENDED")),
            7L,
            each(i -> new RecusedFrom(firm(i), List.of(new RecusedFrom.Decided("approver", 1)), 0)),
            null,
            each(i -> new FrozenFrame.Named(firm(i), "示例运输有限公司" + i)),
            null));
  }

  private static StoredEvent stored(NewEvent event) {
    return new StoredEvent(
        "task-130534-2023001-001",
        1,
        event.id(),
        event.type(),
        event.payload(),
        event.metadata(),
        event.hash("task-130534-2023001-001", 1),
        Chunks.of(event.chunks()));
  }

  @Test
  void however_many_are_in_a_frame_its_event_is_small() {
    assertThat(CODEC.written(frozen(), "{}").payload().length()).isLessThan(4_096);
  }

  @Test
  void a_frame_in_pieces_is_the_frame_that_was_frozen() {
    StoredEvent stored = stored(CODEC.written(frozen(), "{}"));

    assertThat(CODEC.decode(stored)).isEqualTo(frozen());
    assertThat(stored.wholePayload()).isEqualTo(CODEC.encode(frozen()));
  }

  @Test
  void how_many_are_in_a_frame_is_known_without_reading_it() {
    StoredEvent stored = stored(CODEC.written(frozen(), "{}"));
    var before = new NewEvent(NewEvent.newId(), "FrameFrozen", CODEC.encode(frozen()), "{}");

    assertThat(ChunkedLists.size(stored.payload(), "/frame/lists/frame")).isEqualTo(FIRMS);
    assertThat(ChunkedLists.size(before.payload(), "/frame/lists/frame")).isEqualTo(FIRMS);
    assertThat(((DrawEvent.FrameFrozen) CODEC.glance(stored)).frame().drawId())
        .isEqualTo("130534-2023001-001-1");
  }

  @Test
  void who_stands_in_a_long_frame_is_found_and_nobody_else() {
    List<FrameEntry> frame = frozen().frame().lists().frame();
    Predicate<String> inFrame = FrozenLists.inFrame(frame);

    assertThat(frame).allMatch(entry -> inFrame.test(entry.id()));
    assertThat(List.of("", "9", firm(FIRMS), firm(0) + "0", firm(7).substring(1), "甲"))
        .noneMatch(inFrame);
    assertThat(FrozenLists.inFrame(List.of()).test(firm(0))).isFalse();
  }

  @Test
  void the_class_of_one_and_how_many_were_left_out_is_known_without_going_through_all() {
    FrozenLists lists = frozen().frame().lists();

    assertThat(lists.find(firm(7))).contains(new FrameEntry(firm(7), "A", "HAND"));
    assertThat(lists.find(firm(8))).contains(new FrameEntry(firm(8), "A"));
    assertThat(lists.find(firm(FIRMS))).isEmpty();
    assertThat(lists.excluded()).isEqualTo(Map.of("HAND", FIRMS / 2));
  }

  @Test
  void those_of_a_long_frame_who_may_be_drawn_are_counted_and_told_in_order() {
    List<String> drawable = frozen().frame().lists().drawable();

    assertThat(drawable).hasSize(FIRMS / 2).startsWith(firm(0), firm(2)).endsWith(firm(FIRMS - 2));
    assertThat(drawable)
        .isEqualTo(frozen().frame().eligible().stream().map(FrameEntry::id).toList());
  }

  @Test
  void a_frame_of_before_which_stands_in_its_event_is_the_same() {
    var before = new NewEvent(NewEvent.newId(), "FrameFrozen", CODEC.encode(frozen()), "{}");

    assertThat(CODEC.decode(stored(before))).isEqualTo(frozen());
  }
}
