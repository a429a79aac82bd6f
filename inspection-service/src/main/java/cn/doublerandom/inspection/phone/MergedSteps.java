package cn.doublerandom.inspection.phone;

import static java.util.stream.Collectors.toCollection;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.phone.PhoneEvent.ConflictDecided;
import cn.doublerandom.inspection.phone.PhoneStep.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the phones of a visit say together: of each item the last answer of each officer. A pure
 * function of the set of steps, so that twice, late and out of order come to the same.
 *
 * @param drafts by item code; of each officer his last answer, in the order of their claims
 * @param arrivals each officer's first, in the order of their claims
 * @param ends each officer's last, in the order of their claims
 * @param files that were taken, by the time that was claimed, each purpose of a file once
 * @param stated each officer's last statement of the subject, in the order of their claims
 * @param subjects each officer's last signature of the subject, likewise
 * @param signed each officer's last signature of the record, likewise
 * @param confirmed by whom the record on another phone was read, as both phones say
 * @param incomplete officers of whom steps are here and not yet all, ascending
 */
public record MergedSteps(
    SortedMap<String, List<TakenStep>> drafts,
    List<TakenStep> arrivals,
    List<TakenStep> ends,
    List<TakenStep> files,
    List<TakenStep> stated,
    List<TakenStep> subjects,
    List<TakenStep> signed,
    List<TakenStep> confirmed,
    List<String> incomplete,
    List<ConflictDecided> decided) {
  static MergedSteps of(Phones phones) {
    Collection<TakenStep> all = phones.steps().values();
    SortedMap<String, List<TakenStep>> drafts = new TreeMap<>();
    for (TakenStep taken : all) {
      if (taken.step().kind() == Kind.CHECKED) {
        String item = taken.step().said().itemCode();
        drafts.computeIfAbsent(item, one -> last(all, Kind.CHECKED, item));
      }
    }
    List<TakenStep> ends = last(all, Kind.ENDED, "");
    return new MergedSteps(
        drafts,
        first(all, Kind.ARRIVED),
        ends,
        files(all),
        last(all, Kind.STATED, ""),
        last(all, Kind.SUBJECT_SIGNED, ""),
        last(all, Kind.SIGNED, ""),
        last(all, Kind.CONFIRMED, "").stream()
            .filter(one ->
                SecondOfficer.of(one.step().officer(), phones)
                    == SecondOfficer.Confirmation.MATCHES)
            .toList(),
        officers(all.stream()).filter(officer -> !isComplete(officer, all, ends)).sorted().toList(),
        phones.decided());
  }

  private static List<TakenStep> files(Collection<TakenStep> all) {
    Map<PhoneStep.OfFile, TakenStep> first = new LinkedHashMap<>();
    all.stream()
        .filter(taken -> taken.step().kind() == Kind.EVIDENCED)
        .sorted(TakenStep.BY_CLAIM)
        .forEach(taken -> first.putIfAbsent(taken.step().took(), taken));
    return List.copyOf(first.values());
  }

  private static Stream<String> officers(Stream<TakenStep> steps) {
    return steps.map(taken -> taken.step().officer()).distinct();
  }

  private static List<TakenStep> last(Collection<TakenStep> all, Kind kind, String item) {
    return each(all, kind, item, TakenStep.BY_CLAIM);
  }

  private static List<TakenStep> first(Collection<TakenStep> all, Kind kind) {
    return each(all, kind, "", TakenStep.BY_CLAIM.reversed());
  }

  /** Of each officer the greatest by an order. */
  private static List<TakenStep> each(
      Collection<TakenStep> all, Kind kind, String item, Comparator<TakenStep> order) {
    Map<String, TakenStep> by = new TreeMap<>();
    all.stream()
        .filter(taken -> taken.step().kind() == kind)
        .filter(taken -> item.isEmpty() || taken.step().said().itemCode().equals(item))
        .forEach(taken ->
            by.merge(
                taken.step().officer(),
                taken,
                (one, other) -> order.compare(one, other) >= 0 ? one : other));
    return by.values().stream().sorted(TakenStep.BY_CLAIM).toList();
  }

  /** He has ended, and all he had taken until then are here. */
  private static boolean isComplete(
      String officer, Collection<TakenStep> all, List<TakenStep> ends) {
    long here =
        all.stream()
            .filter(taken -> taken.step().officer().equals(officer) && taken.step().isCounted())
            .count();
    return ends.stream()
        .filter(end -> end.step().officer().equals(officer))
        .anyMatch(end -> {
          Integer told = end.step().steps();
          return told != null && told <= here;
        });
  }

  /** What the officers say last of an item; nothing where none was said. */
  public List<TakenStep> draftsOf(String item) {
    return drafts.getOrDefault(item, List.of());
  }

  /** Whether the officer of a step answered any item on his phone. */
  boolean answers(TakenStep one) {
    return drafts.values().stream()
        .flatMap(List::stream)
        .anyMatch(said -> said.step().officer().equals(one.step().officer()));
  }

  /** The answer of an item that goes into the visit; nothing where there is none, or two. */
  public Optional<TakenStep> answer(String item) {
    List<TakenStep> said = draftsOf(item);
    return said.stream().map(one -> one.step().said()).distinct().count() == 1
        ? said.stream().findFirst()
        : decidedOf(item, said);
  }

  /** A decision stands as long as nobody has said anything else since. */
  private Optional<TakenStep> decidedOf(String item, List<TakenStep> said) {
    Set<String> now = said.stream().map(one -> one.step().id()).collect(toCollection(HashSet::new));
    return decided.reversed().stream()
        .filter(one -> one.item().equals(item))
        .filter(one -> {
          Set<String> seen = new HashSet<>(one.over());
          seen.add(one.chosen());
          return seen.equals(now);
        })
        .findFirst()
        .flatMap(one ->
            said.stream().filter(taken -> taken.step().id().equals(one.chosen())).findFirst());
  }

  /**
   * Whom the visit still waits for: who has not sent all, and of the team who has said on no phone
   * and in no other way that he is there; ascending.
   *
   * @param present who has said so online
   */
  public List<String> waitsFor(List<String> team, List<String> present) {
    Set<String> all = new TreeSet<>(incomplete);
    List<String> here = arrivals.stream().map(one -> one.step().officer()).toList();
    team.stream()
        .filter(one -> !SecondPerson.isAmong(one, present) && !SecondPerson.isAmong(one, here))
        .forEach(all::add);
    return List.copyOf(all);
  }
}
