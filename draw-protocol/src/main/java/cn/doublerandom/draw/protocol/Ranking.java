package cn.doublerandom.draw.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The first so many subjects by ascending ticket (protocol §6), however many are offered; holds no
 * more than those. A subject that is not among them costs one hash and one comparison.
 */
final class Ranking {
  private static final int TICKET_BYTES = 32;

  private final int count;
  private final Seed seed;
  private final Hashes.Prefixed keyed;
  private final byte[] ticket = new byte[TICKET_BYTES];
  private final ByteBuffer read = ByteBuffer.wrap(ticket);

  /** Its head is the last of them. */
  private final PriorityQueue<Ranked> first;

  /** {@code prefix}: the first eight bytes of the ticket, which nearly always decide. */
  private record Ranked(String id, long prefix) {}

  Ranking(Seed seed, int count) {
    this.seed = seed;
    this.count = count;
    this.keyed = seed.subjectTickets();
    this.first = new PriorityQueue<>(Math.max(1, Math.min(count, 1 << 16)), order().reversed());
  }

  private Comparator<Ranked> order() {
    return (a, b) -> {
      int byPrefix = Long.compareUnsigned(a.prefix, b.prefix);
      return byPrefix != 0
          ? byPrefix
          : Arrays.compareUnsigned(seed.subjectTicket(a.id), seed.subjectTicket(b.id));
    };
  }

  void offer(String id) {
    byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
    offer(utf8, 0, utf8.length);
  }

  void offer(byte[] utf8, int from, int length) {
    keyed.digest(utf8, from, length, ticket, 0);
    long prefix = read.getLong(0);
    Ranked last = first.peek();
    boolean isFull = first.size() >= count;
    if (isFull && (last == null || Long.compareUnsigned(prefix, last.prefix) > 0)) {
      return;
    }
    first.add(new Ranked(new String(utf8, from, length, StandardCharsets.UTF_8), prefix));
    if (isFull) {
      first.remove();
    }
  }

  /** By ascending ticket. */
  List<String> ids() {
    return first.stream().sorted(order()).map(Ranked::id).toList();
  }
}
