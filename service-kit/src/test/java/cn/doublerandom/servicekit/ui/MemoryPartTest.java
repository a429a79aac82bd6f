package cn.doublerandom.servicekit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.projection.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever keeps a service running reads on its page what the manual says of each part. */
class MemoryPartTest {
  private static final Pattern PARTS = Pattern.compile("`suite_trouble\\{part}`[^:]*: ([^;(]+)");

  @Test
  void every_part_the_manual_names_has_words_on_the_page() throws IOException {
    Matcher parts = PARTS.matcher(Files.readString(Path.of("../docs/operations.md")));
    assertThat(parts.find()).isTrue();
    List<String> names =
        Pattern.compile("`([^`]+)`")
            .matcher(parts.group(1))
            .results()
            .map(m -> m.group(1))
            .toList();

    assertThat(names).hasSizeGreaterThan(9);
    assertThat(names)
        .allSatisfy(
            name -> assertThat(MemoryPart.of(name)).as(name).isNotEqualTo(MemoryPart.OTHER));
  }

  @ParameterizedTest
  @CsvSource({
    "parked-streams-registry, PARKED, registry",
    "projection-draws, MODEL, draws",
    "replica-registry_subjects, COPY, registry_subjects",
    "disk, DISK, ''",
    "topics read again, OTHER, topics read again"
  })
  void a_part_says_which_one_of_its_kind_it_is(String name, MemoryPart part, String which) {
    assertThat(MemoryPart.of(name)).isEqualTo(part);
    assertThat(part.which(name)).isEqualTo(which);
  }

  @Test
  void a_read_model_is_as_far_as_what_readers_see_of_it() {
    MemoryModel filling =
        MemoryModel.of(
            "plans",
            false,
            List.of(new Generation(3, 2, 900, true), new Generation(4, 3, 40, false)),
            1_000);

    assertThat(filling).isEqualTo(new MemoryModel("plans", false, 900, 100, 40));
    assertThat(filling.isFilling()).isTrue();
    assertThat(filling.isBehind()).isFalse();
  }

  @Test
  void a_checkpoint_names_the_ledger_first_and_then_who_has_seen_it() {
    String note =
        """
        qinghe.example/draw
        17
        3q2+7w==

        — qinghe.example/draw AAAA
        — witness.example BBBB
        """;

    assertThat(LedgerPages.names(note)).containsExactly("qinghe.example/draw", "witness.example");
  }
}
