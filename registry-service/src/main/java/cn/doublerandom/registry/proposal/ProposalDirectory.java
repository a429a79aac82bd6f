package cn.doublerandom.registry.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What results propose, as it is read. */
public interface ProposalDirectory {
  /** Where a proposal stands. */
  enum State {
    OPEN,
    ACCEPTED,
    DECLINED,
    WITHDRAWN
  }

  /**
   * One proposal.
   *
   * @param id of the proposal: result and kind
   * @param codes those of the result that propose it
   * @param since business day it was proposed on
   * @param changedSince whether the result says something else since it was decided on
   */
  record Entry(
      String id,
      ProposalKind kind,
      Origin origin,
      List<String> codes,
      State state,
      LocalDate since,
      boolean changedSince) {
    public Entry {
      codes = List.copyOf(codes);
    }

    /** The same in another state. */
    public Entry in(State other) {
      return new Entry(id, kind, origin, codes, other, since, changedSince);
    }
  }

  /**
   * What waits for the registrar.
   *
   * @param since day of the oldest; the epoch where there is none
   */
  record Waiting(long count, LocalDate since) {}

  /** At most {@code limit} in a state with an id after {@code after}, ascending. */
  CompletionStage<List<Entry>> in(State state, String after, int limit);

  /** At most {@code limit} of all with an id after {@code after}, ascending. */
  CompletionStage<List<Entry>> page(String after, int limit);

  /** How many wait for the registrar, and since when. */
  CompletionStage<Waiting> waiting();
}
