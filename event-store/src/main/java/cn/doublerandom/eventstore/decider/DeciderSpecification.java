package cn.doublerandom.eventstore.decider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Given events, when a command, then events or a refusal: the language of every rule test. Needs no
 * test library, so that other teams can use it as it is.
 */
public final class DeciderSpecification<C, E, S> {
  private final Decider<C, E, S> decider;

  private DeciderSpecification(Decider<C, E, S> decider) {
    this.decider = decider;
  }

  public static <C, E, S> DeciderSpecification<C, E, S> of(Decider<C, E, S> decider) {
    return new DeciderSpecification<>(decider);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Given given(E... events) {
    return new Given(new ArrayList<>(List.of(events)));
  }

  /** The history a command meets. */
  public final class Given {
    private final List<E> history;

    private Given(List<E> history) {
      this.history = history;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Given and(E... events) {
      history.addAll(List.of(events));
      return this;
    }

    /** Lets a command happen before the one under test; it must be accepted. */
    public Given having(C command) {
      switch (decider.decide(command, decider.replay(history))) {
        case Decision.Accepted<E> accepted -> history.addAll(accepted.events());
        case Decision.Rejected<E> rejected ->
            throw new AssertionError("given " + command + " was refused: " + rejected);
      }
      return this;
    }

    /** The same for several, one after the other. */
    public Given havingAll(List<? extends C> commands) {
      commands.forEach(this::having);
      return this;
    }

    public When when(C command) {
      S before = decider.replay(history);
      return new When(decider.decide(command, before), history);
    }
  }

  /** What came of the one command. */
  public final class When {
    private final Decision<E> decision;
    private final List<E> history;

    private When(Decision<E> decision, List<E> history) {
      this.decision = decision;
      this.history = history;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final void then(E... expected) {
      if (!events().equals(List.of(expected))) {
        throw new AssertionError("expected " + List.of(expected) + "\n but came " + decision);
      }
    }

    public void thenRejected(Rejection expected) {
      if (!(decision instanceof Decision.Rejected<E> rejected)
          || !rejected.rejection().equals(expected)) {
        throw new AssertionError("expected refusal " + expected + "\n but came " + decision);
      }
    }

    /** The refusal with its particulars. */
    public void thenRejected(Rejection expected, Map<String, Object> details) {
      thenRejected(expected);
      if (decision instanceof Decision.Rejected<E> rejected
          && !rejected.details().equals(details)) {
        throw new AssertionError("expected " + details + "\n but came " + rejected.details());
      }
    }

    /** The events, for assertions of their own. */
    public List<E> events() {
      if (decision instanceof Decision.Accepted<E> accepted) {
        return accepted.events();
      }
      throw new AssertionError("expected events\n but came " + decision);
    }

    /** The state after the command. */
    public S state() {
      List<E> all = new ArrayList<>(history);
      all.addAll(events());
      return decider.replay(all);
    }
  }
}
