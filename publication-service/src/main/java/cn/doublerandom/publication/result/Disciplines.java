package cn.doublerandom.publication.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * 联合惩戒 of one published result: at most one waits, and a decided one stays.
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

  /** One that was agreed to. */
  public Optional<Discipline> standing(int number) {
    return all.stream().filter(one -> one.number() == number && one.stands()).findFirst();
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
    Map<Receiver, String> fewer = new HashMap<>(links);
    fewer.remove(new Receiver(number, deed.authority()));
    return new Disciplines(changed(number, one -> one.done(deed)).all(), fewer);
  }
}
