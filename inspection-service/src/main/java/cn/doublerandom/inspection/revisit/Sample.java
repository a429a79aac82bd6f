package cn.doublerandom.inspection.revisit;

import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One sample of a task's closed visits: each state holds what is true in it. */
public sealed interface Sample {
  FrozenSample frozen();

  /** The list is fixed; witnesses promise. */
  record Frozen(FrozenSample frozen, List<Entropy.Witness> promises) implements Sample {
    public Frozen {
      promises = List.copyOf(promises);
    }

    boolean hasPromised(String account) {
      return Sample.promiseOf(promises, account).isPresent();
    }
  }

  /** The commit is told; witnesses reveal. */
  record Committed(
      FrozenSample frozen,
      Commit commit,
      List<Entropy.Witness> promises,
      List<Entropy.Contribution> revealed)
      implements Sample {
    public Committed {
      promises = List.copyOf(promises);
      revealed = List.copyOf(revealed);
    }

    /** What a witness has revealed. */
    Optional<Entropy.Contribution> revealedBy(String name) {
      return revealed.stream().filter(one -> one.by().equals(name)).findFirst();
    }

    boolean isRevealed() {
      return revealed.size() == promises.size();
    }

    /** What came, in the order of the promises, as the protocol wants it. */
    Entropy.CeremonyReveal reveal(String operatorSecret) {
      return new Entropy.CeremonyReveal(
          operatorSecret, promises.stream().flatMap(one -> revealedBy(one.by()).stream()).toList());
    }
  }

  /** Who is seen again, and by whom. */
  record Drawn(
      FrozenSample frozen,
      Commit commit,
      DrawResult result,
      Map<String, Object> certificate,
      Map<String, Revisit> revisits)
      implements Sample {
    public Drawn {
      revisits = new LinkedHashMap<>(revisits);
    }

    Optional<Revisit> revisit(String visitId) {
      return Optional.ofNullable(revisits.get(visitId));
    }

    Drawn with(Revisit changed) {
      Map<String, Revisit> all = new LinkedHashMap<>(revisits);
      all.put(changed.visitId(), changed);
      return new Drawn(frozen, commit, result, certificate, all);
    }
  }

  /** Given up by another than who froze it; it stays to be read. */
  record Voided(FrozenSample frozen, String reason, String by) implements Sample {}

  /** What an account has promised, however it is spelt. */
  static Optional<Entropy.Witness> promiseOf(List<Entropy.Witness> promises, String account) {
    return promises.stream().filter(one -> SecondPerson.isSame(one.by(), account)).findFirst();
  }
}
