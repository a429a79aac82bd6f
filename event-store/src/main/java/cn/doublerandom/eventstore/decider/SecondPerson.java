package cn.doublerandom.eventstore.decider;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Nobody approves what he asked for, whatever roles he holds. Two spellings of one account are one
 * person: width, case and spaces do not make a second one.
 *
 * <p>Who touched a thing since its last approval asked for it, be it that he wrote, changed or
 * submitted it; each decider says who that was, this class says whether it is the same person. Who
 * only sent it back did not.
 */
public final class SecondPerson {
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{C}]+");

  private SecondPerson() {}

  /** Whether two spellings are one account, or one unit. */
  public static boolean isSame(String one, String other) {
    return normal(one).equals(normal(other));
  }

  /** Whether a name says nothing: blank is nobody, and nobody shares it. */
  public static boolean isNobody(String name) {
    return normal(name).isEmpty();
  }

  /** Whether the account is one of those who touched a thing. */
  public static boolean isAmong(String account, Collection<String> touched) {
    String person = normal(account);
    return touched.stream().anyMatch(t -> normal(t).equals(person));
  }

  /** NFKC, without case and without anything that cannot be seen. */
  private static String normal(String account) {
    String compatible = Normalizer.normalize(account, Normalizer.Form.NFKC);
    String folded = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return INVISIBLE.matcher(Normalizer.normalize(folded, Normalizer.Form.NFKC)).replaceAll("");
  }
}
