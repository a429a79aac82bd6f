package cn.doublerandom.registry.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.table.EnglishFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a table is said in English too, by the codes the sources tell. */
class EnglishOfTablesTest {
  private static final List<Pattern> FAULTS =
      List.of(
          Pattern.compile("\\b(?:fault|say)\\(\\s*[^,()]+,\\s*\"([a-z-]+)\""),
          Pattern.compile("new RowFault\\(\\s*[^,]+,\\s*[^,]+,\\s*\"([a-z-]+)\""),
          Pattern.compile("new UnreadableTable\\(\\s*[^,]+,\\s*\"([a-z-]+)\""),
          Pattern.compile("new Reading\\.Refused\\(\"([a-z-]+)\""));

  private static Set<String> codes() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (String room : List.of("registry-service", "service-kit")) {
      try (Stream<Path> files = Files.walk(Path.of("..", room, "src/main/java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          String text = Files.readString(file);
          for (Pattern pattern : FAULTS) {
            pattern.matcher(text).results().forEach(found -> codes.add(found.group(1)));
          }
        }
      }
    }
    return codes;
  }

  @Test
  void every_code_has_its_sentence() throws IOException {
    assertThat(codes()).hasSizeGreaterThan(40);
    assertThat(codes())
        .allSatisfy(code -> assertThat(EnglishFaults.of(code, "原文")).as(code).isPresent());
  }

  @Test
  void what_the_chinese_names_is_named_in_english_too() {
    assertThat(List.of("duplicate", "too-long", "credit-code-18", "credit-code-nonconforming"))
        .extracting(
            code -> EnglishFaults.of(code, "与第 20 行重复：甲。最多 200 个字。第 18 位（校验位）不符。").orElseThrow())
        .containsExactly(
            "The same stands in row 20.",
            "This text is too long: 200 characters at most.",
            "Character 18 does not fit a credit code (GB 32100-2015): compare it with the licence.",
            "Taken for the reason given, and marked: its check digit is not the standard's.");
  }

  @Test
  void what_would_be_right_is_said_in_english_too() {
    assertThat(EnglishFaults.of("not-a-code", "行政区划应为 6 位代码（GB/T 2260），例如 130534。"))
        .contains("This must be a code of 6 digits.");
    assertThat(EnglishFaults.of("not-a-code", "此格是日期，不是编码，请改为文本后重填。"))
        .contains("The cell is a day and no code: make the cell a text and fill it in anew.");
    assertThat(EnglishFaults.of("unknown-word", "应为：企业、个体户、农专社。"))
        .contains("Choose one of these words: 企业、个体户、农专社.");
    assertThat(EnglishFaults.of("credit-code-9", "第 9 位不符。是不是数字 0？").orElseThrow())
        .endsWith("compare it with the licence. Is it the figure 0?");
    assertThat(
            EnglishFaults.of(
                    "credit-code-18",
                    "第 18 位（校验位）不符。是否应为 91130534MA00077786？确系 2016 年前核发的，请在“编码说明”列写明原因。")
                .orElseThrow())
        .contains("Should it be 91130534MA00077786?")
        .endsWith("If it was issued before 2016, say so in the column 编码说明.");
  }

  @Test
  void a_refusal_of_the_register_is_said_in_its_own_words() {
    var refused = new Problem.FieldError("整行", 3, "subject-unknown-to-all", "原文");
    var merged = new Problem.FieldError("整行", 3, "subject-kind-changed", "原文");

    assertThat(FaultRows.ofEnglish(merged))
        .doesNotContainPattern("\\p{IsHan}")
        .hasSizeGreaterThan(9);
    assertThat(FaultRows.ofEnglish(refused)).contains("subject-unknown-to-all");
  }
}
