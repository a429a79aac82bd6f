package cn.doublerandom.draw.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Chance that favours no number (protocol §1). */
class SeedTest {
  private static long start(String seed, long i) {
    byte[] key =
        Hashes.tagged("key", Hashes.bytes(seed), "rounding".getBytes(StandardCharsets.US_ASCII));
    byte[] counter = ByteBuffer.allocate(Long.BYTES).putLong(i).array();
    return ByteBuffer.wrap(Hashes.sha256(key, counter)).getLong();
  }

  @Test
  void a_number_below_another_is_the_rest_of_the_first_eight_bytes_that_favour_none() {
    // A quarter of all starts lies beyond the third and last whole 2^62 + 1 of them.
    long most = (1L << 62) + 1;
    long limit = 3 * most; // as an unsigned number
    int skipped = 0;
    for (int n = 0; n < 40; n++) {
      String seed = "%064x".formatted(n);
      long i = 0;
      long u = start(seed, i);
      while (Long.compareUnsigned(u, limit) >= 0) {
        skipped++;
        u = start(seed, ++i);
      }
      assertThat(new Seed(seed).below("rounding", most)).isEqualTo(Long.remainderUnsigned(u, most));
      assertThat(new Seed(seed).below("rounding", 1024)).isEqualTo(start(seed, 0) & 1023);
      assertThat(new Seed(seed).below("rounding", 1)).isZero();
    }
    assertThat(skipped).isPositive();
  }
}
