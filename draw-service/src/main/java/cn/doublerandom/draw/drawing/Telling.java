package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.drawing.DrawCommand.FreezeFrame;
import cn.doublerandom.draw.protocol.FrameEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whether what a draw will tell the other services is one record of a topic. What no record can
 * hold would stop the numbering of everything after it, so it is refused before anything begins.
 */
final class Telling {
  /** What a record holds (docs/event-store.md), in bytes. */
  private static final long MOST_BYTES = 16L * 1024 * 1024;

  /** Everything but the visits; and of a visit its words, two late recusals among them. */
  private static final long APART_FROM_VISITS = 1024L * 1024;

  private static final long WORDS_OF_VISIT = 512;
  private static final long SIGNS = 16;

  private Telling() {}

  static boolean isOneRecord(FreezeFrame freeze) {
    Integer visits = DrawTerms.of(freeze).size();
    return visits == null || APART_FROM_VISITS + visits * bytesOfVisit(freeze) <= MOST_BYTES;
  }

  /** At most: subject and its name, members with their units, and the items each is visited for. */
  private static long bytesOfVisit(FreezeFrame freeze) {
    long subject = longest(freeze.lists().frame().stream().map(FrameEntry::id).toList());
    long member =
        freeze.lists().inspectors().stream()
            .mapToLong(i -> bytes(i.id()) + longest(i.tags()))
            .max()
            .orElse(0);
    long items = freeze.items().stream().mapToLong(item -> bytes(item.code())).sum();
    long name = longest(freeze.names().stream().map(FrozenFrame.Named::name).toList());
    return WORDS_OF_VISIT + 3 * subject + name + freeze.slots().size() * member + items;
  }

  private static long longest(List<String> texts) {
    return texts.stream().mapToLong(Telling::bytes).max().orElse(0);
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length + SIGNS;
  }
}
