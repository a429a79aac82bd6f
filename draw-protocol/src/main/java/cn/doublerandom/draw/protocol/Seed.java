package cn.doublerandom.draw.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The one source of chance in a draw (protocol §1, §4).
 *
 * @param hex 64 lower-case hex digits
 */
public record Seed(String hex) {
  private static final char FIELD_SEPARATOR = '\u001f';
  private static final int LOT_BITS = 48;
  private static final int TICKET_BYTES = 32;

  static Seed of(String commitHash, byte[] entropy, byte[] seal) {
    return new Seed(Hashes.hex(Hashes.tagged("seed", Hashes.bytes(commitHash), entropy, seal)));
  }

  private byte[] key(String purpose) {
    return Hashes.tagged("key", Hashes.bytes(hex), purpose.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The first of the ids by ascending subject ticket; a ticket depends on nothing but seed and id.
   *
   * @param count how many, at most as many as there are
   */
  public List<String> firstBySubjectTicket(List<String> ids, int count) {
    Ranking ranking = new Ranking(this, count);
    ids.forEach(ranking::offer);
    return ranking.ids();
  }

  /** Where an id stands among all ids by ascending subject ticket, from 1; in linear time. */
  public int placeBySubjectTicket(String id, List<String> ids) {
    byte[] own = subjectTicket(id);
    byte[] other = new byte[TICKET_BYTES];
    Hashes.Prefixed tickets = subjectTickets();
    int place = 1;
    for (String one : ids) {
      tickets.digest(one.getBytes(StandardCharsets.UTF_8), other, 0);
      if (Arrays.compareUnsigned(other, own) < 0) {
        place++;
      }
    }
    return place;
  }

  /** Hashes ids into their subject tickets. */
  Hashes.Prefixed subjectTickets() {
    return new Hashes.Prefixed(key("subject"));
  }

  /** The lots of the teams: of subject and inspector the first 48 bits of their ticket. */
  TeamLots teamLots(List<String> inspectors) {
    return new TeamLots(new Hashes.Prefixed(key("team")), inspectors);
  }

  /** Hashes subjects and inspectors into their lots. */
  static final class TeamLots {
    private final Hashes.Prefixed tickets;
    private final byte[][] inspectors;
    private final int longest;

    private TeamLots(Hashes.Prefixed tickets, List<String> inspectors) {
      this.tickets = tickets;
      this.inspectors =
          inspectors.stream()
              .map(id -> (FIELD_SEPARATOR + id).getBytes(StandardCharsets.UTF_8))
              .toArray(byte[][]::new);
      this.longest = Arrays.stream(this.inspectors).mapToInt(id -> id.length).max().orElse(0);
    }

    /** One for each inspector. */
    long[] of(String subject) {
      byte[] first = subject.getBytes(StandardCharsets.UTF_8);
      byte[] fields = Arrays.copyOf(first, first.length + longest);
      byte[] ticket = new byte[TICKET_BYTES];
      long[] lots = new long[inspectors.length];
      for (int i = 0; i < lots.length; i++) {
        byte[] second = inspectors[i];
        System.arraycopy(second, 0, fields, first.length, second.length);
        tickets.digest(fields, 0, first.length + second.length, ticket, 0);
        lots[i] = ByteBuffer.wrap(ticket).getLong() >>> (Long.SIZE - LOT_BITS);
      }
      return lots;
    }
  }

  /** The whole ticket of a subject and an inspector, 32 bytes. */
  byte[] teamTicket(String subject, String inspector) {
    return ticket(key("team"), subject + FIELD_SEPARATOR + inspector);
  }

  /** The ticket of a subject, 32 bytes; smaller wins. */
  public byte[] subjectTicket(String subject) {
    return ticket(key("subject"), subject);
  }

  private static byte[] ticket(byte[] key, String fields) {
    return Hashes.sha256(key, fields.getBytes(StandardCharsets.UTF_8));
  }

  /** A number in 0..n−1 for the purpose; rejects the last incomplete block of u64. */
  long below(String purpose, long n) {
    byte[] key = key(purpose);
    long incomplete = Long.remainderUnsigned(Long.remainderUnsigned(-1L, n) + 1, n);
    for (long i = 0; ; i++) {
      byte[] counter = ByteBuffer.allocate(Long.BYTES).putLong(i).array();
      long u = ByteBuffer.wrap(Hashes.sha256(key, counter)).getLong();
      if (incomplete == 0 || Long.compareUnsigned(u, -incomplete) < 0) {
        return Long.remainderUnsigned(u, n);
      }
    }
  }
}
