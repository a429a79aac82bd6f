package cn.doublerandom.draw.drawing.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.drawing.DrawTerms;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.TermsWords;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What the public reads of the terms in English is what the office reads. */
class TermsInEnglishTest {
  private static final DrawTerms TERMS =
      new DrawTerms(
          List.of(
              new DrawTerms.Slot(List.of("unit:大队", "skill:道路客运"), 4),
              new DrawTerms.Slot(List.of(), 9)),
          3,
          20,
          "1/20",
          2,
          1,
          180,
          32,
          4,
          List.of(new FrozenFrame.Item("I-1", "经营行为检查"), new FrozenFrame.Item("I-2", "安全生产")),
          new DrawTerms.Approval("审批人", LocalDate.of(2023, 3, 14)),
          null,
          null);

  @Test
  void the_public_reads_in_english_what_the_office_reads() throws IOException {
    DrawingWords words = english();
    List<String> office = new ArrayList<>(TermsSaid.of(TERMS, words, ", "));
    office.add(words.agreed(LocalDate.of(2023, 3, 14)));
    assertThat(TermsWords.inEnglish(TERMS))
        .isEqualTo(office)
        .contains("Seat 1: 大队, 道路客运; 4 of the list fit", "2 items: 经营行为检查, 安全生产");
  }

  @Test
  void each_sentence_in_english_stands_where_the_chinese_one_stands() {
    assertThat(TermsWords.inEnglish(TERMS)).hasSameSizeAs(TermsWords.of(TERMS));
    DrawTerms few =
        new DrawTerms(
            List.of(), 0, null, null, null, null, null, null, null, List.of(), null, null, null);
    assertThat(TermsWords.inEnglish(few)).hasSameSizeAs(TermsWords.of(few));
  }

  /** The words of the page, as they stand in its bundle. */
  private static DrawingWords english() throws IOException {
    Properties bundle = new Properties();
    try (Reader read =
        new InputStreamReader(
            Objects.requireNonNull(
                DrawingWords.class.getResourceAsStream("/messages/drawing_en.properties")),
            UTF_8)) {
      bundle.load(read);
    }
    return (DrawingWords)
        Proxy.newProxyInstance(
            DrawingWords.class.getClassLoader(),
            new Class<?>[] {DrawingWords.class},
            (proxy, method, said) -> filled(bundle, method, said));
  }

  private static String filled(Properties bundle, Method method, Object[] said) {
    String text = Objects.requireNonNull(bundle.getProperty(method.getName()), method.getName());
    for (int i = 0; i < method.getParameterCount(); i++) {
      text = text.replace("{" + method.getParameters()[i].getName() + "}", String.valueOf(said[i]));
    }
    return text;
  }
}
