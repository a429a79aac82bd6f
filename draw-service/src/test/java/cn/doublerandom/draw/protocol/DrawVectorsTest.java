package cn.doublerandom.draw.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.json.CanonicalJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundles were made by another program; ours must give the same bytes. */
class DrawVectorsTest {
  private static final Path VECTORS = Path.of("../docs/vectors/draw");

  static List<Path> goodBundles() throws IOException {
    try (Stream<Path> files = Files.list(VECTORS)) {
      return files
          .filter(f -> !f.getFileName().toString().startsWith("tampered"))
          .sorted()
          .toList();
    }
  }

  private static DrawComputation.Outcome redraw(Members bundle) {
    Members result = bundle.object("result");
    return DrawComputation.draw(
        Commit.of(bundle.object("commit").json()),
        FrozenLists.of(bundle),
        Entropy.Reveal.of(result.object("entropy").json()),
        result.has("vrfProof") ? Optional.of(result.text("vrfProof")) : Optional.empty(),
        bundle.has("parent")
            ? bundle.object("parent").object("result").texts("selected")
            : List.of(),
        Progress.UNSEEN);
  }

  @ParameterizedTest
  @MethodSource("goodBundles")
  void a_draw_made_elsewhere_is_reproduced_byte_for_byte(Path file) throws IOException {
    Members bundle = Members.of(new ObjectMapper().readValue(file.toFile(), Map.class));
    Commit commit = Commit.of(bundle.object("commit").json());
    assertThat(CanonicalJson.text(commit.json()))
        .isEqualTo(CanonicalJson.text(bundle.object("commit").json()));
    assertThat(commit.hash()).isEqualTo(bundle.text("commitHash"));

    DrawResult result = redraw(bundle).result();

    assertThat(CanonicalJson.text(result.json()))
        .isEqualTo(CanonicalJson.text(bundle.object("result").json()));
    assertThat(result.hash()).isEqualTo(bundle.text("resultHash"));
    assertThat(DrawResult.of(result.json())).isEqualTo(result);
  }

  @ParameterizedTest
  @MethodSource("goodBundles")
  void the_frozen_lists_have_the_roots_of_the_commit(Path file) throws IOException {
    Members bundle = Members.of(new ObjectMapper().readValue(file.toFile(), Map.class));
    FrozenLists lists = FrozenLists.of(bundle);
    Commit commit = Commit.of(bundle.object("commit").json());

    assertThat(Commit.Roots.of(lists)).isEqualTo(commit.roots());
    if (commit.stage() instanceof Commit.Stage.Whole whole) {
      assertThat(Hashes.merkleRoot(lists.frameJson())).isEqualTo(whole.frameRoot());
      assertThat(lists.frameRoot()).isEqualTo(whole.frameRoot());
    }
  }
}
