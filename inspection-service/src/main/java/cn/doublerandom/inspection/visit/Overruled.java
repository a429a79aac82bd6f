package cn.doublerandom.inspection.visit;

import java.util.ArrayList;
import java.util.List;

/**
 * A finding that was dropped, by another officer or by who had found it.
 *
 * @param by who changed it, by the number under which the team lists him
 * @param of whose finding it was; the same as {@code by} where he took it back himself
 * @param from codes that were found
 * @param finding what was found, in all words in which that was said
 * @param to codes that stand instead
 * @param reason in words; empty in ledgers from before one was asked for
 * @param confirmedBy who of the team said the same afterwards
 */
public record Overruled(
    String item,
    String by,
    String of,
    List<String> from,
    String finding,
    List<String> to,
    String reason,
    List<String> confirmedBy) {
  public Overruled {
    from = List.copyOf(from);
    to = List.copyOf(to);
    confirmedBy = List.copyOf(confirmedBy);
  }

  static Overruled of(Answers.Word finding, Answer instead, String by) {
    return new Overruled(
        instead.itemCode(),
        by,
        finding.by(),
        finding.answer().codes(),
        String.join("；", finding.found()),
        instead.codes(),
        instead.note(),
        List.of());
  }

  Overruled confirmedBy(String member) {
    List<String> all = new ArrayList<>(confirmedBy);
    all.add(member);
    return new Overruled(item, by, of, from, finding, to, reason, all);
  }
}
