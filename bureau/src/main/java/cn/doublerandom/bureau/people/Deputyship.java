package cn.doublerandom.bureau.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * 代理: one acts for another for a time, in some of his roles (ADR 56).
 *
 * @param deputy account of who acts
 * @param principal account of whom he acts for
 * @param unit of the principal, in which the deputy then acts; empty where his roles are of no unit
 * @param roles ascending, each of {@link #LENT}
 * @param from first day
 * @param until last day
 */
public record Deputyship(
    String deputy,
    String principal,
    String unit,
    List<String> roles,
    LocalDate from,
    LocalDate until) {
  /** What may be lent: nobody watches, witnesses, operates or inspects for somebody else. */
  public static final Set<String> LENT =
      Set.of("coordinator", "registrar", "approver", "unit-lead", "legal-reviewer", "publisher");

  /** Roles that count within one unit. */
  public static final Set<String> OF_A_UNIT = Set.of("unit-lead", "publisher");

  /** Longer than a year nobody is away for a time. */
  public static final int MOST_DAYS = 366;

  /** How an account is written that can sign in; it names one person. */
  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public Deputyship {
    roles = roles.stream().sorted().distinct().toList();
  }

  /** Whether an account may stand in an entry. */
  public static boolean isAccount(String text) {
    return ACCOUNT.matcher(text).matches();
  }

  /** Of the two: what is told and kept of them is one thing. */
  public static String id(String deputy, String principal) {
    return deputy + "/" + principal;
  }

  public String id() {
    return id(deputy, principal);
  }

  /** Whether it is for a day, as long as nobody ends it before. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  /** Whether one of its roles counts within a unit only. */
  public boolean countsWithinAUnit() {
    return roles.stream().anyMatch(OF_A_UNIT::contains);
  }
}
