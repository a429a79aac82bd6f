package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.drawing.DrawCommand.FreezeFrame;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.InspectorEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether what a draw will tell the other services is one record of a topic at each of its steps.
 * What no record can hold would stop the numbering of everything after it, so it is refused before
 * anything begins.
 */
final class Telling {
  /** What a record holds (docs/event-store.md), in bytes. */
  private static final long MOST_BYTES = 16L * 1024 * 1024;

  /** Everything but the visits; and of a visit its words, two late recusals among them. */
  private static final long APART_FROM_VISITS = 1024L * 1024;

  private static final long WORDS_OF_VISIT = 512;
  private static final long WORDS_OF_EXCLUDED = 128;
  private static final long SIGNS = 16;

  private Telling() {}

  static boolean isOneRecord(FreezeFrame freeze) {
    Integer visits = DrawTerms.of(freeze).size();
    long subject = longest(freeze.lists().frame().stream().map(FrameEntry::id));
    return isOneRecord(excludedByHand(freeze.excluded(), freeze.names()))
        && (visits == null
            || isOneRecord(
                visits
                    * bytesOfVisit(
                        subject,
                        freeze.names(),
                        freeze.lists().inspectors(),
                        freeze.slots(),
                        freeze.items())));
  }

  /**
   * The same where only the teams are drawn, by people added since.
   *
   * @param selected who is visited, known already
   */
  static boolean isOneRecord(FrozenFrame teams, List<String> selected) {
    return isOneRecord(
        selected.size()
            * bytesOfVisit(
                longest(selected.stream()),
                teams.names() == null ? List.of() : teams.names(),
                teams.lists().inspectors(),
                teams.slots(),
                teams.items()));
  }

  private static boolean isOneRecord(long bytes) {
    return APART_FROM_VISITS + bytes <= MOST_BYTES;
  }

  /** The commit tells who is left out by two people's word, each with the reason. */
  private static long excludedByHand(List<Excluded> excluded, List<FrozenFrame.Named> names) {
    long name = longest(names.stream().map(FrozenFrame.Named::name));
    return excluded.stream()
        .filter(Excluded::byHand)
        .mapToLong(e -> WORDS_OF_EXCLUDED + bytes(e.subject()) + bytes(e.text()) + name)
        .sum();
  }

  /** At most: subject and its name, members with their units, and the items each is visited for. */
  private static long bytesOfVisit(
      long subject,
      List<FrozenFrame.Named> names,
      List<InspectorEntry> inspectors,
      List<List<String>> slots,
      List<FrozenFrame.Item> visitedFor) {
    long member =
        inspectors.stream()
            .mapToLong(i -> bytes(i.id()) + longest(i.tags().stream()))
            .max()
            .orElse(0);
    long items = visitedFor.stream().mapToLong(item -> bytes(item.code())).sum();
    long name = longest(names.stream().map(FrozenFrame.Named::name));
    return WORDS_OF_VISIT + 3 * subject + name + slots.size() * member + items;
  }

  private static long longest(Stream<String> texts) {
    return texts.mapToLong(Telling::bytes).max().orElse(0);
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length + SIGNS;
  }
}
