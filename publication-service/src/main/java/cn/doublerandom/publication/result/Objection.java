package cn.doublerandom.publication.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 异议: what the firm says against the published result about it.
 *
 * @param number counted from 1 for each result
 * @param statement in its words, for the bureau and not for the public
 * @param dueOn last day of the answer, as it was counted on the day of the objection
 * @param evidence in the order in which it came
 * @param answer absent while it is open
 */
public record Objection(
    int number,
    String statement,
    LocalDate on,
    LocalDate dueOn,
    List<Evidence> evidence,
    @Nullable Answer answer) {
  public Objection {
    evidence = List.copyOf(evidence);
  }

  /** What became of it. */
  public enum Outcome {
    /** The result stands. */
    REJECTED,
    /** The result was corrected by two people (ADR 54). */
    CORRECTED,
    /** The publication was withdrawn by two people. */
    WITHDRAWN
  }

  /**
   * A file that came with it; its bytes lie apart.
   *
   * @param sha256 64 lowercase hex digits
   * @param mediaType as its bytes say
   * @param bytes its size
   */
  public record Evidence(String sha256, String mediaType, long bytes) {}

  /**
   * What the bureau answered, as everybody reads it.
   *
   * @param by account that decided
   * @param version what was public when it was answered, from 1
   */
  public record Answer(Outcome outcome, String reason, String by, LocalDate on, int version) {}

  /** 异议编号, under which the firm asks for it; it says which result and which objection. */
  public static String receipt(String resultId, int number) {
    return resultId + "-Y" + number;
  }

  public boolean open() {
    return answer == null;
  }

  Objection with(Evidence more) {
    List<Evidence> all = new ArrayList<>(evidence);
    all.add(more);
    return new Objection(number, statement, on, dueOn, all, answer);
  }

  Objection answered(Answer given) {
    return new Objection(number, statement, on, dueOn, evidence, given);
  }
}
