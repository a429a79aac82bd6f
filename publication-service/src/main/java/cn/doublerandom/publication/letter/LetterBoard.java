package cn.doublerandom.publication.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The letters of the own bureau, as they are listed and counted. */
public interface LetterBoard {
  /**
   * Those at a stage, the one that is due first before the others.
   *
   * @param stage empty for any
   * @param after place of the last one seen; empty for the beginning
   */
  CompletionStage<List<LetterLine>> found(
      Optional<LetterLine.Stage> stage, String after, int limit);

  /** How many there are at a stage. */
  CompletionStage<Long> count(Optional<LetterLine.Stage> stage);

  /** How many are not answered. */
  CompletionStage<Long> waiting();

  /** What became of the letters of a year. */
  CompletionStage<LetterFigures> figures(int year, LocalDate today);

  /** Where one stands among the others: by its last day, then by its number. */
  static String place(LetterLine line) {
    return line.dueOn() + "/" + line.id();
  }
}
