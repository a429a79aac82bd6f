package cn.doublerandom.publication.result;

import cn.doublerandom.eventstore.decider.SecondPerson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 异议 to one published result: at most one is open, and a decided one stays.
 *
 * @param publishedBy account that made the result public, who answers none of them
 * @param codeHash SHA-256 of the code by which they are raised, 64 lowercase hex digits; absent
 *     before one was given
 * @param raised oldest first, numbered from 1 without gaps
 */
public record Objections(String publishedBy, @Nullable String codeHash, List<Objection> raised) {
  /** Who has been answered so often about one result goes to another office (行政复议). */
  static final int MOST = 5;

  /** Files with one objection. */
  static final int MOST_EVIDENCE = 5;

  public Objections {
    raised = List.copyOf(raised);
  }

  static Objections none(String publishedBy) {
    return new Objections(publishedBy, null, List.of());
  }

  /** The one that waits for an answer. */
  public Optional<Objection> open() {
    return raised.stream().filter(Objection::open).findFirst();
  }

  /** One of them. */
  public Optional<Objection> one(int number) {
    return raised.stream().filter(one -> one.number() == number).findFirst();
  }

  /** Whether this is the hash of the code they are raised by; none is before one was given. */
  public boolean opensBy(String hash) {
    return codeHash != null && codeHash.equals(hash);
  }

  boolean isPublishedBy(String account) {
    return SecondPerson.isSame(publishedBy, account);
  }

  Objections by(String hash) {
    return new Objections(publishedBy, hash, raised);
  }

  Objections raise(String statement, LocalDate on, LocalDate dueOn) {
    List<Objection> all = new ArrayList<>(raised);
    all.add(new Objection(raised.size() + 1, statement, on, dueOn, List.of(), null));
    return new Objections(publishedBy, codeHash, all);
  }

  Objections with(int number, Objection.Evidence evidence) {
    return new Objections(
        publishedBy,
        codeHash,
        raised.stream().map(one -> one.number() == number ? one.with(evidence) : one).toList());
  }

  Objections answered(int number, Objection.Answer answer) {
    return new Objections(
        publishedBy,
        codeHash,
        raised.stream().map(one -> one.number() == number ? one.answered(answer) : one).toList());
  }
}
