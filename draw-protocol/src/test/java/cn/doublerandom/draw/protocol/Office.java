package cn.doublerandom.draw.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/** An office to draw teams in, made of a number: tags, recusals, caps, loads, two to four seats. */
record Office(
    List<String> selected,
    List<InspectorEntry> inspectors,
    List<RecusalEntry> recusals,
    List<List<String>> slots,
    Seed seed) {
  /** A small one: one to seven subjects, two to ten inspectors. */
  static Office of(long number) {
    return of(number, 7, 9, 3);
  }

  /** One in which loads differ, some serve nobody, and chains are long. */
  static Office busy(long number) {
    return of(number, 40, 20, 12);
  }

  private static Office of(long number, int subjects, int people, int loads) {
    var random = new Random(number);
    List<List<String>> slots = new ArrayList<>();
    for (int s = 2 + random.nextInt(3); s > 0; s--) {
      slots.add(tags(random, 2));
    }
    List<String> selected = new ArrayList<>();
    for (int t = 1 + random.nextInt(subjects); t > 0; t--) {
      selected.add("S" + t);
    }
    selected.sort(Comparator.naturalOrder());
    List<InspectorEntry> inspectors = new ArrayList<>();
    List<RecusalEntry> recusals = new ArrayList<>();
    for (int i = 2 + random.nextInt(people); i > 0; i--) {
      String id = "I%02d".formatted(i);
      inspectors.add(
          new InspectorEntry(
              id, tags(random, 4), random.nextInt(loads), cap(random, slots.size(), subjects)));
      for (String subject : selected) {
        if (random.nextInt(8) == 0) {
          recusals.add(new RecusalEntry(subject, id, "KIN"));
        }
      }
    }
    String digest =
        Hashes.hex(Hashes.sha256(Long.toString(number).getBytes(StandardCharsets.US_ASCII)));
    return new Office(selected, inspectors, recusals, slots, new Seed(digest));
  }

  private static int cap(Random random, int slots, int subjects) {
    return 1 + random.nextInt(1 + 4 * slots * Math.ceilDiv(subjects, 10));
  }

  private static List<String> tags(Random random, int often) {
    return List.of("公路", "运输", "安全").stream().filter(tag -> random.nextInt(6) < often).toList();
  }

  TeamDraw teamDraw() {
    return new TeamDraw(selected, inspectors, recusals, slots, seed);
  }

  TeamDraw.Outcome draw() {
    return teamDraw().draw();
  }

  boolean fits(InspectorEntry inspector, int slot) {
    return new HashSet<>(inspector.tags()).containsAll(slots.get(slot));
  }

  long lot(InspectorEntry inspector, String subject) {
    return seed.teamLots(List.of(inspector.id())).of(subject)[0];
  }

  boolean isAllowed(InspectorEntry inspector, String subject) {
    return recusals.stream()
            .noneMatch(r -> r.subject().equals(subject) && r.inspector().equals(inspector.id()))
        && slots.stream().anyMatch(s -> inspector.tags().containsAll(s));
  }
}
