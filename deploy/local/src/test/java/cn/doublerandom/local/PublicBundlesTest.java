package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.ChunkedLists;
import cn.doublerandom.eventstore.Chunks;
import cn.doublerandom.eventstore.StoredEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an export makes of frames that stand in pieces. */
class PublicBundlesTest {
  private static final String PIECE = "[{\"id\":\"S1\",\"stratum\":\"A\"}]";
  private static final String LIST = "[\"" + ChunkedLists.address(PIECE) + "\"]";

  @TempDir Path directory;

  private static StoredEvent frozen(Chunks chunks) {
    return new StoredEvent(
        "task-2029001-001",
        1,
        new UUID(0, 1),
        "FrameFrozen",
        "{\"frame\":{\"lists\":{\"frame\":{\"chunked\":\"%s\",\"size\":1}}}}"
            .formatted(ChunkedLists.address(LIST)),
        "{}",
        "",
        chunks);
  }

  @Test
  void a_frame_that_lacks_a_piece_is_exported_by_nobody_and_named() {
    var bundles = new PublicBundles(directory);
    var lacking = Chunks.of(Map.of(ChunkedLists.address(LIST), LIST));

    assertThatThrownBy(() -> bundles.event(frozen(lacking)))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("task-2029001-001 v1 FrameFrozen", "名单")
        .hasMessageContaining("the piece " + ChunkedLists.address(PIECE));
  }

  @Test
  void a_bundle_shows_a_frame_in_pieces_as_if_it_stood_in_its_event() throws IOException {
    StoredEvent event =
        frozen(
            Chunks.of(
                Map.of(ChunkedLists.address(LIST), LIST, ChunkedLists.address(PIECE), PIECE)));

    assertThat(EventChunks.whole(event))
        .isEqualTo("{\"frame\":{\"lists\":{\"frame\":" + PIECE + "}}}");
  }
}
