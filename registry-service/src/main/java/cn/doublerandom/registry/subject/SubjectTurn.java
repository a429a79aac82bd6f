package cn.doublerandom.registry.subject;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The turn in which a register is opened. Only its first table is taken as it is, so two tables
 * that are sent to an empty register at once are not both the first.
 */
public interface SubjectTurn {
  /** A turn that was taken. */
  interface Taken {
    /** Lets the next one begin. */
    CompletionStage<Void> end();
  }

  /** Takes the turn, over all replicas one at a time; empty where somebody else has it. */
  CompletionStage<Optional<Taken>> take();

  /** Whether anybody was ever registered, by the log: a view may lag behind. */
  CompletionStage<Boolean> hasSubjects();
}
