package cn.doublerandom.publication.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long one result is public, and what the firm asked for to end it early.
 *
 * @param term absent where no pack spoke of it on the day the result became public
 * @param asked oldest first, numbered from 1 without gaps; at most one of them waits
 */
public record Repairs(@Nullable PublicTerm term, List<Repair> asked) {
  /** Who was refused so often about one result goes to another office (行政复议). */
  static final int MOST = 5;

  public Repairs {
    asked = List.copyOf(asked);
  }

  static Repairs within(@Nullable PublicTerm term) {
    return new Repairs(term, List.of());
  }

  /** The one that waits for a decision. */
  public Optional<Repair> waiting() {
    return asked.stream().filter(one -> one.refused() == null).findFirst();
  }

  Repairs with(String statement, LocalDate on) {
    List<Repair> all = new ArrayList<>(asked);
    all.add(new Repair(asked.size() + 1, statement, on, null));
    return new Repairs(term, all);
  }

  Repairs refused(int number, Repair.Refused given) {
    return new Repairs(
        term,
        asked.stream().map(one -> one.number() == number ? one.refusedWith(given) : one).toList());
  }
}
