package cn.doublerandom.servicekit.waiting;

import java.util.Collection;
import java.util.Set;

/**
 * Who asks what waits for him.
 *
 * @param unit the account belongs to; empty where its token does not say
 */
public record Person(String account, String unit, Set<String> roles) {
  public Person {
    roles = Set.copyOf(roles);
  }

  /** Whether the account has one of these roles. */
  public boolean isOneOf(Collection<String> these) {
    return these.stream().anyMatch(roles::contains);
  }
}
