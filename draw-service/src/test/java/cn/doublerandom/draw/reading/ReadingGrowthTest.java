package cn.doublerandom.draw.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.Growth;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Anybody may send a cell to be read: no cell may cost more than its length. */
class ReadingGrowthTest {
  private static final int SIZE = 64;

  /** Sixteen where the work is quadratic. */
  private static final double MOST = 4;

  /** {@code ./suite test --deep} tries every word at every place. */
  private static final boolean WHOLE = Boolean.getBoolean("growth.whole");

  /** Of the seven places each word is tried at one, the next word at the next. */
  private static final int PLACES = 1;

  private static final List<String> AROUND =
      List.of("%s", "%sx", "每年%s", "至少%s,", "1户%s", "%s1％", "1月%s。");

  /** Every word and sign of the grammar, in places where a pattern might begin with it again. */
  static Stream<String[]> cells() {
    String[] parts = {
      "一", "9", "1,", "1,111", "万", "点", "一点", "1.", "-", "—", "1-", "一至", "%", "‰", "成", "分之",
      "一分之", "户", "1户", "一户", "1户,", "每", "每年", "每年抽查", "抽查", "每年抽查抽查", "每个", "各", "至少", "至少对",
      "至多", "至少对企业", "不低于", "不得低于为", "大于", "上限为", "的", "企业的", "频次", "频次,", ";", "、", "+", ":", "1:",
      "1:1", "四四制", "(", "（", "()", "(1%)", "【", " ", "1 ", "　", "不足一", "不足1户", "少于", "A类1%、",
      "1%、", "守信1%,", "1%的企业、", "对", "分别", "全部", "约", "大约", "/", "/年", "1户/", "年", "月", "1月", "1月-",
      "一月", "2023年", "至", "到", "起至", "前", "底", "内", "止", "为止", "完成", "开展", "份", "和", "须", "每年的",
      "自", "=", ">=", "≥1", "次", "一次", "1次/年", "\u0301", "ﷺ", "總", "x", "〇", "季", "第", "\u200b"
    };
    return IntStream.range(0, parts.length)
        .boxed()
        .flatMap(n ->
            IntStream.range(0, WHOLE ? AROUND.size() : PLACES)
                .mapToObj(place -> AROUND.get((n + place) % AROUND.size()))
                .map(around -> new String[] {around, parts[n]}));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void a_cell_of_a_quota_is_read_in_time_that_grows_with_its_length(String around, String part) {
    assertThat(Growth.of(around, part, SIZE, QuotaReader::readWhole)).isLessThan(MOST);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void a_cell_of_a_period_is_read_in_time_that_grows_with_its_length(String around, String part) {
    assertThat(
            Growth.of(
                around, part, SIZE, cell -> PeriodReader.readWhole(cell, OptionalInt.of(2023))))
        .isLessThan(MOST);
  }
}
