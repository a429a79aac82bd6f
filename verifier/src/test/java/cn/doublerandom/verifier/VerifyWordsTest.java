package cn.doublerandom.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever hands in something that does not hold reads why in Chinese, after the stable code. */
class VerifyWordsTest {
  @TempDir Path place;

  private static String told(int status, String... words) {
    var text = new ByteArrayOutputStream();
    assertThat(Verify.run(List.of(words), new PrintStream(text, true, StandardCharsets.UTF_8)))
        .isEqualTo(status);
    return text.toString(StandardCharsets.UTF_8);
  }

  @Test
  void what_is_missing_a_directory_or_nothing_of_the_kind_is_told_in_words() throws Exception {
    String nothing = place.resolve("nothing").toString();
    String file = Files.writeString(place.resolve("a.json"), "{}").toString();
    String directory = place.toString();
    for (String said :
        List.of(
            told(1, nothing),
            told(1, directory),
            told(1, file),
            told(1, "ledger", nothing),
            told(1, "ledger", file),
            told(1, "ledger", directory),
            told(1, "proof", nothing, nothing),
            told(1, "proof", file, file),
            told(2, "ledger"),
            told(2, "proof", file))) {
      assertThat(said).doesNotContain("Exception").containsPattern("\\p{IsHan}{2}");
    }
    assertThat(told(1, nothing)).startsWith("UNREADABLE " + nothing + ": 没有文件");
    assertThat(told(1, file)).startsWith("MALFORMED " + file + ": 格式不对");
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void every_code_has_words_of_its_own(Code code) {
    assertThat(code.chinese()).matches("\\p{IsHan}+");
    assertThat(List.of(Code.values()))
        .filteredOn(other -> other.chinese().equals(code.chinese()))
        .hasSize(1);
  }
}
