package cn.doublerandom.publication.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The roots were computed by sha256sum. */
class NoticesRootTest {
  @Test
  void the_root_is_over_the_lines_of_all_bureaus_ascending_by_key() {
    assertThat(NoticesRoot.over(List.of("130534/a h2\n130534/b h3\n", "130534.scjg/x h1\n", "")))
        .isEqualTo(
            new NoticesRoot.Root(
                3, "90060bc270e28a6b988f606900cb5ae1362e73f662ffb07ea2d42d41b442ce9e"));
  }

  @Test
  void nothing_has_the_hash_of_nothing() {
    assertThat(NoticesRoot.over(List.of("")))
        .isEqualTo(
            new NoticesRoot.Root(
                0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
  }
}
