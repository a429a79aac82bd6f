package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.item.Checklist;
import cn.doublerandom.registry.item.Checklist.AnswerKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A checklist as it is typed: 问什么 | 怎样答 | 怎样查 | 依据 | 编号. */
final class TypedQuestions {
  static final int TEXT = 0;
  static final int KIND = 1;
  static final int GUIDANCE = 2;
  static final int CLAUSE = 3;
  static final int ID = 4;
  static final int COLUMNS = 5;

  private static final Map<String, AnswerKind> CHINESE =
      Map.of(
          "是/否", AnswerKind.YES_NO,
          "是/否/不适用", AnswerKind.YES_NO_NOT_APPLICABLE,
          "数字", AnswerKind.NUMBER,
          "文字", AnswerKind.TEXT,
          "日期", AnswerKind.DATE,
          "选择", AnswerKind.CHOICE,
          "照片", AnswerKind.PHOTO);

  private TypedQuestions() {}

  /** The kind a word stands for, in Chinese or in the words of the reader. */
  static Optional<AnswerKind> kind(String cell, Function<AnswerKind, String> words) {
    String typed = narrow(cell);
    return Optional.ofNullable(CHINESE.get(typed))
        .or(() ->
            Arrays.stream(AnswerKind.values())
                .filter(kind -> narrow(words.apply(kind)).equals(typed))
                .findFirst());
  }

  private static String narrow(String word) {
    return word.replace('／', '/').replaceAll("\\s", "").toLowerCase(Locale.ROOT);
  }

  /**
   * The ids of all rows: the one that is typed, else the one the same question had, else the next
   * that nobody has. A question keeps its id over all versions, so that answers can be compared.
   */
  static List<String> ids(List<Lines.Row> rows, @Nullable Checklist before) {
    List<Checklist.Question> known = before == null ? List.of() : before.questions();
    Set<String> taken =
        Stream.concat(
                rows.stream().map(row -> row.cell(ID)), known.stream().map(Checklist.Question::id))
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> typed = rows.stream().map(row -> row.cell(ID)).collect(Collectors.toSet());
    List<String> ids = new ArrayList<>();
    for (Lines.Row row : rows) {
      ids.add(
          row.cell(ID).isEmpty()
              ? known.stream()
                  .filter(q -> q.text().equals(row.cell(TEXT)))
                  .map(Checklist.Question::id)
                  .filter(id -> !typed.contains(id) && !ids.contains(id))
                  .findFirst()
                  .orElseGet(() -> free(taken))
              : row.cell(ID));
    }
    return List.copyOf(ids);
  }

  private static String free(Set<String> taken) {
    for (int number = 1; ; number++) {
      if (taken.add("Q" + number)) {
        return "Q" + number;
      }
    }
  }

  /** A checklist to be typed on. */
  static String text(Checklist checklist, Function<AnswerKind, String> words) {
    return checklist.questions().stream()
        .map(
            q -> Lines.line(q.text(), TypedAnswer.text(q, words), q.guidance(), q.clause(), q.id()))
        .collect(Collectors.joining("\n"));
  }
}
