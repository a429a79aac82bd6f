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

  /** The lots of one subject's team, one per inspector id: the first 48 bits of each ticket. */
  long[] teamLots(String subject, List<String> inspectors) {
    Hashes.Prefixed keyed = new Hashes.Prefixed(key("team"));
    byte[] ticket = new byte[TICKET_BYTES];
    long[] lots = new long[inspectors.size()];
    for (int i = 0; i < lots.length; i++) {
      String fields = subject + FIELD_SEPARATOR + inspectors.get(i);
      keyed.digest(fields.getBytes(StandardCharsets.UTF_8), ticket, 0);
      lots[i] = ByteBuffer.wrap(ticket).getLong() >>> (Long.SIZE - LOT_BITS);
    }
    return lots;
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
