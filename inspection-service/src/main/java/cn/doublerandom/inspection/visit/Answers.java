package cn.doublerandom.inspection.visit;

import static java.util.stream.Collectors.toUnmodifiableMap;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.evidence.KeptEvidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was answered so far, and by whom: the last answer to an item stands, and a finding is
 * dropped by two officers or by who found it, never by one other alone (ADR 34).
 *
 * @param words the last word of each officer, by item code, in the order in which they spoke
 * @param disowned items whose answer stands by one who was recused and has left the team
 * @param overruled findings that were dropped, by another or by who found them, in the order of the
 *     changes
 * @param evidence what was taken, in its order, also what was withdrawn
 * @param there who had said that he is on site when the visit ended, whoever left the team since
 * @param beside experts who were asked for to stand beside the team
 */
public record Answers(
    Map<String, List<Word>> words,
    Set<String> disowned,
    List<Overruled> overruled,
    List<KeptEvidence> evidence,
    Set<String> there,
    Beside beside) {
  static final Answers NONE =
      new Answers(Map.of(), Set.of(), List.of(), List.of(), Set.of(), Beside.NOBODY);

  private static final int TWO = 2;

  public Answers {
    words =
        words.entrySet().stream()
            .collect(toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
    disowned = Set.copyOf(disowned);
    overruled = List.copyOf(overruled);
    evidence = List.copyOf(evidence);
    there = Set.copyOf(there);
  }

  /** The same once the visit is over. */
  Answers of(OnSite all) {
    return new Answers(words, disowned, overruled, evidence, all.everybody(), beside);
  }

  /** The same with others beside the team. */
  Answers with(Beside others) {
    return new Answers(words, disowned, overruled, evidence, there, others);
  }

  /** Whether somebody was there, also where another came in for him. */
  boolean hasSeen(String account) {
    return SecondPerson.isAmong(account, there);
  }

  /** Whether evidence stands already for the same purpose. */
  boolean holds(Evidence other) {
    return standingEvidence().anyMatch(one -> one.isSame(other));
  }

  boolean holds(String sha256) {
    return standingEvidence().anyMatch(one -> one.sha256().equals(sha256));
  }

  /** Whether a photo that stands answers a question. */
  boolean shows(String item, String question) {
    return standingEvidence().anyMatch(one -> one.shows(item, question));
  }

  private Stream<Evidence> standingEvidence() {
    return evidence.stream().filter(KeptEvidence::stands).map(KeptEvidence::evidence);
  }

  Answers with(Evidence more) {
    List<KeptEvidence> all = new ArrayList<>(evidence);
    all.add(new KeptEvidence(more, null));
    return new Answers(words, disowned, overruled, all, there, beside);
  }

  /** The same where what has a hash was withdrawn; it stays to be read. */
  Answers withdrawn(String sha256, KeptEvidence.Withdrawn why) {
    List<KeptEvidence> all = new ArrayList<>(evidence);
    all.replaceAll(one ->
        one.stands() && one.evidence().sha256().equals(sha256)
            ? new KeptEvidence(one.evidence(), why)
            : one);
    return new Answers(words, disowned, overruled, all, there, beside);
  }

  /**
   * What an officer said last of an item.
   *
   * @param found in which words he said what he found, in their order; other words for the same
   *     finding do not make the first unsaid
   */
  public record Word(String by, Answer answer, List<String> found) {
    public Word {
      found = List.copyOf(found);
    }

    static Word after(Optional<Word> before, String by, Answer answer) {
      List<String> found =
          new ArrayList<>(
              before.filter(word -> !word.isDroppedBy(answer)).map(Word::found).orElse(List.of()));
      if (ResultCode.areFinding(answer.codes()) && !found.contains(answer.note())) {
        found.add(answer.note());
      }
      return new Word(by, answer, found);
    }

    boolean isFinding() {
      return ResultCode.areFinding(answer.codes());
    }

    /** Whether an answer says less than was found here. */
    boolean isDroppedBy(Answer other) {
      return isFinding() && !ResultCode.keep(answer.codes(), other.codes());
    }
  }

  /** The answers that stand, by item code. */
  public Map<String, Answer> standing() {
    return words.entrySet().stream()
        .collect(toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue().getLast().answer()));
  }

  /** Whether the answer that stands was given by an officer. */
  boolean standsBy(String item, String member) {
    return !of(item).isEmpty() && of(item).getLast().by().equals(member);
  }

  private List<Word> of(String item) {
    return words.getOrDefault(item, List.of());
  }

  /** Whether a finding falls by an answer, of somebody else or his own: that takes a reason. */
  boolean drops(Answer answer, String member) {
    return fallsBy(answer, member).isPresent();
  }

  private Optional<Word> fallsBy(Answer answer, String member) {
    return overruledBy(answer, member).or(() -> takenBackBy(answer, member));
  }

  /** His own finding, where it stands; where another has dropped it before, he only agrees. */
  private Optional<Word> takenBackBy(Answer answer, String member) {
    return standsBy(answer.itemCode(), member)
        ? Optional.of(of(answer.itemCode()).getLast()).filter(word -> word.isDroppedBy(answer))
        : Optional.empty();
  }

  /** The finding that falls: of who spoke last, else of any other. */
  private Optional<Word> overruledBy(Answer answer, String member) {
    List<Word> said = of(answer.itemCode());
    return said.reversed().stream()
        .filter(word -> !word.by().equals(member))
        .filter(word -> word.isDroppedBy(answer))
        .filter(word ->
            standsBy(answer.itemCode(), member) || !word.isDroppedBy(said.getLast().answer()))
        .findFirst();
  }

  Answers with(Answer answer, String member) {
    String item = answer.itemCode();
    List<Word> said = new ArrayList<>(of(item));
    Optional<Word> own = said.stream().filter(word -> word.by().equals(member)).findFirst();
    said.removeIf(word -> word.by().equals(member));
    said.add(Word.after(own, member, answer));
    Map<String, List<Word>> all = new HashMap<>(words);
    all.put(item, said);
    Set<String> stillDisowned = new HashSet<>(disowned);
    stillDisowned.remove(item);
    return new Answers(all, stillDisowned, told(answer, member), evidence, there, beside);
  }

  /** The changes so far and this one, or who confirms the last one of the item. */
  private List<Overruled> told(Answer answer, String member) {
    List<Overruled> all = new ArrayList<>(overruled);
    Optional<Word> fell = fallsBy(answer, member);
    if (fell.isPresent()) {
      all.add(Overruled.of(fell.get(), answer, member));
    } else {
      all.replaceAll(one ->
          one.item().equals(answer.itemCode()) && confirms(answer, member, one)
              ? one.confirmedBy(member)
              : one);
    }
    return all;
  }

  /** Whether an officer says what another said who still says it; who found it may, too. */
  private boolean confirms(Answer answer, String member, Overruled one) {
    Map<String, Word> last =
        of(one.item()).stream().collect(toUnmodifiableMap(Word::by, Function.identity()));
    Word finding = last.get(one.of());
    Word change = last.get(one.by());
    return finding != null
        && change != null
        && !one.by().equals(member)
        && !one.confirmedBy().contains(member)
        && finding.isDroppedBy(change.answer())
        && finding.isDroppedBy(answer);
  }

  /** The same after a recused officer has left the team: what stands by him has to be said anew. */
  Answers without(Predicate<String> recused) {
    Set<String> more = new HashSet<>(disowned);
    words.forEach((item, said) -> {
      if (recused.test(said.getLast().by())) {
        more.add(item);
      }
    });
    return new Answers(words, more, overruled, evidence, there, beside);
  }

  /** Items whose answer stands by somebody recused alone, ascending. */
  List<String> ofRecused(Predicate<String> recused) {
    return items()
        .filter(item -> disowned.contains(item) || recused.test(of(item).getLast().by()))
        .toList();
  }

  /** Items of which one officer alone drops what another found, ascending. */
  List<String> unconfirmed(Predicate<String> serves) {
    return items().filter(item -> isUnconfirmed(of(item), serves)).toList();
  }

  private static boolean isUnconfirmed(List<Word> said, Predicate<String> serves) {
    Answer stands = said.getLast().answer();
    for (int i = 0; i < said.size(); i++) {
      Word finding = said.get(i);
      if (finding.isDroppedBy(stands)) {
        long against =
            said.stream()
                .skip(i + 1L)
                .filter(word -> serves.test(word.by()) && finding.isDroppedBy(word.answer()))
                .count();
        if (against < TWO) {
          return true;
        }
      }
    }
    return false;
  }

  private Stream<String> items() {
    return words.keySet().stream().sorted();
  }

  /** Whether anybody's last word on any item is a finding. */
  boolean hasFinding() {
    return words.values().stream().flatMap(List::stream).anyMatch(Word::isFinding);
  }
}
