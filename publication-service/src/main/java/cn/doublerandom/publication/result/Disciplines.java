package cn.doublerandom.publication.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 联合惩戒 of one published result: at most one waits, and one that was decided or taken back stays.
 *
 * @param all oldest first, numbered from 1 without gaps
 * @param links by number and receiver: SHA-256 of the secret by which it answers once
 */
public record Disciplines(List<Discipline> all, Map<Receiver, String> links) {
  /** Of one result; further ones are another matter. */
  static final int MOST = 9;

  /** Receivers of one. */
  static final int MOST_AUTHORITIES = 10;

  static final Disciplines NONE = new Disciplines(List.of(), Map.of());

  public Disciplines {
    all = List.copyOf(all);
    links = Map.copyOf(links);
  }

  /** Who answers what. */
  public record Receiver(int number, String authority) {}

  /** The one that waits for another person. */
  public Optional<Discipline> waiting() {
    return all.stream().filter(Discipline::waits).findFirst();
  }

  /** One that was agreed to; it may have ended since. */
  public Optional<Discipline> told(int number) {
    return all.stream().filter(one -> one.number() == number && one.isTold()).findFirst();
  }

  /** Receivers that learn it if the result falls: of each that stands. */
  public List<String> receivers() {
    return all.stream()
        .filter(Discipline::stands)
        .flatMap(one -> one.terms().authorities().stream())
        .distinct()
        .toList();
  }

  /** The day since which receivers are to say what they did about an end; absent where none is. */
  @Nullable LocalDate endingSince() {
    return all.stream()
        .filter(one -> !one.leftToEnd().isEmpty())
        .flatMap(one -> Stream.ofNullable(one.ended()))
        .map(Discipline.Ended::on)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Whose link this is; one is used up by its answer. */
  public Optional<Receiver> opens(int number, String hash) {
    return links.entrySet().stream()
        .filter(link -> link.getKey().number() == number && link.getValue().equals(hash))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  Disciplines proposed(Discipline one) {
    List<Discipline> more = new ArrayList<>(all);
    more.add(one);
    return new Disciplines(more, links);
  }

  Disciplines changed(int number, UnaryOperator<Discipline> change) {
    return new Disciplines(
        all.stream().map(one -> one.number() == number ? change.apply(one) : one).toList(), links);
  }

  Disciplines linked(Receiver receiver, String hash) {
    Map<Receiver, String> more = new HashMap<>(links);
    more.put(receiver, hash);
    return new Disciplines(all, more);
  }

  Disciplines answered(int number, Discipline.Deed deed) {
    return changed(number, one -> one.done(deed)).usedUp(number, deed);
  }

  /** A receiver said what it did about the end of one. */
  Disciplines lifted(int number, Discipline.Deed deed) {
    return changed(number, one -> one.lifted(deed)).usedUp(number, deed);
  }

  private Disciplines usedUp(int number, Discipline.Deed deed) {
    Map<Receiver, String> fewer = new HashMap<>(links);
    fewer.remove(new Receiver(number, deed.authority()));
    return new Disciplines(all, fewer);
  }
}
