package cn.doublerandom.draw.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The classes several percentages belong to: 守信1%、警示10%; or 对守信、警示企业分别按1%、10%; or
 * 25%的重点排污单位、15%的特殊排污单位. A bare list keeps its order.
 */
final class TierNames {
  private static final Pattern CLAUSE = Pattern.compile("[,;。:]+");

  private final List<String> before;
  private final List<String> after;
  private final List<String> remarks = new ArrayList<>();
  private boolean invented;

  /**
   * @param before words before each percentage
   * @param after words after each percentage
   */
  TierNames(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** Those of each percentage, or none at all where nobody can say which belongs to which. */
  List<List<String>> find() {
    return namesAfter()
        .or(this::namesListed)
        .map(TierNames::each)
        .or(this::namesBefore)
        .or(() -> namesNone().map(TierNames::each))
        .orElse(List.of());
  }

  private static List<List<String>> each(List<String> names) {
    return names.stream().map(List::of).toList();
  }

  /** Words before the names, which may be a remark. */
  List<String> remarks() {
    return remarks;
  }

  /** Whether the cell names no class, so that they are numbered. */
  boolean areInvented() {
    return invented;
  }

  private Optional<List<String>> namesAfter() {
    return after.stream().anyMatch(words -> words.startsWith("的"))
        ? distinct(after.stream().map(words -> name(first(words))).toList())
        : Optional.empty();
  }

  private Optional<List<String>> namesListed() {
    int respectively = before.getFirst().indexOf("分别");
    if (respectively < 0) {
      return Optional.empty();
    }
    String list = before.getFirst().substring(0, respectively);
    int begin = Math.max(list.lastIndexOf('对'), list.lastIndexOf(',')) + 1;
    remarks.add(list.substring(0, begin));
    List<String> names =
        QuotaWords.BETWEEN.splitAsStream(list.substring(begin)).map(TierNames::name).toList();
    return names.size() == before.size() ? distinct(names) : Optional.empty();
  }

  /** A、B类5% is a rate of both. */
  private Optional<List<List<String>>> namesBefore() {
    List<List<String>> names = before.stream().map(TierNames::last).toList();
    return names.stream().noneMatch(List::isEmpty)
            && distinct(names.stream().flatMap(List::stream).toList()).isPresent()
        ? Optional.of(names)
        : Optional.empty();
  }

  private Optional<List<String>> namesNone() {
    invented =
        before.stream().allMatch(words -> QuotaWords.meaningful(words).isEmpty())
            && QuotaWords.meaningful(after.getLast()).isEmpty();
    return invented
        ? Optional.of(IntStream.rangeClosed(1, before.size()).mapToObj(i -> "第" + i + "档").toList())
        : Optional.empty();
  }

  private static Optional<List<String>> distinct(List<String> names) {
    return names.stream().noneMatch(String::isEmpty)
            && names.stream().distinct().count() == names.size()
        ? Optional.of(names)
        : Optional.empty();
  }

  private static String first(String words) {
    return QuotaWords.BETWEEN.split(words, 2)[0];
  }

  /** The names right before a percentage, whatever was said before them. */
  private static List<String> last(String words) {
    String[] clauses = CLAUSE.split(words);
    return clauses.length == 0
        ? List.of()
        : QuotaWords.BETWEEN
            .splitAsStream(clauses[clauses.length - 1])
            .map(TierNames::name)
            .filter(name -> !name.isEmpty())
            .toList();
  }

  /** The name of a class without the words around it; A类 and A级 are A. */
  private static String name(String words) {
    String name = QuotaWords.FILLER.matcher(words).replaceAll("").replaceAll("^[对的]|之$", "");
    return name.matches("[A-E][类级]") ? name.substring(0, 1) : name;
  }
}
