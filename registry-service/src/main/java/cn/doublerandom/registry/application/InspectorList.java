package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.inspector.Eligibility;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * 执法检查人员名录库 as it is looked through. Names are sealed, so that no table can be asked for one: the
 * hundreds of a bureau are read, and opened where a name is looked for or shown.
 */
@ApplicationScoped
public class InspectorList {
  private static final int PAGE = 500;

  /** Days before a certificate ends from which on it is to be renewed. */
  public static final int DAYS_AHEAD = 60;

  private final InspectorDirectory directory;
  private final PersonKeys keys;

  @Inject
  InspectorList(InspectorDirectory directory, PersonKeys keys) {
    this.directory = directory;
    this.keys = keys;
  }

  /** What somebody is asked for by. */
  public enum Standing {
    /** Can be drawn today. */
    ELIGIBLE,
    NOT_ELIGIBLE,
    /** Can be drawn, and whose certificate ends soon. */
    CERTIFICATE_ENDS
  }

  /**
   * What is looked for; what is empty narrows nothing.
   *
   * @param text part of a number, or of a name where names may be read
   * @param standing absent where it does not matter
   */
  public record Query(String text, String unit, Optional<Standing> standing) {}

  /**
   * One of them.
   *
   * @param person as of the day; masked unless names were asked for, numbers of certificates always
   */
  public record Found(InspectorPerson person, Eligibility eligibility, LocalDate certifiedUntil) {}

  /**
   * Part of what is looked for.
   *
   * @param units all there are
   * @param count of all that are looked for
   * @param from of the first of the part, from 1
   * @param found the part, by number
   */
  public record Result(List<String> units, int count, int from, List<Found> found) {
    /** Whether there are more behind it. */
    public boolean goesOn() {
      return from - 1 + found.size() < count;
    }
  }

  /** How names are dealt with. */
  public enum Names {
    /** Who asks may read no name, and looks for none. */
    CLOSED,
    /** Who asks may read each; the list shows them masked. */
    MASKED,
    /** Who asks keeps the register and wants them shown. */
    SHOWN
  }

  /**
   * Looks for inspectors as they stand on a day. Only names that are shown, or looked through, are
   * opened.
   *
   * @param from the first that is shown, from 1
   * @param most so many are shown
   */
  public Uni<Result> find(Query query, Names reads, LocalDate day, int from, int most) {
    boolean readsNames = reads != Names.CLOSED;
    return everybody("", new ArrayList<>())
        .flatMap(all ->
            lookedFor(standing(all, query, day), query, readsNames, day)
                .flatMap(found -> {
                  int first = Math.max(1, Math.min(from, found.size()));
                  List<InspectorDirectory.Entry> part =
                      found.subList(first - 1, Math.min(found.size(), first - 1 + most));
                  return opened(part)
                      .map(names ->
                          new Result(
                              units(all),
                              found.size(),
                              first,
                              part.stream()
                                  .map(entry -> shown(entry, names, day, reads))
                                  .toList()));
                }));
  }

  /** Names by number, masked; absent where there is no such entry. */
  public Uni<Map<String, String>> names(Collection<String> numbers, LocalDate day) {
    Set<String> wanted = Set.copyOf(numbers);
    return everybody("", new ArrayList<>())
        .map(all -> all.stream().filter(e -> wanted.contains(e.details().id())).toList())
        .flatMap(some ->
            opened(some)
                .map(names ->
                    some.stream()
                        .map(entry -> shown(entry, names, day, Names.MASKED).person())
                        .collect(
                            Collectors.toMap(
                                person -> person.details().id(), InspectorPerson::name))));
  }

  private Uni<List<InspectorDirectory.Entry>> everybody(
      String after, List<InspectorDirectory.Entry> all) {
    return Uni.createFrom()
        .completionStage(() -> directory.page(after, PAGE))
        .flatMap(page -> {
          all.addAll(page);
          return page.size() < PAGE
              ? Uni.createFrom().item(all)
              : everybody(page.getLast().details().id(), all);
        });
  }

  private Uni<Map<Person, String>> opened(List<InspectorDirectory.Entry> all) {
    return keys.open(
        all.stream()
            .collect(
                Collectors.toMap(
                    e -> People.inspector(e.details().id()), e -> e.details().sealedName())));
  }

  private static List<String> units(List<InspectorDirectory.Entry> all) {
    return all.stream().map(entry -> entry.details().unit()).distinct().sorted().toList();
  }

  private static List<InspectorDirectory.Entry> standing(
      List<InspectorDirectory.Entry> all, Query query, LocalDate day) {
    return all.stream()
        .filter(entry -> query.unit().isEmpty() || entry.asOf(day).unit().equals(query.unit()))
        .filter(entry -> query.standing().map(s -> is(s, entry, day)).orElse(true))
        .toList();
  }

  private static boolean is(Standing standing, InspectorDirectory.Entry entry, LocalDate day) {
    boolean eligible = Eligibility.on(day, entry).isEligible();
    return switch (standing) {
      case ELIGIBLE -> eligible;
      case NOT_ELIGIBLE -> !eligible;
      case CERTIFICATE_ENDS ->
          eligible && entry.asOf(day).certifiedUntil().isBefore(day.plusDays(DAYS_AHEAD + 1));
    };
  }

  private Uni<List<InspectorDirectory.Entry>> lookedFor(
      List<InspectorDirectory.Entry> some, Query query, boolean readsNames, LocalDate day) {
    String text = query.text().toUpperCase(Locale.ROOT);
    Predicate<String> holds = of -> of.toUpperCase(Locale.ROOT).contains(text);
    Predicate<InspectorDirectory.Entry> byNumber = entry -> holds.test(entry.details().id());
    if (text.isEmpty() || !readsNames) {
      return Uni.createFrom().item(some.stream().filter(byNumber).toList());
    }
    return opened(some)
        .map(names ->
            some.stream()
                .filter(byNumber.or(entry -> holds.test(person(entry, names, day).name())))
                .toList());
  }

  private static InspectorPerson person(
      InspectorDirectory.Entry entry, Map<Person, String> names, LocalDate day) {
    InspectorDetails details = entry.asOf(day);
    return InspectorPerson.opened(
        details, names.getOrDefault(People.inspector(details.id()), PersonKeys.ERASED));
  }

  private static Found shown(
      InspectorDirectory.Entry entry, Map<Person, String> names, LocalDate day, Names reads) {
    InspectorPerson opened = person(entry, names, day);
    return new Found(
        reads == Names.SHOWN ? opened.numberless() : opened.masked(),
        Eligibility.on(day, entry),
        entry.asOf(day).certifiedUntil());
  }
}
