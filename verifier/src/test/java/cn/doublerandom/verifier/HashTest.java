package cn.doublerandom.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every draw is reckoned with (protocol §1). */
class HashTest {
  @ParameterizedTest
  @CsvSource({"a, b", "a, ab", "'', a", "\uFFFD, \uD840\uDC00", "\uE000, \uD800\uDC00", "货, 车"})
  void ids_ascend_by_their_utf8_bytes(String lower, String higher) {
    int byBytes = java.util.Arrays.compareUnsigned(Hash.utf8(lower), Hash.utf8(higher));
    assertThat(byBytes).isNotZero();
    assertThat(Integer.signum(Hash.compareUtf8(lower, higher))).isEqualTo(Integer.signum(byBytes));
    assertThat(Integer.signum(Hash.compareUtf8(higher, lower))).isEqualTo(-Integer.signum(byBytes));
    assertThat(Hash.compareUtf8(lower, lower)).isZero();
  }

  @Test
  void a_number_below_another_is_the_rest_of_the_first_eight_bytes_that_favour_none() {
    byte[] key = Hash.key(new byte[32], "rounding");
    // A quarter of all starts lies beyond the third and last whole 2^62 + 1 of them.
    long most = (1L << 62) + 1;
    long limit = 3 * most; // as an unsigned number
    int skipped = 0;
    for (int n = 0; n < 40; n++) {
      byte[] one = Hash.sha256(key, new byte[] {(byte) n});
      long i = 0;
      long u = start(one, i);
      while (Long.compareUnsigned(u, limit) >= 0) {
        skipped++;
        u = start(one, ++i);
      }
      assertThat(Hash.below(one, most)).isEqualTo(Long.remainderUnsigned(u, most));
      assertThat(Hash.below(one, 1024)).isEqualTo(start(one, 0) & 1023);
      assertThat(Hash.below(one, 1)).isZero();
    }
    assertThat(skipped).isPositive();
  }

  private static long start(byte[] key, long i) {
    return ByteBuffer.wrap(Hash.sha256(key, ByteBuffer.allocate(8).putLong(i).array())).getLong();
  }

  @Test
  void a_ratio_is_reckoned_exactly() {
    Fraction third = Fraction.of(1, 3);
    Fraction sixth = Fraction.of(2, 12);
    assertThat(third.plus(sixth)).isEqualTo(Fraction.of(1, 2));
    assertThat(third.minus(sixth)).isEqualTo(sixth);
    assertThat(third.times(sixth)).hasToString("1/18");
    assertThat(third.dividedBy(sixth)).isEqualTo(Fraction.of(2, 1));
    assertThat(third.isAbove(sixth)).isTrue();
    assertThat(sixth.isAbove(third)).isFalse();
    assertThat(third.isAbove(third)).isFalse();
    assertThat(third.min(sixth)).isEqualTo(sixth);
    assertThat(sixth.min(third)).isEqualTo(sixth);
    for (long[] rounded :
        List.of(
            new long[] {0, 7, 0},
            new long[] {1, 7, 1},
            new long[] {7, 7, 1},
            new long[] {8, 7, 2})) {
      assertThat(Fraction.of(rounded[0], rounded[1]).ceil()).isEqualTo(rounded[2]);
    }
  }
}
