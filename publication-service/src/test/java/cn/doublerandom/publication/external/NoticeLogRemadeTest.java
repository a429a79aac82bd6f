package cn.doublerandom.publication.external;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.publication.application.PlacedLeaf;
import cn.doublerandom.publication.transparency.NoticeKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A leaf that is not the one the ledger makes is named by what it is of. */
class NoticeLogRemadeTest {
  private static PlacedLeaf leaf(long index, String id, String hash) {
    return new PlacedLeaf(
        index,
        10 + index,
        Scope.HOME,
        NoticeKind.BULLETIN,
        id,
        1,
        "bulletin-notice-" + id,
        1,
        "n",
        "dr/notice/1 bulletin 130534 " + id + " 1 2026-02-13T01:00:00Z " + hash);
  }

  private static List<String> differences(List<PlacedLeaf> made, List<PlacedLeaf> kept) {
    List<String> told = new ArrayList<>();
    NoticeLogRemade.compare(made, kept, told::add);
    return told;
  }

  @Test
  void a_leaf_with_the_hash_of_other_words_is_named() {
    PlacedLeaf first = leaf(0, "130534-2025-1", "a".repeat(64));
    PlacedLeaf second = leaf(1, "130534-2025-2", "b".repeat(64));

    assertThat(differences(List.of(first, second), List.of(first, second))).isEmpty();
    assertThat(
            differences(
                List.of(first, second), List.of(first, leaf(1, "130534-2025-2", "c".repeat(64)))))
        .containsExactly("leaf 2 (bulletin 130534-2025-2, version 1) differs");
    assertThat(differences(List.of(first, second), List.of(first)))
        .containsExactly("leaf 2 (bulletin 130534-2025-2, version 1) differs");
  }
}
