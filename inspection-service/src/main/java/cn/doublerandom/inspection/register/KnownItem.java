package cn.doublerandom.inspection.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An inspection item (抽查事项) as the registry told of it last: its claim, and its checklist.
 *
 * @param name absent, as what follows, until its claim is told
 * @param legalBasis 抽查依据
 * @param method 抽查方式
 * @param questions of its checklist (检查表), in their order; none where it has none
 */
public record KnownItem(
    String code,
    @Nullable String name,
    @Nullable String legalBasis,
    @Nullable String method,
    List<Question> questions) {
  public KnownItem {
    questions = List.copyOf(questions);
  }

  /** One of which nothing is known but its code. */
  public static KnownItem unknown(String code) {
    return new KnownItem(code, null, null, null, List.of());
  }

  /** The same as it was claimed. */
  public KnownItem claimed(String itsName, String itsBasis, String itsMethod) {
    return new KnownItem(code, itsName, itsBasis, itsMethod, questions);
  }

  /** The same with another checklist. */
  public KnownItem asking(List<Question> others) {
    return new KnownItem(code, name, legalBasis, method, others);
  }
}
