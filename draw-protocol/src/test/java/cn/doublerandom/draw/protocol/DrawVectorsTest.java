package cn.doublerandom.draw.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.json.CanonicalJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** 80 firms at 1 % and 20 at 10 % are three; seven of a hundred is the floor. */
  @ParameterizedTest
  @CsvSource({"0, 7", "1, 6", "3, 4", "4, 3", "7, 3", "99, 3"})
  void what_was_inspected_already_counts_towards_the_floor_of_the_year(int already, int drawn)
      throws IOException {
    ObjectNode bundle =
        (ObjectNode) new ObjectMapper().readTree(VECTORS.resolve("floor-bites.json").toFile());
    ((ObjectNode) bundle.at("/commit/floor")).put("alreadyCovered", already);
    DrawResult result =
        redraw(Members.of(new ObjectMapper().convertValue(bundle, Map.class))).result();
    assertThat(result.selected()).hasSize(drawn);
  }

  private static Members read(Path file) throws IOException {
    return Members.of(new ObjectMapper().readValue(file.toFile(), Map.class));
  }

  @ParameterizedTest
  @MethodSource("goodBundles")
  void before_anything_is_committed_as_many_are_drawn_and_as_much_is_lacking(Path file)
      throws IOException {
    Members bundle = read(file);
    Commit commit = Commit.of(bundle.object("commit").json());
    FrozenLists lists = FrozenLists.of(bundle);
    DrawResult result = DrawResult.of(bundle.object("result").json());
    assertThat(DrawComputation.trial(result.selected(), lists, commit.slots(), Progress.UNSEEN))
        .isEqualTo(result.infeasible());
    if (commit.stage() instanceof Commit.Stage.Whole rules) {
      var trial = DrawComputation.trial(rules, lists, commit.slots(), Progress.UNSEEN);
      assertThat(trial.size()).isEqualTo(result.selected().size());
      assertThat(trial.infeasible().isPresent()).isEqualTo(result.infeasible().isPresent());
      assertThat(trial.allocation()).hasSameSizeAs(rules.strata());
      assertThat(DrawComputation.size(rules, lists.frame())).isEqualTo(trial.size());
      assertThat(
              DrawComputation.expected(rules, lists.frame()).stream().map(Ratio::toString).toList())
          .isEqualTo(bundle.object("result").objects("allocation", one -> one.text("expected")));
    }
  }

  @Test
  void a_sealed_draw_is_proven_for_its_commit_and_what_came_of_chance() throws IOException {
    Members bundle = read(VECTORS.resolve("tiers-sealed-drand.json"));
    Commit commit = Commit.of(bundle.object("commit").json());
    Entropy.Reveal reveal = Entropy.Reveal.of(bundle.object("result").object("entropy").json());
    assertThat(
            Vrf.holds(
                bundle.object("commit").text("vrfKey"),
                DrawComputation.alpha(commit, reveal),
                bundle.object("result").text("vrfProof")))
        .isTrue();
    assertThat(DrawComputation.fits(commit, reveal)).isTrue();
    Members other = read(VECTORS.resolve("tiers-lottery.json"));
    assertThat(
            DrawComputation.fits(
                commit, Entropy.Reveal.of(other.object("result").object("entropy").json())))
        .isFalse();
  }
}
