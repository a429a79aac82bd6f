package cn.doublerandom.inspection.visit;

import cn.doublerandom.bureau.result.ResultCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was answered so far, and by whom: the last answer to an item stands, and a finding is turned
 * into none by two officers or by who found it, never by one other alone (ADR 34).
 *
 * @param standing by item code
 * @param by who gave the answer that stands, by item code
 * @param found by item code: whose own last word is a finding, and which
 * @param cleared by item code: who has said since the last finding that there is none
 * @param disowned items whose answer stands by one who was recused and has left the team
 * @param overruled findings that another changed, in the order of the changes
 */
public record Answers(
    Map<String, Answer> standing,
    Map<String, String> by,
    Map<String, Map<String, Answer>> found,
    Map<String, Set<String>> cleared,
    Set<String> disowned,
    List<Overruled> overruled) {
  static final Answers NONE =
      new Answers(Map.of(), Map.of(), Map.of(), Map.of(), Set.of(), List.of());

  private static final int TWO = 2;

  public Answers {
    standing = Map.copyOf(standing);
    by = Map.copyOf(by);
    found = Map.copyOf(found);
    cleared = Map.copyOf(cleared);
    disowned = Set.copyOf(disowned);
    overruled = List.copyOf(overruled);
  }

  private static boolean isFinding(Answer answer) {
    return ResultCode.areFinding(answer.codes());
  }

  /** Whether an officer changes what somebody else found into nothing. */
  boolean overrules(Answer answer, String member) {
    return overruledBy(answer, member).isPresent();
  }

  /** Whose finding it is that falls: of who said it last, else of any other. */
  private Optional<String> overruledBy(Answer answer, String member) {
    Answer before = standing.get(answer.itemCode());
    if (before == null || !isFinding(before) || isFinding(answer)) {
      return Optional.empty();
    }
    String last = by.getOrDefault(answer.itemCode(), "");
    return Stream.concat(Stream.of(last), of(answer.itemCode()).keySet().stream().sorted())
        .filter(who -> !who.equals(member) && of(answer.itemCode()).containsKey(who))
        .findFirst();
  }

  private Map<String, Answer> of(String item) {
    return found.getOrDefault(item, Map.of());
  }

  Answers with(Answer answer, String member) {
    String item = answer.itemCode();
    Map<String, Answer> standingNow = with(standing, item, answer);
    Map<String, Answer> findings = new HashMap<>(of(item));
    Set<String> none = new HashSet<>(cleared.getOrDefault(item, Set.of()));
    if (isFinding(answer)) {
      findings.put(member, answer);
      none.clear();
    } else {
      findings.remove(member);
      none.add(member);
    }
    Set<String> stillDisowned = new HashSet<>(disowned);
    stillDisowned.remove(item);
    return new Answers(
        standingNow,
        with(by, item, member),
        with(found, item, Map.copyOf(findings)),
        with(cleared, item, Set.copyOf(none)),
        stillDisowned,
        told(answer, member));
  }

  private static <T> Map<String, T> with(Map<String, T> all, String item, T one) {
    Map<String, T> more = new HashMap<>(all);
    more.put(item, one);
    return more;
  }

  /** The changes so far and this one, or who confirms the last one of the item. */
  private List<Overruled> told(Answer answer, String member) {
    List<Overruled> all = new ArrayList<>(overruled);
    Optional<String> of = overruledBy(answer, member);
    String item = answer.itemCode();
    if (of.isPresent()) {
      Answer fell = of(item).getOrDefault(of.get(), answer);
      all.add(
          new Overruled(
              item,
              member,
              of.get(),
              fell.codes(),
              fell.note(),
              answer.codes(),
              answer.note(),
              List.of()));
    } else if (!isFinding(answer) && !of(item).isEmpty()) {
      all.replaceAll(one ->
          one.item().equals(item)
                  && cleared.getOrDefault(item, Set.of()).contains(one.by())
                  && !one.by().equals(member)
                  && !one.confirmedBy().contains(member)
              ? one.confirmedBy(member)
              : one);
    }
    return all;
  }

  /** The same after a recused officer has left the team: what stands by him has to be said anew. */
  Answers without(Predicate<String> recused) {
    Set<String> more = new HashSet<>(disowned);
    by.forEach((item, member) -> {
      if (recused.test(member)) {
        more.add(item);
      }
    });
    return new Answers(standing, by, found, cleared, more, overruled);
  }

  /** Items whose answer stands by somebody recused alone, ascending. */
  List<String> ofRecused(Predicate<String> recused) {
    return standing.keySet().stream()
        .filter(item -> disowned.contains(item) || recused.test(by.getOrDefault(item, "")))
        .sorted()
        .toList();
  }

  /** Items of which one officer alone says that another's finding is none, ascending. */
  List<String> unconfirmed(Predicate<String> serves) {
    return standing.keySet().stream()
        .filter(item -> !isFinding(standing.getOrDefault(item, new Answer(item, List.of(), ""))))
        .filter(item -> !of(item).isEmpty())
        .filter(item -> cleared.getOrDefault(item, Set.of()).stream().filter(serves).count() < TWO)
        .sorted()
        .toList();
  }

  /** Whether anybody's last word on any item is a finding. */
  boolean hasFinding() {
    return found.values().stream().anyMatch(findings -> !findings.isEmpty());
  }
}
