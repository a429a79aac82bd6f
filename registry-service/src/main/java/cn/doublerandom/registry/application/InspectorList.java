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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * 执法检查人员名录库 as it is looked through. Names are sealed, so that no table can be asked for one: the
 * hundreds of a bureau are read and opened, and those that are asked for kept.
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
   * @param person as of the day; masked
   */
  public record Found(InspectorPerson person, Eligibility eligibility, LocalDate certifiedUntil) {
    private boolean is(Standing standing, LocalDate day) {
      return switch (standing) {
        case ELIGIBLE -> eligibility.isEligible();
        case NOT_ELIGIBLE -> !eligibility.isEligible();
        case CERTIFICATE_ENDS ->
            eligibility.isEligible() && certifiedUntil.isBefore(day.plusDays(DAYS_AHEAD + 1));
      };
    }
  }

  /** All units there are, and all that are looked for, by number. */
  public record Result(List<String> units, List<Found> found) {}

  /**
   * Looks for inspectors as they stand on a day.
   *
   * @param readsNames whether who asks may read the name of each
   */
  public Uni<Result> find(Query query, boolean readsNames, LocalDate day) {
    return everybody("", new ArrayList<>())
        .flatMap(all ->
            opened(all)
                .map(names -> new Result(units(all), found(all, names, query, readsNames, day))));
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

  private static List<Found> found(
      List<InspectorDirectory.Entry> all,
      Map<Person, String> names,
      Query query,
      boolean readsNames,
      LocalDate day) {
    String text = query.text().toUpperCase(Locale.ROOT);
    List<Found> found = new ArrayList<>();
    for (InspectorDirectory.Entry entry : all) {
      InspectorDetails details = entry.asOf(day);
      var person =
          InspectorPerson.opened(
              details, names.getOrDefault(People.inspector(details.id()), PersonKeys.ERASED));
      Predicate<String> holds = of -> of.toUpperCase(Locale.ROOT).contains(text);
      if (holds.test(details.id()) || (readsNames && holds.test(person.name()))) {
        found.add(new Found(person.masked(), Eligibility.on(day, entry), details.certifiedUntil()));
      }
    }
    return found.stream()
        .filter(one -> query.unit().isEmpty() || one.person().details().unit().equals(query.unit()))
        .filter(one -> query.standing().map(s -> one.is(s, day)).orElse(true))
        .toList();
  }
}
