package cn.doublerandom.registry.inspector;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The turn in which inspectors are registered. Two of them cannot have one certificate; whose it is
 * only the keys of the people tell, so that no index can keep it: it is asked of everybody while
 * nobody else registers anybody.
 */
public interface InspectorTurn {
  /** A turn that was taken. */
  interface Taken {
    /** Lets the next one begin. */
    CompletionStage<Void> end();
  }

  /** Takes the turn, over all replicas one at a time; empty where somebody else has it. */
  CompletionStage<Optional<Taken>> take();

  /** The numbers of all inspectors that were ever registered, by the log: a view may lag behind. */
  CompletionStage<List<String>> everybody();
}
