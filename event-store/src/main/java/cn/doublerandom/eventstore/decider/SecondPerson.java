package cn.doublerandom.eventstore.decider;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Nobody approves what he asked for, whatever roles he holds. Two spellings of one account are one
 * person: width, case and spaces do not make a second one.
 *
 * <p>Who acts for another is named with him, {@code li 代 wang}, and counts as both (ADR 56): two
 * such names are the same person where one of the one's is one of the other's.
 *
 * <p>Who touched a thing since its last approval asked for it, be it that he wrote, changed or
 * submitted it; each decider says who that was, this class says whether it is the same person. Who
 * only sent it back did not.
 */
public final class SecondPerson {
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{C}]+");

  /** Between a deputy and his principal; no account holds it. */
  private static final Pattern FOR = Pattern.compile("[\\p{Z}\\p{C}]代[\\p{Z}\\p{C}]");

  /** Between the accounts of a deputy and of his principal, as an actor is written. */
  public static final String ACTS_FOR = " 代 ";

  private SecondPerson() {}

  /** Whether two spellings are one account, or one unit, or share a person. */
  public static boolean isSame(String one, String other) {
    return !Collections.disjoint(people(one), people(other));
  }

  /** Whether a name says that one acts for another; an account never does. */
  public static boolean isDeputy(String name) {
    return FOR.matcher(name).find();
  }

  /** Everybody a name means: one, or the deputy and his principal. */
  private static Set<String> people(String name) {
    return FOR.splitAsStream(name).map(SecondPerson::normal).collect(Collectors.toSet());
  }

  /** Whether a name says nothing: blank is nobody, and nobody shares it. */
  public static boolean isNobody(String name) {
    return normal(name).isEmpty();
  }

  /** Whether the account is one of those who touched a thing. */
  public static boolean isAmong(String account, Collection<String> touched) {
    Set<String> people = people(account);
    return touched.stream().anyMatch(t -> !Collections.disjoint(people, people(t)));
  }

  /** NFKC, without case and without anything that cannot be seen. */
  private static String normal(String account) {
    String compatible = Normalizer.normalize(account, Normalizer.Form.NFKC);
    String folded = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return INVISIBLE.matcher(Normalizer.normalize(folded, Normalizer.Form.NFKC)).replaceAll("");
  }
}
