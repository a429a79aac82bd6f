package cn.doublerandom.inspection.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits is counted to its end: 待办, 回头看 and 企业评价 beyond the first part of a list. */
class WholeListsTest {
  private final List<String> asked = new ArrayList<>();

  private WholeLists.Listing<String> some(int count) {
    List<String> all = IntStream.range(0, count).mapToObj("S%05d"::formatted).toList();
    return (after, limit) -> {
      asked.add(after);
      return CompletableFuture.completedFuture(
          all.stream().filter(one -> one.compareTo(after) > 0).limit(limit).toList());
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 499, 500, 501, 1_000, 2_345})
  void nothing_is_left_out_however_long_the_list_is(int count) {
    assertThat(
            WholeLists.of(some(count), UnaryOperator.identity(), one -> true)
                .await()
                .indefinitely())
        .hasSize(count)
        .doesNotHaveDuplicates();
  }

  @Test
  void whose_things_come_after_others_sees_them() {
    assertThat(
            WholeLists.of(some(1_200), UnaryOperator.identity(), one -> one.endsWith("1100"))
                .await()
                .indefinitely())
        .containsExactly("S01100");
    assertThat(asked).containsExactly("", "S00499", "S00999");
  }
}
